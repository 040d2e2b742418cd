import { App } from '@tinyhttp/app'

const app = new App()

app.get('/logout', (req, res) => {
  res.clearCookie('__Host-session')
  res.redirect('/')
})

app.listen(3000)
