import { cookies } from 'next/headers.js'
import { sessions } from '../../lib/users.js'

export async function POST() {
  const cookieStore = await cookies()
  sessions.delete(cookieStore.get('session')?.value)
  cookieStore.delete('session')
  return Response.json({ ok: true })
}
