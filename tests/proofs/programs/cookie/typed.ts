import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { parseCookie, stringifySetCookie } from 'cookie'

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const users = new Map<string, string>()
const NAME = 'session_id'

function userOf({ headers }: IncomingMessage): string | undefined {
  return users.get(parseCookie(headers.cookie ?? '')[NAME] ?? '')
}

async function bodyOf(request: IncomingMessage): Promise<Partial<Record<string, string>>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString())
}

const server = createServer(async (request, response) => {
  switch (request.url) {
    case '/login': {
      const { name: username = '', password } = await bodyOf(request)
      if (passwords[username] !== password) return response.writeHead(401).end('Wrong password')
      const value = createHash('md5').update(username + Date.now()).digest('hex')
      users.set(value, username)
      const cookie = stringifySetCookie({ name: NAME, value, path: '/', httpOnly: false, sameSite: 'lax' })
      return response.writeHead(302, { Location: '/account', 'Set-Cookie': cookie }).end()
    }
    case '/logout':
      users.delete(parseCookie(request.headers.cookie ?? '')[NAME] ?? '')
      return response.writeHead(302, { Location: '/', 'Set-Cookie': stringifySetCookie({ name: NAME, value: '', path: '/', maxAge: 0 }) }).end()
    case '/account': {
      const user = userOf(request)
      return response.writeHead(user === undefined ? 401 : 200).end(user === undefined ? 'Please log in' : `Hello ${user}`)
    }
    default:
      return response.end('Welcome')
  }
})

server.listen(Number(process.env.PORT), '127.0.0.1')
