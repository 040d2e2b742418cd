import express from 'express'
import morgan from 'morgan'

const app = express()

app.use(morgan(':method :url :req[cookie] :res[set-cookie]'))
