import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { socketIo } from '../../lib/frameworks/socket-io.js'
import { cookieFacts } from './cookie-facts.js'
import { load, summarise } from './installed.js'
import { parseSetCookie, type SetCookie } from './set-cookie.js'

interface Engine {
  readonly opts: { readonly pingInterval: number; readonly pingTimeout: number }
}

interface SocketServer {
  readonly engine: Engine
  close(): Promise<void>
}

const facts = cookieFacts(socketIo)
const socket = load('socket.io') as { readonly Server: new (...given: readonly unknown[]) => SocketServer } & ((...given: readonly unknown[]) => SocketServer)

summarise('socket.io', 'cookies of connections as the table says')

describe.each(['new Server(server, options)', 'io(server, options)'])('%s', (way) => {
  it('sends no cookie unless it is told to', async () => {
    expect(await cookieOf(way, {})).toBeUndefined()
  })

  it.each([true, {}])('sends a cookie with the attributes that the table calls defaults with %j', async (cookie) => {
    const sent = await cookieOf(way, { cookie })
    expect(sent?.name).toBe('io')
    expect(sent?.attributes).toEqual(facts.defaults)
  })

  it('takes attributes by the names of the table', async () => {
    const sent = await cookieOf(way, { cookie: { name: 'sid', httpOnly: false, secure: true, sameSite: 'strict', path: '/cellar', maxAge: 60 } })
    expect(sent?.name).toBe('sid')
    expect(sent?.attributes).toEqual({ secure: true, sameSite: 'strict', path: '/cellar', maxAge: 60 })
  })
})

it('forgets a connection that says nothing', () => {
  const io = new socket.Server(createServer())
  const { pingInterval, pingTimeout } = io.engine.opts
  expect((pingInterval + pingTimeout) / 1000).toBe(facts.forgottenAfter)
})

it('is given the id of the connection, and reads no cookie', async () => {
  const { body, cookies } = await connect('new Server(server, options)', { cookie: true })
  const [opening = ''] = /\{.*\}/.exec(body) ?? []
  expect(cookies[0]?.value).toBe((JSON.parse(opening) as { readonly sid: string }).sid)
  const again = await connect('new Server(server, options)', { cookie: true }, `io=${cookies[0]?.value ?? ''}`)
  expect(again.cookies[0]?.value).not.toBe(cookies[0]?.value)
})

async function cookieOf(way: string, options: object): Promise<SetCookie | undefined> {
  const { cookies } = await connect(way, options)
  return cookies[0]
}

/** The first answer to a client. */
async function connect(way: string, options: object, cookie = ''): Promise<{ readonly body: string; readonly cookies: readonly SetCookie[] }> {
  const server = createServer()
  const io = way.startsWith('new ') ? new socket.Server(server, options) : socket(server, options)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  try {
    const { port } = server.address() as AddressInfo
    const answer = await fetch(`http://127.0.0.1:${port}/socket.io/?EIO=4&transport=polling`, { headers: { cookie } })
    return { body: await answer.text(), cookies: answer.headers.getSetCookie().map(parseSetCookie) }
  } finally {
    await io.close()
  }
}
