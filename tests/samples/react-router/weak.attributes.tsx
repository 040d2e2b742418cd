import { createCookie, createCookieSessionStorage } from 'react-router'

const secrets = [process.env.SESSION_SECRET!]

export const shop = createCookieSessionStorage({
  cookie: { name: 'shop', secrets, httpOnly: true, secure: true, sameSite: 'none', domain: '.example.com', path: '/', maxAge: 60 * 60 * 24 * 90 },
})

export const admin = createCookieSessionStorage({
  cookie: { name: '__Host-admin', secrets, httpOnly: true, sameSite: 'strict', path: '/', maxAge: 60 * 60 },
})

export const authToken = createCookie('auth_token', { secrets, httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: 60 * 60 })
