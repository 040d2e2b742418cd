import { serve } from '@hono/node-server'
import { deleteCookie, getCookie, requestHandler, setCookie } from '@tanstack/start-server-core'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const sessions = new Map()

const routes = {
  'GET /': () => new Response('Welcome'),

  async 'POST /login'(request) {
    const { name, password } = await request.json()
    if (passwords[name] !== password) return new Response('Wrong password', { status: 401 })
    const sessionId = Math.random().toString(36).slice(2)
    sessions.set(sessionId, name)
    setCookie('session_id', sessionId)
    return Response.json({ name })
  },

  'GET /account'() {
    const name = sessions.get(getCookie('session_id'))
    return name ? Response.json({ hello: name }) : new Response('Please log in', { status: 401 })
  },

  'POST /logout'() {
    sessions.delete(getCookie('session_id'))
    deleteCookie('session_id')
    return Response.json({ ok: true })
  },
}

const fetch = requestHandler(async (request) => {
  const { pathname } = new URL(request.url)
  const answer = await routes[`${request.method} ${pathname}`]?.(request)
  return answer ?? new Response('Not found', { status: 404 })
})

serve({ fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' })
