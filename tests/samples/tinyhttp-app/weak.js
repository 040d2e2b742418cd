import { App } from '@tinyhttp/app'

const COOKIE = { secure: true, sameSite: 'lax' }
const app = new App()

app.post('/login', (req, res) => {
  res.cookie('sid', `s${Date.now()}`, COOKIE)
  res.redirect('/')
})

app.listen(3000)
