import { NextResponse } from 'next/server.js'
import { sessions } from '../../lib/users.js'

export async function GET(request) {
  const name = sessions.get(request.cookies.get('session')?.value)
  return name ? NextResponse.json({ name }) : NextResponse.json({ error: 'Please log in' }, { status: 401 })
}
