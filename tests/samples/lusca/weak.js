import express from 'express'
import lusca from 'lusca'

const app = express()

app.use(lusca({ csrf: false, xframe: 'DENY' }))
