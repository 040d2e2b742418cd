const cookieParser = require('cookie-parser')
const express = require('express')

const app = express()

app.use(cookieParser())

app.get('/account', async (req, res) => {
  res.json(await User.findById(req.cookies.userId))
})
