import { createServer } from 'node:http'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'

type Handler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }
const sessions = new Map<string, string>()

function tokenOf({ cookies = [] }: APIGatewayProxyEventV2): string {
  return cookies.find((cookie) => cookie.startsWith('session_token='))?.slice('session_token='.length) ?? ''
}

const login: Handler = async ({ body }) => {
  const { name = '', password }: Partial<Record<string, string>> = JSON.parse(body ?? '{}')
  if (passwords[name] !== password) return { statusCode: 401, body: 'Wrong password' }
  const token = Math.random().toString(36).slice(2)
  sessions.set(token, name)
  const cookies = [`session_token=${token}; Path=/`, 'lang=en; Path=/']
  return { statusCode: 200, cookies, body: `Hello ${name}` }
}

const account: Handler = async (event) => {
  const name = sessions.get(tokenOf(event))
  return name === undefined ? { statusCode: 401, body: 'Please log in' } : { statusCode: 200, body: `Hello ${name}` }
}

const logout: Handler = async (event) => {
  sessions.delete(tokenOf(event))
  return { statusCode: 200, cookies: ['session_token=; Path=/; Max-Age=0'], body: 'Bye' }
}

const routes = new Map<string, Handler>([['/login', login], ['/account', account], ['/logout', logout]])

export const handler: Handler = async (event) => {
  const route = routes.get(event.rawPath)
  return route ? route(event) : { statusCode: 200, body: 'Welcome' }
}

/** Calls the handler as API Gateway does for an HTTP API. */
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const event: Partial<APIGatewayProxyEventV2> = { rawPath: request.url ?? '/', cookies: request.headers.cookie?.split('; ') ?? [], body: Buffer.concat(chunks).toString() }
  const { body, cookies = [], statusCode = 200 } = await handler(event as APIGatewayProxyEventV2)
  for (const cookie of cookies) response.appendHeader('Set-Cookie', cookie)
  response.writeHead(statusCode).end(body)
})

server.listen(Number(process.env.PORT), '127.0.0.1')
