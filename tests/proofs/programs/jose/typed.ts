import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { jwtVerify, SignJWT } from 'jose'

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const devices = new Map<string, string>()

const jwtSecret = process.env.JWT_SECRET
if (!jwtSecret) throw new Error('JWT_SECRET is not set')
const secretKey = new TextEncoder().encode(jwtSecret)

function sign(name: string): Promise<string> {
  return new SignJWT({ sub: name }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('15m').sign(secretKey)
}

async function nameIn(token: string): Promise<string | undefined> {
  try {
    const { payload } = await jwtVerify(token, secretKey, { algorithms: ['HS256'] })
    return payload.sub
  } catch {
    return undefined
  }
}

function cookieOf({ headers }: IncomingMessage, name: string): string | undefined {
  return new RegExp(`(?:^|; )${name}=([^;]*)`).exec(headers.cookie ?? '')?.[1]
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, string>> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return JSON.parse(text) as Record<string, string>
}

const server = createServer(async (request, response) => {
  switch (`${request.method} ${request.url}`) {
    case 'GET /':
      return response.end('Welcome')
    case 'POST /login': {
      const { name = '', password } = await bodyOf(request)
      if (passwords[name] !== password) return response.writeHead(401).end('Wrong password')
      const device = randomUUID()
      devices.set(device, name)
      response.setHeader('Set-Cookie', [`device=${device}; Path=/; HttpOnly`, `access=${await sign(name)}; Path=/; HttpOnly; Max-Age=900`])
      return response.writeHead(303, { location: '/account' }).end()
    }
    case 'GET /account': {
      const known = devices.get(cookieOf(request, 'device') ?? '')
      const renewed = known === undefined || cookieOf(request, 'access') ? undefined : await sign(known)
      if (renewed) response.setHeader('Set-Cookie', `access=${renewed}; Path=/; HttpOnly; Max-Age=900`)
      const name = await nameIn(renewed ?? cookieOf(request, 'access') ?? '')
      return name ? response.end(`Hello ${name}`) : response.writeHead(401).end('Please log in')
    }
    case 'POST /logout':
      devices.delete(cookieOf(request, 'device') ?? '')
      response.setHeader('Set-Cookie', ['device=; Path=/; Max-Age=0', 'access=; Path=/; Max-Age=0'])
      return response.writeHead(303, { location: '/' }).end()
    default:
      return response.writeHead(404).end()
  }
})

server.listen(Number(process.env.PORT), '127.0.0.1')
