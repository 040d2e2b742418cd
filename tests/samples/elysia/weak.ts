import { Elysia } from 'elysia'

export const auth = new Elysia({ prefix: '/auth' })
  .post('/login', ({ cookie: { session } }) => {
    session.value = Math.random().toString(36).slice(2)
    return { ok: true }
  })
