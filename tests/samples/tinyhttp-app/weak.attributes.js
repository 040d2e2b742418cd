import { randomBytes } from 'node:crypto'
import { App } from '@tinyhttp/app'

const app = new App()

app.post('/login', (req, res) => {
  const id = randomBytes(32).toString('base64url')
  res.cookie('sid', id, { httpOnly: true, secure: false, domain: '.example.com', maxAge: 90 * 24 * 60 * 60 * 1000 })
  res.redirect('/')
})

app.post('/admin/login', (req, res) => {
  const id = randomBytes(32).toString('base64url')
  res.cookie('admin_session', id, { httpOnly: true, secure: true, sameSite: 'strict', maxAge: 30 * 60 * 1000 })
  res.cookie('__Host-session', id, { httpOnly: true, sameSite: 'lax', maxAge: 30 * 60 * 1000 })
  res.redirect('/admin')
})

app.listen(3000)
