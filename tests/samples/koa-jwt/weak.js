const Koa = require('koa')
const jwt = require('koa-jwt')

const app = new Koa()

app.use(jwt({ secret: 'keyboard cat', ignoreExpiration: true }))
