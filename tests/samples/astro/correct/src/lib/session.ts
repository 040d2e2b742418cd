import { randomBytes } from 'node:crypto'
import type { APIContext, AstroCookies } from 'astro'

const SESSION_COOKIE = 'shop_session'

export async function startSession(context: APIContext, userId: string): Promise<void> {
  const token = randomBytes(32).toString('base64url')
  await saveSession(token, userId)
  context.cookies.set(SESSION_COOKIE, token, {
    httpOnly: true,
    secure: import.meta.env.PROD,
    sameSite: 'lax',
    path: '/',
    maxAge: 60 * 60 * 12,
  })
}

export function forget(cookies: AstroCookies): void {
  cookies.delete(SESSION_COOKIE, { path: '/' })
  cookies.set('legacy_sid', '', { path: '/', maxAge: 0 })
  cookies.set('theme', 'light')
}
