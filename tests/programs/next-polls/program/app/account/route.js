import { cookies } from 'next/headers.js'
import { sessions, votes } from '../../lib/sessions.js'

export async function GET() {
	const jar = await cookies()
	const session = sessions.get(jar.get('session')?.value)
	if (!session) return Response.json({ error: 'Please log in' }, { status: 401 })
	return Response.json({ name: session.name, votes: votes.filter((vote) => vote.by === session.name) })
}

export async function POST(request) {
	const jar = await cookies()
	const session = sessions.get(jar.get('session')?.value)
	if (!session) return Response.json({ error: 'Please log in' }, { status: 401 })

	const { answer } = await request.json()
	if (!answer) return Response.json({ error: 'Which answer?' }, { status: 400 })
	votes.push({ answer, by: session.name })
	return Response.json({ answer }, { status: 201 })
}
