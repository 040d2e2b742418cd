import { H3, serve } from 'h3'

const app = new H3()

app.post('/login', (event) => {
  const id = Date.now().toString(36)
  event.res.headers.append('Set-Cookie', `session=${id}`)
  return 'welcome'
})

serve(app)
