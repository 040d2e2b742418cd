import { randomBytes } from 'node:crypto'
import { Cookie, createCookie } from '@remix-run/cookie'
import { db } from './db.ts'

const sessionCookie = createCookie('session', {
  secrets: [process.env.SESSION_SECRET!],
  httpOnly: true,
  sameSite: 'Lax',
  secure: process.env.NODE_ENV === 'production',
})
export const themeCookie = new Cookie('theme', { maxAge: 31_536_000 })

export async function login(request: Request): Promise<Response> {
  const user = await db.verify(await request.formData())
  if (!user) return new Response('Wrong password', { status: 401 })
  const id = randomBytes(32).toString('base64url')
  await db.sessions.insert({ id, userId: user.id })
  return new Response('Hello', { headers: { 'Set-Cookie': await sessionCookie.serialize(id, { maxAge: 60 * 60 }) } })
}

export async function logout(request: Request): Promise<Response> {
  await db.sessions.delete(await sessionCookie.parse(request.headers.get('Cookie')))
  return new Response('Bye', { headers: { 'Set-Cookie': await sessionCookie.serialize('', { maxAge: 0 }) } })
}
