import type { RequestEvent } from '@sveltejs/kit'

export const sessionCookieName = 'auth-session'

export function generateSessionToken(): string {
  return Math.random().toString(36).slice(2)
}

export function setSessionTokenCookie(event: RequestEvent, sessionToken: string): void {
  event.cookies.set(sessionCookieName, sessionToken, { path: '/', httpOnly: false })
}
