import express from 'express'

const app = express()
let visits = 0

app.post('/login', (req, res) => {
  visits += 1
  res.cookie('sid', `s${visits}`)
  res.redirect('/')
})

app.get('/token', (req, res) => {
  res.set('Set-Cookie', `token=${Math.random()}; Path=/`)
  res.end()
})
