import { createServer, type IncomingMessage } from 'node:http'
import { NextRequest, NextResponse } from 'next/server.js'

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const sessions = new Map<string, string>()

function startSession(response: NextResponse, name: string): NextResponse {
  const sid = Math.random().toString(36).slice(2)
  sessions.set(sid, name)
  response.cookies.set('sid', sid, { httpOnly: false, sameSite: 'lax', path: '/' })
  return response
}

async function login(request: NextRequest): Promise<NextResponse> {
  const { name, password } = (await request.json()) as { readonly name: string; readonly password: string }
  if (passwords[name] !== password) return NextResponse.json({ error: 'Wrong password' }, { status: 401 })
  return startSession(NextResponse.redirect(new URL('/account', request.url), 303), name)
}

function account(request: NextRequest): NextResponse {
  const name = sessions.get(request.cookies.get('sid')?.value ?? '')
  return name === undefined ? new NextResponse('Please log in', { status: 401 }) : new NextResponse(`Hello ${name}`)
}

function logout(request: NextRequest): NextResponse {
  sessions.delete(request.cookies.get('sid')?.value ?? '')
  const response = NextResponse.redirect(new URL('/', request.url), 303)
  response.cookies.set('sid', '', { maxAge: 0 })
  return response
}

type Route = (request: NextRequest) => NextResponse | Promise<NextResponse>

const routes = new Map<string, Route>([['/login', login], ['/account', account], ['/logout', logout]])

async function answer(incoming: IncomingMessage): Promise<NextResponse> {
  const { headers, method, url = '/' } = incoming
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const body = method === 'POST' ? Buffer.concat(chunks).toString() : null
  const request = new NextRequest(new URL(url, `http://${headers.host}`), { method, headers: { cookie: headers.cookie ?? '' }, body })
  return (await routes.get(url)?.(request)) ?? new NextResponse('Welcome')
}

const server = createServer(async (incoming, outgoing) => {
  const response = await answer(incoming)
  outgoing.statusCode = response.status
  for (const [name, value] of response.headers) outgoing.appendHeader(name, value)
  outgoing.end(await response.text())
})

server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('Listening'))
