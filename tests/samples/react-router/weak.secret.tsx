import { createCookieSessionStorage } from 'react-router'

export const { getSession, commitSession, destroySession } = createCookieSessionStorage({
  cookie: { name: '__session', httpOnly: true, maxAge: 60 * 60, path: '/', sameSite: 'lax', secrets: ['s3cret1'], secure: true },
})
