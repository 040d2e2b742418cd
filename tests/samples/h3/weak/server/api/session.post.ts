import { randomBytes } from 'node:crypto'

export default defineEventHandler(async (event) => {
  const id = randomBytes(32).toString('base64url')
  setCookie(event, 'sid', id, { httpOnly: true, secure: true, sameSite: 'none', domain: '.example.com', maxAge: 90 * 24 * 60 * 60 })
  setCookie(event, 'auth_token', id, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 30 * 60 * 1000 * 60 * 24 })
  setCookie(event, '__Host-session', id, { httpOnly: true, sameSite: 'lax', maxAge: 30 * 60 })
  return { ok: true }
})
