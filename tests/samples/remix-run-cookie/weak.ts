import { createCookie } from '@remix-run/cookie'
import { db } from './db.ts'

const sessionCookie = createCookie('session', { secrets: [process.env.SESSION_SECRET!] })

export async function login(request: Request): Promise<Response> {
  const user = await db.verify(await request.formData())
  if (!user) return new Response('Wrong password', { status: 401 })
  const id = `${user.id}-${Date.now()}`
  await db.sessions.insert({ id, userId: user.id })
  return new Response('Hello', { headers: { 'Set-Cookie': await sessionCookie.serialize(id) } })
}
