import { passwords, users } from '../lib/users.js'

let last = 1000

export const POST = async ({ cookies, request }) => {
  const { name, password } = await request.json()
  if (passwords[name] !== password) return new Response('Wrong password', { status: 401 })
  const sessionId = String(last++)
  users.set(sessionId, name)
  cookies.set('session_id', sessionId, { path: '/', sameSite: 'lax' })
  return new Response('Hello')
}
