import type { Cookies, RequestEvent } from '@sveltejs/kit'
import { dev } from '$app/environment'

export const sessionCookieName = 'auth-session'

export function generateSessionToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(20))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export function setSessionTokenCookie(event: RequestEvent, sessionToken: string, expiresAt: Date): void {
  event.cookies.set(sessionCookieName, sessionToken, { expires: expiresAt, path: '/' })
}

export function deleteSessionTokenCookie(event: RequestEvent): void {
  event.cookies.delete(sessionCookieName, { path: '/' })
}

export function rememberTheme(cookies: Cookies, theme: string): void {
  cookies.set('theme', theme, { path: '/', httpOnly: false, secure: !dev, maxAge: 31_536_000 })
}
