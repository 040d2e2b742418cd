import { createFileSessionStorage } from '@remix-run/node'

const secrets = [process.env.SESSION_SECRET!]
const dir = './sessions'

export const shop = createFileSessionStorage({
  dir,
  cookie: { name: 'shop', secrets, httpOnly: true, secure: true, sameSite: 'none', domain: '.example.com', maxAge: 60 * 60 * 24 * 90 },
})

export const admin = createFileSessionStorage({
  dir,
  cookie: { name: '__Host-admin', secrets, httpOnly: true, sameSite: 'strict', path: '/', maxAge: 60 * 60 },
})

export const step = createFileSessionStorage({
  dir,
  cookie: { name: 'step', secrets, httpOnly: true, secure: true, sameSite: 'strict', path: '/', maxAge: 60 * 60 },
})
