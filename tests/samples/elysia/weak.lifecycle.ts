import { Elysia } from 'elysia'

export const auth = new Elysia().get('/logout', ({ cookie: { '__Host-session': session }, redirect }) => {
  session.remove()
  return redirect('/')
})
