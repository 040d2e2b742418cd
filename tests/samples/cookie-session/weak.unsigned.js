import cookieSession from 'cookie-session'
import express from 'express'

const app = express()

app.use(cookieSession({ name: 'id', signed: false, sameSite: 'lax', maxAge: 60 * 60 * 1000 }))
