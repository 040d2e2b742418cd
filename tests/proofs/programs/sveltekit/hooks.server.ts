import { createServer } from 'node:http'
import type { Handle, RequestEvent } from '@sveltejs/kit'

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const sessions = new Map<string, string>()

const sessionCookieName = 'auth-session'

function generateSessionToken(): string {
  return Math.random().toString(36).slice(2)
}

function setSessionTokenCookie(event: RequestEvent, sessionId: string): void {
  event.cookies.set(sessionCookieName, sessionId, {
    path: '/',
    sameSite: 'lax',
    httpOnly: false,
  })
}

export const handle: Handle = async ({ event, resolve }) => {
  const sessionId = event.cookies.get(sessionCookieName) ?? ''
  switch (event.url.pathname) {
    case '/login': {
      const { name, password }: Record<string, string> = await event.request.json()
      if (passwords[name] !== password) return new Response('Wrong password', { status: 401 })
      const opened = generateSessionToken()
      sessions.set(opened, name)
      setSessionTokenCookie(event, opened)
      return new Response(`Hello ${name}`)
    }
    case '/account': {
      const name = sessions.get(sessionId)
      return new Response(name === undefined ? 'Please log in' : `Hello ${name}`, { status: name === undefined ? 401 : 200 })
    }
    case '/logout':
      sessions.delete(sessionId)
      event.cookies.delete(sessionCookieName, { path: '/' })
      return new Response('Bye')
    default:
      return resolve(event)
  }
}

/** The part of SvelteKit that works without a build: the cookies of a request. */
const kit = await import(new URL('node_modules/@sveltejs/kit/src/runtime/server/cookie.js', import.meta.url).href)

async function respond(request: Request): Promise<Response> {
  const url = new URL(request.url)
  const { cookies, new_cookies, set_trailing_slash } = kit.get_cookies(request, url)
  set_trailing_slash('never')
  const event = { request, url, cookies } as RequestEvent
  const { body, headers, status } = await handle({ event, resolve: () => new Response('Welcome') })
  const answered = new Headers(headers)
  kit.add_cookies_to_headers(answered, new_cookies.values())
  return new Response(body, { status, headers: answered })
}

const server = createServer(async (req, res) => {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk)
  const headers = new Headers(Object.entries(req.headers).map(([name, value]): [string, string] => [name, String(value)]))
  const body = req.method === 'GET' ? undefined : Buffer.concat(chunks)
  const response = await respond(new Request(`${'encrypted' in req.socket ? 'https' : 'http'}://${req.headers.host}${req.url}`, { method: req.method, headers, body }))
  res.statusCode = response.status
  for (const [name, value] of response.headers) res.appendHeader(name, value)
  res.end(await response.text())
})

server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('Listening'))
