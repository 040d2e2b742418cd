const express = require('express')
const { jwtDecode } = require('jwt-decode')

const app = express()

app.use((req, res, next) => {
  req.user = jwtDecode(req.headers.authorization.slice(7))
  next()
})
