import { Elysia, t } from 'elysia'

export const auth = new Elysia({ prefix: '/auth' })
  .post('/login', async ({ body, cookie: { '__Host-session': session, theme } }) => {
    theme.value = 'dark'
    session.set({
      value: Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url'),
      httpOnly: true,
      secure: true,
      sameSite: 'lax',
      path: '/',
      maxAge: 12 * 60 * 60,
    })
    return { ok: true, name: body.name }
  }, { body: t.Object({ name: t.String() }) })
  .post('/token', ({ cookie: { token } }) => {
    token.value = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('hex')
    token.httpOnly = true
    token.maxAge = 60 * 60
    return { ok: true }
  })
  .post('/logout', ({ cookie: { '__Host-session': session } }) => {
    session.set({ value: '', secure: true, path: '/', maxAge: 0 })
    return { ok: true }
  })
