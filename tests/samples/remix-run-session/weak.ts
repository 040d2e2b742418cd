import { createServer } from 'node:http'
import { createRequestListener } from '@remix-run/node-fetch-server'
import { createMemorySessionStorage } from '@remix-run/session/memory-storage'
import { sessionCookie } from './cookies.ts'
import { db } from './db.ts'

const storage = createMemorySessionStorage()

async function login(request: Request): Promise<Response> {
  const session = await storage.read(await sessionCookie.parse(request.headers.get('Cookie')))
  const user = await db.verify(await request.formData())
  if (!user) return new Response('Wrong password', { status: 401 })
  session.set('userId', user.id)
  return answer('Hello', await storage.save(session))
}

async function logout(request: Request): Promise<Response> {
  const session = await storage.read(await sessionCookie.parse(request.headers.get('Cookie')))
  session.unset('userId')
  return answer('Bye', await storage.save(session))
}

async function answer(text: string, value: string | null): Promise<Response> {
  return new Response(text, value === null ? {} : { headers: { 'Set-Cookie': await sessionCookie.serialize(value) } })
}

async function respond(request: Request): Promise<Response> {
  switch (new URL(request.url).pathname) {
    case '/login':
      return login(request)
    case '/logout':
      return logout(request)
    default:
      return new Response('Welcome')
  }
}

createServer(createRequestListener(respond)).listen(3000)
