import { Elysia } from 'elysia'

const createId = () => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')

export const sessions = new Elysia({ prefix: '/sessions' })
  .post('/', ({ cookie: { session } }) => {
    session.set({ value: createId(), httpOnly: true, secure: false, sameSite: 'lax', domain: '.example.com', maxAge: 90 * 24 * 60 * 60 })
    return { ok: true }
  })
  .post('/admin', ({ cookie }) => {
    cookie.admin_session.set({ value: createId(), httpOnly: true, secure: true, sameSite: 'strict', maxAge: 30 * 60 })
    cookie['__Host-token'].set({ value: createId(), httpOnly: true, sameSite: 'strict', maxAge: 30 * 60 })
    return { ok: true }
  })
