import http, { type IncomingHttpHeaders, type RequestListener } from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { parseSetCookie, type SetCookie } from './set-cookie.js'

/** TLS by a shared key: real TLS sockets, and no certificate that could expire or be mistaken for a secret. */
const SHARED_KEY = Buffer.alloc(32, 'shared key')
const TLS = { ciphers: 'PSK', minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' } as const
const FEW_SOCKETS = { keepAlive: true, maxSockets: 4 }

export type Scheme = 'http' | 'https'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly cookies: readonly SetCookie[]
  readonly text: string
}

export interface RequestOptions {
  /** `GET` if left out. */
  readonly method?: string
  readonly scheme?: Scheme
  readonly headers?: Readonly<Record<string, string>>
  /** The Cookie header, as it goes over the wire. */
  readonly cookie?: string
}

/** A listener that can be reached on loopback by http and by https. */
export interface Site {
  get(path: string, options?: RequestOptions): Promise<Answer>
  visitor(): Visitor
}

/** Starts it; it stops when the test ends. */
export async function serve(listener: RequestListener): Promise<Site> {
  const servers = {
    http: http.createServer(listener),
    https: https.createServer({ ...TLS, pskCallback: () => SHARED_KEY }, listener),
  }
  const agents = {
    http: new http.Agent(FEW_SOCKETS),
    https: new https.Agent({
      ...FEW_SOCKETS,
      ...TLS,
      pskCallback: () => ({ identity: 'visitor', psk: SHARED_KEY }),
      checkServerIdentity: () => undefined,
    }),
  }
  const ports = { http: await listen(servers.http), https: await listen(servers.https) }

  onTestFinished(async () => {
    agents.http.destroy()
    agents.https.destroy()
    await Promise.all([stop(servers.http), stop(servers.https)])
  })

  const site: Site = {
    get(path, { scheme = 'https', method = 'GET', headers = {}, cookie } = {}) {
      const { request } = scheme === 'http' ? http : https
      const sent = { ...headers, ...(cookie && { cookie }) }
      return answerTo(request({ host: '127.0.0.1', port: ports[scheme], agent: agents[scheme], method, path, headers: sent }))
    },
    visitor: () => new Visitor(site),
  }
  return site
}

/** A browser as far as cookies go: it sends back what it was given and forgets what is deleted. */
export class Visitor {
  readonly #site: Site
  readonly #jar: Map<string, string>

  constructor(site: Site, jar: ReadonlyMap<string, string> = new Map()) {
    this.#site = site
    this.#jar = new Map(jar)
  }

  async get(path: string, scheme?: Scheme): Promise<Answer> {
    const cookie = [...this.#jar].map((pair) => pair.join('=')).join('; ')
    const answer = await this.#site.get(path, { cookie, scheme })

    for (const { name, header, deleted } of answer.cookies) {
      if (deleted) this.#jar.delete(name)
      else this.#jar.set(name, header.slice(name.length + 1).split(';', 1)[0] ?? '')
    }
    return answer
  }

  /** Someone else with the same cookies, who never drops them; perhaps at another site. */
  copy(site = this.#site): Visitor {
    return new Visitor(site, this.#jar)
  }
}

/** Whether an answer comes at all, in as little time as that can be said. */
export async function isAnswered(answer: Promise<Answer>, milliseconds = 100): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<false>((resolve) => {
    timer = setTimeout(() => {
      resolve(false)
    }, milliseconds)
  })

  try {
    return await Promise.race([answer.then(() => true), patience])
  } finally {
    clearTimeout(timer)
    // The connection is cut when the test ends.
    answer.catch(() => undefined)
  }
}

function answerTo(request: http.ClientRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.on('error', reject)
    request.on('response', (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.on('error', reject)
      response.on('end', () => {
        const cookies = (response.headers['set-cookie'] ?? []).map(parseSetCookie)
        resolve({ status: response.statusCode ?? 0, headers: response.headers, cookies, text })
      })
    })
    request.end()
  })
}

function listen(server: http.Server | https.Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port)
    })
  })
}

function stop(server: http.Server | https.Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    server.closeAllConnections()
  })
}
