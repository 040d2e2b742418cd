import { cookies } from 'next/headers.js'
import { NextResponse } from 'next/server.js'
import { createSession, findUser } from '../../lib/sessions.js'

export async function POST(request) {
	const { name, password } = await request.json()
	const user = await findUser(name)
	if (user?.password !== password) {
		return NextResponse.json({ error: 'Wrong name or password' }, { status: 401 })
	}

	const { id, rememberToken } = await createSession(user)
	const jar = await cookies()
	jar.set('session', id)
	jar.set({
		name: 'remember_me',
		value: rememberToken,
		path: '/', // everywhere
		expires: new Date(Date.now() + 7 * 24 * 60 * 60 * 1000)
	})
	const response = NextResponse.json({ name: user.name })
	response.cookies.set('theme', user.theme)
	return response
}
