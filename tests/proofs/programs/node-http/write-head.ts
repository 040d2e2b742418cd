import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

type Route = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const sessions = new Map<string, string>()

function sessionIdOf({ headers }: IncomingMessage): string {
  return /(?:^|; )session=([^;]+)/.exec(headers.cookie ?? '')?.[1] ?? ''
}

function generateSessionId(): string {
  return Math.random().toString(36).slice(2)
}

const login: Route = async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const { name = '', password }: Partial<Record<string, string>> = JSON.parse(Buffer.concat(chunks).toString())
  if (passwords[name] !== password) {
    response.writeHead(401).end('Wrong password')
    return
  }
  const sessionId = generateSessionId()
  sessions.set(sessionId, name)
  response.writeHead(200, { 'Set-Cookie': [`session=${sessionId}; Path=/; SameSite=Lax`, 'theme=dark'] })
  response.end(`Hello ${name}`)
}

const account: Route = (request, response) => {
  const name = sessions.get(sessionIdOf(request))
  response.writeHead(name === undefined ? 401 : 200).end(name === undefined ? 'Please log in' : `Hello ${name}`)
}

const logout: Route = (request, response) => {
  sessions.delete(sessionIdOf(request))
  response.writeHead(200, { 'Set-Cookie': 'session=; Path=/; Max-Age=0' }).end('Bye')
}

const routes = new Map<string | undefined, Route>([['/login', login], ['/account', account], ['/logout', logout]])

const server = createServer((request, response) => {
  const route = routes.get(request.url)
  if (route) return void route(request, response)
  response.end('Welcome')
})

server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('Listening'))
