const cookieParser = require('cookie-parser')
const express = require('express')

const app = express()

app.use(cookieParser(process.env.COOKIE_SECRET))
app.get('/', (req, res) => res.json(req.signedCookies))
