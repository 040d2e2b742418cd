import { serve } from '@hono/node-server'
import { requestHandler, useSession } from '@tanstack/start-server-core'

const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

function useAppSession() {
  return useSession({
    password: process.env.SESSION_PASSWORD ?? 'a password that is only good for development',
    cookie: { secure: process.env.NODE_ENV === 'production', httpOnly: false },
  })
}

const refusal = () => new Response('Please log in', { status: 401 })

const routes = {
  'GET /': () => new Response('Welcome'),

  async 'POST /login'(request) {
    const { name, password } = await request.json()
    if (passwords[name] !== password) return new Response('Wrong password', { status: 401 })
    const session = await useAppSession()
    await session.update({ name })
    return new Response('Hello')
  },

  async 'GET /account'() {
    const { data } = await useAppSession()
    return data.name ? new Response(`Hello ${data.name}`) : refusal()
  },

  async 'POST /orders'() {
    const { data } = await useAppSession()
    return data.name ? new Response(`Ordered by ${data.name}`) : refusal()
  },

  async 'POST /logout'() {
    const session = await useAppSession()
    await session.clear()
    return new Response('Bye')
  },
}

const fetch = requestHandler(async (request) => {
  const { pathname } = new URL(request.url)
  const answer = await routes[`${request.method} ${pathname}`]?.(request)
  return answer ?? new Response('Not found', { status: 404 })
})

serve({ fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' })
