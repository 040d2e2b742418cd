import { csrfSync } from 'csrf-sync'
import express from 'express'

const app = express()

app.use(csrfSync({ ignoredMethods: ['GET', 'POST'] }).csrfSynchronisedProtection)
