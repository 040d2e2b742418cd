import { randomBytes } from 'node:crypto'
import type { APIRoute } from 'astro'

export const POST: APIRoute = async ({ cookies, redirect }) => {
  const id = randomBytes(32).toString('base64url')
  cookies.set('sid', id, { path: '/', httpOnly: true, secure: true, sameSite: 'lax', domain: '.example.com', maxAge: 90 * 24 * 60 * 60 })
  return redirect('/')
}

export const PUT: APIRoute = async ({ cookies, redirect }) => {
  const id = randomBytes(32).toString('base64url')
  cookies.set('auth_token', id, { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: 30 * 60 })
  cookies.set('__Host-session', id, { httpOnly: true, secure: import.meta.env.PROD, sameSite: 'lax', maxAge: 30 * 60 })
  return redirect('/')
}
