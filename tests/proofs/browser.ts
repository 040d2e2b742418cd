import { Cookie, CookieJar } from 'tough-cookie'
import type { RunningProgram } from './run-program.js'

export interface Answer {
  readonly status: number
  readonly text: string
}

/** Cookies as one browser holds them: what it sends, and what it shows to the scripts of a page. */
export interface Browser {
  get(path: string): Promise<Answer>
  post(path: string, fields?: Readonly<Record<string, string>>): Promise<Answer>
  /** The cookies that go to the server, by name. */
  cookies(): Cookies
  /** `document.cookie`, for a script in the page. */
  scriptCookies(): Cookies
  /** Puts cookies into the browser, as a sibling domain or a person at the keyboard can. */
  plant(cookies: Cookies): void
}

export type Cookies = ReadonlyMap<string, string>

export function openBrowser(program: RunningProgram): Browser {
  const jar = new CookieJar(undefined, { rejectPublicSuffixes: false })
  const held = (isScript: boolean, path = '/'): Cookies => {
    const found = jar.getCookiesSync(program.origin + path, { http: !isScript, expire: false })
    const alive = found.filter((cookie) => (cookie.expiryTime() ?? Infinity) > program.now().getTime())
    return new Map(alive.map(({ key, value }) => [key, value]))
  }
  const ask = async (method: string, path: string, fields?: object): Promise<Answer> => {
    const answer = await send(program, method, path, held(false, path), fields)
    for (const header of answer.cookies) keep(jar, program, header)
    return answer
  }
  return {
    get: (path) => ask('GET', path),
    post: (path, fields = {}) => ask('POST', path, fields),
    cookies: () => held(false),
    scriptCookies: () => held(true),
    plant(cookies) {
      for (const [name, value] of cookies) keep(jar, program, `${name}=${value}; Path=/`)
    },
  }
}

/** A request by hand, with cookies from anywhere. */
export function visitWith(program: RunningProgram, cookies: Cookies, path: string): Promise<Answer> {
  return send(program, 'GET', path, cookies)
}

/** A request that is not read to its end; the result ends it. */
export async function holdOpen(program: RunningProgram, cookies: Cookies, path: string): Promise<() => void> {
  const held = new AbortController()
  await fetch(program.origin + path, { headers: { cookie: headerOf(cookies) }, signal: held.signal })
  return () => held.abort()
}

interface FullAnswer extends Answer {
  readonly cookies: readonly string[]
}

async function send(program: RunningProgram, method: string, path: string, cookies: Cookies, fields?: object): Promise<FullAnswer> {
  const headers = new Headers(fields && { 'content-type': 'application/json' })
  if (cookies.size > 0) headers.set('cookie', headerOf(cookies))
  try {
    const response = await fetch(program.origin + path, {
      method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
      ...(fields && { body: JSON.stringify(fields) }),
    })
    return { status: response.status, text: await response.text(), cookies: response.headers.getSetCookie() }
  } catch (error) {
    throw new Error(`${method} ${path} was not answered.\n${program.output()}`, { cause: error })
  }
}

function headerOf(cookies: Cookies): string {
  return [...cookies].map((pair) => pair.join('=')).join('; ')
}

/** A cookie lives from when it was received; Max-Age comes before Expires (RFC 6265, 5.3). */
function keep(jar: CookieJar, program: RunningProgram, header: string): void {
  const cookie = Cookie.parse(header)
  if (!cookie) throw new Error(`This is no cookie: ${header}`)
  if (typeof cookie.maxAge === 'number') {
    cookie.expires = new Date(cookie.maxAge > 0 ? program.now().getTime() + cookie.maxAge * 1000 : 0)
    cookie.maxAge = null
  }
  jar.setCookieSync(cookie, program.origin, { http: true })
}
