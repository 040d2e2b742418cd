const cookieSession = require('cookie-session')
const express = require('express')

const app = express()
const keys = [process.env.SESSION_KEY]

app.use('/shop', cookieSession({ name: 'shop', keys, secure: false, sameSite: 'lax', domain: '.example.com', maxAge: 30 * 24 * 60 * 60 * 1000 }))
app.use('/admin', cookieSession({ name: 'admin', keys, secure: true, sameSite: 'strict', maxAge: 3600 }))
