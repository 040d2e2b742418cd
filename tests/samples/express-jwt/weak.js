const express = require('express')
const { expressjwt } = require('express-jwt')

const app = express()

app.use(expressjwt({ secret: 'keyboard cat', algorithms: ['HS256', 'RS256'], ignoreExpiration: true }))
