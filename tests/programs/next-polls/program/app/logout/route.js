import { cookies } from 'next/headers.js'
import { NextResponse } from 'next/server.js'

export async function POST() {
	const jar = await cookies()
	jar.delete('session')
	jar.delete('remember_me')
	return NextResponse.json({ bye: true })
}
