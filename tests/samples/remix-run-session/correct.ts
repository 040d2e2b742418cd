import { createCookieSessionStorage } from '@remix-run/session/cookie-storage'
import { createFsSessionStorage } from '@remix-run/session/fs-storage'
import { sessionCookie, visitCookie } from './cookies.ts'
import { db } from './db.ts'

const storage = createFsSessionStorage('./sessions')
const visits = createCookieSessionStorage()

export async function visit(request: Request): Promise<Response> {
  const session = await visits.read(await visitCookie.parse(request.headers.get('Cookie')))
  session.set('account', 'none')
  session.unset('account')
  return answer('Welcome', await visits.save(session))
}

export async function login(request: Request): Promise<Response> {
  const session = await storage.read(await sessionCookie.parse(request.headers.get('Cookie')))
  const user = await db.verify(await request.formData())
  if (!user) return new Response('Wrong password', { status: 401 })
  session.regenerateId(true)
  session.set('userId', user.id)
  return answer('Hello', await storage.save(session))
}

export async function logout(request: Request): Promise<Response> {
  const session = await storage.read(await sessionCookie.parse(request.headers.get('Cookie')))
  session.destroy()
  return answer('Bye', await storage.save(session))
}

async function answer(text: string, value: string | null): Promise<Response> {
  return new Response(text, value === null ? {} : { headers: { 'Set-Cookie': await sessionCookie.serialize(value) } })
}
