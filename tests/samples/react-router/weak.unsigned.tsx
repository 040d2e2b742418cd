import { createCookieSessionStorage } from 'react-router'

export const { commitSession, destroySession, getSession } = createCookieSessionStorage({
  cookie: { name: '__Host-id', httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: 60 * 60 },
})
