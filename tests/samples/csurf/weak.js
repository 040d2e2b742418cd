import csurf from 'csurf'
import express from 'express'

const app = express()

app.use(csurf({ cookie: true, ignoreMethods: ['GET', 'POST'] }))
