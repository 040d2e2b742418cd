import { randomBytes } from 'node:crypto'
import { H3, serve } from 'h3'

const app = new H3()

app.post('/login', (event) => {
  event.res.headers.append('Set-Cookie', `__Host-session=${randomBytes(32).toString('base64url')}; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=3600`)
  return 'welcome'
})

serve(app)
