import { randomBytes } from 'node:crypto'
import { json } from '@sveltejs/kit'
import type { RequestHandler } from './$types'

export const POST: RequestHandler = async ({ cookies }) => {
  const id = randomBytes(32).toString('base64url')
  cookies.set('sid', id, { path: '/', secure: false, sameSite: 'lax', domain: '.example.com', maxAge: 60 * 60 * 24 * 90 })
  return json({ ok: true })
}

export const PUT: RequestHandler = async ({ cookies }) => {
  const id = randomBytes(32).toString('base64url')
  cookies.set('auth_token', id, { path: '/', secure: true, sameSite: 'none', maxAge: 60 * 30 })
  cookies.set('__Host-session', id, { path: '/admin', secure: true, sameSite: 'strict', maxAge: 60 * 30 })
  return json({ ok: true })
}
