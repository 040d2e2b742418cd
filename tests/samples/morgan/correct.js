import express from 'express'
import morgan from 'morgan'

const app = express()

app.use(morgan('combined'))
app.use('/admin', morgan(':method :url :status :req[x-request-id]'))
