import { App } from '@tinyhttp/app'
import { cookieParser } from '@tinyhttp/cookie-parser'

const app = new App()

app.use(cookieParser()).get('/session', (req, res) => {
  res.json({ sid: req.cookies.sid })
})
