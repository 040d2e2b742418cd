import { randomUUID } from 'node:crypto'
import { cookies } from 'next/headers'
import { NextResponse, type NextRequest } from 'next/server'
import { checkPassword, sessions } from '@/lib/users'

export async function POST(request: NextRequest) {
  const user = await checkPassword(await request.json())
  if (!user) return NextResponse.json({ error: 'Wrong name or password' }, { status: 401 })

  const id = randomUUID()
  sessions.set(id, user.id)
  const response = NextResponse.json({ name: user.name })
  response.cookies.set('session', id, { httpOnly: false, secure: true, sameSite: 'lax', maxAge: 43200 })
  return response
}

export async function PUT() {
  const cookieStore = await cookies()
  cookieStore.set({ name: 'session_id', value: Math.random().toString(36).slice(2), httpOnly: true, secure: true, sameSite: 'lax' })
  return Response.json({ ok: true })
}
