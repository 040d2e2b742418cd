import { randomBytes } from 'node:crypto'
import { cookies } from 'next/headers'

export async function POST() {
  const cookieStore = await cookies()
  const id = randomBytes(32).toString('base64url')
  cookieStore.set('session', id, { httpOnly: true, secure: true, sameSite: 'none', domain: '.example.com', maxAge: 90 * 24 * 60 * 60 })
  cookieStore.set('__Secure-token', id, { httpOnly: true, secure: false, sameSite: 'lax', maxAge: 30 * 60 })
  return Response.json({ ok: true })
}

export async function PUT() {
  const cookieStore = await cookies()
  cookieStore.set({ name: 'sid', value: randomBytes(32).toString('base64url'), httpOnly: true, secure: false, sameSite: 'lax', maxAge: 1800 })
  return Response.json({ ok: true })
}
