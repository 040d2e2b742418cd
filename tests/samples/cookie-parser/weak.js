const cookieParser = require('cookie-parser')
const express = require('express')

const app = express()

app.use(cookieParser('keyboard cat'))
app.get('/', (req, res) => res.json(req.signedCookies))
