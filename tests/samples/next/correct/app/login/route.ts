import { randomBytes } from 'node:crypto'
import { NextResponse, type NextRequest } from 'next/server'
import { checkPassword, sessions } from '@/lib/users'

const ATTRIBUTES = { httpOnly: true, secure: process.env.NODE_ENV === 'production', sameSite: 'lax', path: '/' } as const

export async function POST(request: NextRequest) {
  const user = await checkPassword(await request.json())
  if (!user) return NextResponse.json({ error: 'Wrong name or password' }, { status: 401 })

  const id = randomBytes(32).toString('base64url')
  await sessions.create({ id, user: user.id })
  const response = NextResponse.redirect(new URL('/', request.url))
  response.cookies.set('__Host-session', id, { ...ATTRIBUTES, maxAge: 12 * 60 * 60 })
  response.cookies.set('theme', 'dark')
  return response
}
