const cookieSession = require('cookie-session')
const express = require('express')

const app = express()

app.use(cookieSession({ keys: ['key1', 'key2'] }))
