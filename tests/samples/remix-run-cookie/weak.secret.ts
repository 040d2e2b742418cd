import { createCookie } from '@remix-run/cookie'

export const sessionCookie = createCookie('session', { secrets: ['secret1'], httpOnly: true, maxAge: 60 * 60 })
