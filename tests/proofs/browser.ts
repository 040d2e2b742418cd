import { once } from 'node:events'
import http, { type IncomingMessage, type RequestOptions } from 'node:http'
import https from 'node:https'
import { text } from 'node:stream/consumers'
import { Cookie, CookieJar } from 'tough-cookie'
import type { RunningProgram } from './run-program.js'

export interface Answer {
  readonly status: number
  readonly text: string
}

/** Cookies as one browser holds them: what it sends where, and what it shows to the scripts of a page. */
export interface Browser {
  get(path: string): Promise<Answer>
  post(path: string, fields?: Readonly<Record<string, unknown>>): Promise<Answer>
  /** Sends a form of a page on another site, which takes the window there. */
  postFromElsewhere(path: string): Promise<Answer>
  /** The cookies that go to the server, by name; to another URL, where one is given. */
  cookies(url?: string): Cookies
  /** `document.cookie`, for a script in the page. */
  scriptCookies(): Cookies
  /** Puts cookies into the browser, as a person at the keyboard can. */
  plant(cookies: Cookies): void
  /** Takes a cookie from a page of another host, in the words of its header. */
  take(header: string, url: string): void
}

export type Cookies = ReadonlyMap<string, string>

/**
 * A browser keeps to RFC 6265bis, and does what the strictest of the common ones do: without SameSite a cookie goes
 * along from anywhere, and one that is Secure goes over TLS alone, even to this machine.
 */
export function openBrowser(program: RunningProgram): Browser {
  const jar = new CookieJar(undefined, { rejectPublicSuffixes: false, prefixSecurity: 'silent', allowSecureOnLocal: false })
  const held = (url: string, isScript: boolean, isFromElsewhere: boolean): Cookies => {
    const found = jar.getCookiesSync(url, { http: !isScript, expire: false, sameSiteContext: isFromElsewhere ? 'none' : 'strict' })
    const alive = found.filter((cookie) => (cookie.expiryTime() ?? Infinity) > program.now().getTime())
    return new Map(alive.map(({ key, value }) => [key, value]))
  }
  const ask = async (method: string, path: string, body?: Body, isFromElsewhere = false): Promise<Answer> => {
    const answer = await send(program, method, path, held(program.origin + path, false, isFromElsewhere), body)
    for (const header of answer.cookies) keep(jar, program, header, program.origin + path)
    return answer
  }
  return {
    get: (path) => ask('GET', path),
    post: (path, fields = {}) => ask('POST', path, { type: 'application/json', text: JSON.stringify(fields) }),
    // The one type of a form that every program takes, whether it reads forms or not.
    postFromElsewhere: (path) => ask('POST', path, { type: 'text/plain', text: '' }, true),
    cookies: (url = program.origin) => held(url, false, false),
    scriptCookies: () => held(program.origin, true, false),
    plant(cookies) {
      for (const [name, value] of cookies) keep(jar, program, `${name}=${value}; Path=/`, program.origin)
    },
    take: (header, url) => keep(jar, program, header, url),
  }
}

/** A request by hand, with cookies from anywhere. */
export function visitWith(program: RunningProgram, cookies: Cookies, path: string): Promise<Answer> {
  return send(program, 'GET', path, cookies)
}

/** A request that is not read to its end; the result ends it. */
export async function holdOpen(program: RunningProgram, cookies: Cookies, path: string): Promise<() => void> {
  const response = await request(program, 'GET', path, cookies)
  return () => response.destroy()
}

interface FullAnswer extends Answer {
  readonly cookies: readonly string[]
}

async function send(program: RunningProgram, method: string, path: string, cookies: Cookies, body?: Body): Promise<FullAnswer> {
  try {
    const response = await request(program, method, path, cookies, body)
    return { status: response.statusCode ?? 0, text: await text(response), cookies: response.headers['set-cookie'] ?? [] }
  } catch (error) {
    throw new Error(`${method} ${path} was not answered.\n${program.output()}`, { cause: error })
  }
}

interface Body {
  readonly type: string
  readonly text: string
}

/** Programs are at a name that no machine has; and over TLS, they have no certificate. */
async function request(program: RunningProgram, method: string, path: string, cookies: Cookies, body?: Body): Promise<IncomingMessage> {
  const { host, protocol } = new URL(program.origin)
  const options: RequestOptions = {
    host: '127.0.0.1',
    port: program.ports.get(protocol),
    method,
    path,
    headers: {
      host,
      ...(cookies.size > 0 && { cookie: headerOf(cookies) }),
      ...(body && { 'content-type': body.type, 'content-length': Buffer.byteLength(body.text) }),
    },
    signal: AbortSignal.timeout(30_000),
  }
  const sent = protocol === 'https:' ? https.request({ ...options, ...ANONYMOUS, rejectUnauthorized: false }) : http.request(options)
  sent.end(body?.text)
  const [response] = await once(sent, 'response')
  return response
}

const ANONYMOUS = { ciphers: 'aNULL:@SECLEVEL=0', maxVersion: 'TLSv1.2', checkServerIdentity: () => undefined } as const

function headerOf(cookies: Cookies): string {
  return [...cookies].map((pair) => pair.join('=')).join('; ')
}

/** A cookie lives from when it was received; Max-Age comes before Expires (RFC 6265, 5.3). */
function keep(jar: CookieJar, program: RunningProgram, header: string, url: string): void {
  const cookie = Cookie.parse(header)
  if (!cookie) throw new Error(`This is no cookie: ${header}`)
  if (typeof cookie.maxAge === 'number') {
    cookie.expires = new Date(cookie.maxAge > 0 ? program.now().getTime() + cookie.maxAge * 1000 : 0)
    cookie.maxAge = null
  }
  if (isRefused(cookie, url)) return
  // What remains wrong, such as another site's Domain, browsers refuse without a word.
  jar.setCookieSync(cookie, url, { http: true, ignoreError: true })
}

/** What browsers refuse and the jar does not: RFC 6265bis, sections 5.7.8 and 5.7.17. */
function isRefused({ sameSite, secure }: Cookie, url: string): boolean {
  return secure ? new URL(url).protocol === 'http:' : sameSite === 'none'
}
