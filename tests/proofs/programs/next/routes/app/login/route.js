import { cookies } from 'next/headers.js'
import { passwords, sessions } from '../../lib/users.js'

let counter = 1000

export async function POST(request) {
  const { name, password } = await request.json()
  if (passwords[name] !== password) return Response.json({ error: 'Wrong password' }, { status: 401 })

  const sessionId = `s${counter++}`
  sessions.set(sessionId, name)
  const cookieStore = await cookies()
  cookieStore.set({
    name: 'session',
    value: sessionId,
    secure: process.env.NODE_ENV === 'production',
    sameSite: 'lax',
  })
  return Response.json({ name })
}
