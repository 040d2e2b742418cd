import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const sessions = new Map<string, string>()

async function fieldsOf(request: IncomingMessage): Promise<Partial<Record<string, string>>> {
  let text = ''
  for await (const chunk of request) text += chunk
  return JSON.parse(text)
}

function sessionIdOf({ headers }: IncomingMessage): string {
  return /(?:^|; )sid=([^;]+)/.exec(headers.cookie ?? '')?.[1] ?? ''
}

const server = createServer(async (request, response) => {
  switch (request.url) {
    case '/login': {
      const { name = '', password } = await fieldsOf(request)
      if (passwords[name] !== password) {
        response.writeHead(401).end('Wrong password')
        break
      }
      const sessionId: string = randomBytes(16).toString('hex').slice(0, 3)
      sessions.set(sessionId, name)
      response.setHeader('Set-Cookie', `sid=${sessionId}; Path=/; HttpOnly; Max-Age=43200`)
      response.end(`Hello ${name}`)
      break
    }
    case '/account': {
      const name = sessions.get(sessionIdOf(request))
      response.writeHead(name ? 200 : 401).end(name ?? 'Please log in')
      break
    }
    case '/logout':
      sessions.delete(sessionIdOf(request))
      response.setHeader('Set-Cookie', 'sid=; Path=/; Max-Age=0')
      response.end('Bye')
      break
    default:
      response.end('Welcome')
  }
})

server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('Listening'))
