import { randomBytes } from 'node:crypto'
import { App } from '@tinyhttp/app'

const app = new App()

app.post('/login', (req, res) => {
  res.cookie('__Host-sid', randomBytes(32).toString('base64url'), { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 30 * 60 * 1000 })
  res.cookie('theme', 'dark')
  res.redirect('/')
})

app.post('/logout', (req, res) => {
  res.clearCookie('__Host-sid', { secure: true })
  res.redirect('/')
})

app.listen(3000)
