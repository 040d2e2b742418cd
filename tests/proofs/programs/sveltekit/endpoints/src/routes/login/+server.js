import { createHash } from 'node:crypto'
import { isPassword, openSession } from '../../lib/server/sessions.js'

/** @type {import('./$types').RequestHandler} */
export async function POST({ cookies, request }) {
  const { name, password } = await request.json()
  if (!isPassword(name, password)) return new Response('Wrong password', { status: 401 })
  const sessionId = createHash('sha256').update(String(Date.now())).digest('hex')
  openSession(sessionId, name)
  cookies.set('session', sessionId, { path: '/', httpOnly: false })
  return new Response(`Hello ${name}`)
}
