import { randomBytes } from 'node:crypto'
import { setCookie } from 'cookies-next'
import { cookies } from 'next/headers'

export async function login() {
  const id = randomBytes(32).toString('base64url')
  await setCookie('sid', id, { cookies, httpOnly: true, secure: true, domain: '.example.com', maxAge: 90 * 24 * 60 * 60 })
  await setCookie('auth_token', id, { cookies, httpOnly: true, secure: true, sameSite: 'lax', maxAge: 30 * 60 })
  await setCookie('__Host-session', id, { cookies, httpOnly: true, sameSite: 'lax', maxAge: 30 * 60 })
}
