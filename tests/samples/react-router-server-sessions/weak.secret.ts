import { createMemorySessionStorage } from '@remix-run/node'

export const { getSession, commitSession, destroySession } = createMemorySessionStorage({
  cookie: { name: '__session', httpOnly: true, maxAge: 60 * 60, secrets: ['r3m3mb3rm3', 'n0s3cr3ts'] },
})
