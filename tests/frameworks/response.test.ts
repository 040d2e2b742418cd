import { eventsOf } from '../events-of.js'

/** The event of one cookie, whatever is underlined. */
function events(code: string, filename?: string): string[] {
  return eventsOf(code, filename === undefined ? {} : { filename }).map((event) => event.replace(/`.*`/s, '…'))
}

const WRITTEN = 'cookieWritten Response proved … sid session lifetime=none'
const LIKELY = WRITTEN.replace('proved', 'likely')
const TEXT = '`sid=${id}`'

describe('a header', () => {
  it.each([
    ['append on headers', `const headers = new Headers(); headers.append('Set-Cookie', ${TEXT})`],
    ['set on headers', `const headers = new Headers({ 'Content-Type': 'text/html' }); headers.set('Set-Cookie', ${TEXT})`],
    ['append in another case', `const headers = new Headers(); headers.append('set-cookie', ${TEXT})`],
    ['append with a constant name', `const NAME = 'Set-Cookie'; new Headers().append(NAME, ${TEXT})`],
    ['an object of headers', `new Headers({ 'Set-Cookie': ${TEXT} })`],
    ['a list of headers', `new Headers([['Content-Type', 'text/html'], ['Set-Cookie', ${TEXT}]])`],
    ['a response', `const response = new Response(body); response.headers.append('Set-Cookie', ${TEXT})`],
    ['a response of another', `const response = new Response(upstream.body, upstream); response.headers.set('set-cookie', ${TEXT})`],
    ['a response in JSON', `const response = Response.json({}); response.headers.append('Set-Cookie', ${TEXT})`],
    ['a response made elsewhere', `const response = await next(); response.headers.append('Set-Cookie', ${TEXT})`],
    ['an object of headers in an answer', `response.headers['Set-Cookie'] = ${TEXT}`],
    ['a list in an object of headers', `response.headers['set-cookie'] = [${TEXT}]`],
    ['a list in an object of headers that grows', `response.headers['set-cookie'].push(${TEXT})`],
    ['a whole object of headers', `response.headers = { 'Set-Cookie': ${TEXT} }`],
    ['headers of a context', `export const login = procedure.mutation(({ ctx }) => { ctx.resHeaders.append('Set-Cookie', ${TEXT}) })`],
    ['a response in an event', `event.response.headers.append('Set-Cookie', ${TEXT})`],
    ['options of a response', `new Response(body, { headers: { 'Set-Cookie': ${TEXT} } })`],
    ['options with a status', `new Response(null, { status: 302, headers: { Location: '/', 'Set-Cookie': ${TEXT} } })`],
    ['options with headers', `new Response(null, { headers: new Headers({ 'Set-Cookie': ${TEXT} }) })`],
    ['options with a list', `new Response(null, { headers: [['Set-Cookie', ${TEXT}], ['Location', '/']] })`],
    ['options with a constant list', `const headers = [['Set-Cookie', ${TEXT}]]; new Response(null, { headers })`],
    ['options with a constant', `const headers = { 'Set-Cookie': ${TEXT} }; new Response(null, { headers })`],
    ['options with a spread', `new Response(null, { headers: { ...base, 'Set-Cookie': ${TEXT} } })`],
    ['options with a later write', `const headers = {}; headers['Set-Cookie'] = ${TEXT}; new Response(null, { headers })`],
    ['constant options', `const init = { status: 200, headers: { 'Set-Cookie': ${TEXT} } }; new Response(null, init)`],
    ['options of JSON', `Response.json({ ok: true }, { headers: { 'Set-Cookie': ${TEXT} } })`],
    ['a sum', `new Response(null, { headers: { 'Set-Cookie': 'sid=' + id } })`],
    ['a constant text', `const text = ${TEXT}; new Response(null, { headers: { 'Set-Cookie': text } })`],
    ['a chain in place', `new Response(null).headers.append('Set-Cookie', ${TEXT})`],
    ['a response of the window', `const response = new Response(); globalThis.x = response; response.headers.append('Set-Cookie', ${TEXT})`],
  ])('by %s', (_title, code) => {
    expect(events(code)).toEqual([WRITTEN])
  })

  it.each([
    ['typed headers', `export function open(headers: Headers) { headers.append('Set-Cookie', ${TEXT}) }`],
    ['a typed response', `export function open(response: Response) { response.headers.append('Set-Cookie', ${TEXT}) }`],
    ['a typed response with a default', `export const open = (response: Response = new Response()) => response.headers.append('Set-Cookie', ${TEXT})`],
  ])('by %s', (_title, code) => {
    expect(events(code)).toEqual([WRITTEN])
  })

  it.each([
    ['headers that are handed in', `export function open(headers) { headers.append('Set-Cookie', ${TEXT}) }`],
    ['headers that are taken out of a context', `export const login = ({ resHeaders }) => { resHeaders.append('Set-Cookie', ${TEXT}) }`],
    ['an object with a status', `export async function post() { return { status: 303, headers: { 'set-cookie': ${TEXT} } } }`],
    ['an object of an arrow function', `export const login = async () => ({ status: 200, headers: { 'Set-Cookie': ${TEXT} } })`],
  ])('by %s', (_title, code) => {
    expect(events(code)).toEqual([LIKELY])
  })

  it('with several cookies is one event for each', () => {
    const code = `new Response(null, { headers: [['Set-Cookie', \`sid=\${id}; HttpOnly\`], ['set-cookie', 'theme=dark'], ['Set-Cookie', 'old=; Max-Age=0']] })`
    expect(events(code)).toEqual([
      'cookieWritten Response proved … sid session httpOnly=true lifetime=none',
      'cookieWritten Response proved … theme other lifetime=none',
      'cookieCleared Response proved … old unknown',
    ])
  })

  it('has the attributes that the text has', () => {
    expect(events(`new Response(null, { headers: { 'Set-Cookie': \`sid=\${id}; HttpOnly; Secure; SameSite=Lax; Path=/; Max-Age=60\` } })`)).toEqual([
      WRITTEN.replace('lifetime=none', 'httpOnly=true secure=true sameSite=Lax path=/ lifetime=60s'),
    ])
    expect(events(`new Response(null, { headers: { 'Set-Cookie': \`sid=\${id}; \${attributes}\` } })`)).toEqual([
      WRITTEN.replace('lifetime=none', 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'),
    ])
  })
})

describe('silence', () => {
  it.each([
    ['another header', `new Headers().append('X-Session', ${TEXT})`],
    ['what a library makes', `new Headers().append('Set-Cookie', await commitSession(session))`],
    ['a variable', `export const f = (cookie) => new Response(null, { headers: { 'Set-Cookie': cookie } })`],
    ['an upstream answer', `new Headers().append('Set-Cookie', upstream.headers.get('set-cookie'))`],
    ['a text that is no cookie', `new Headers().append('Set-Cookie', 'Secure')`],
    ['a client', `fetch(url, { headers: { 'Set-Cookie': ${TEXT} } })`],
    ['a client with headers', `fetch(url, { headers: new Headers({ 'Set-Cookie': ${TEXT} }) })`],
    ['a client with constant headers', `const headers = new Headers(); headers.append('Set-Cookie', ${TEXT}); await fetch(url, { headers })`],
    ['a request', `new Request(url, { headers: { 'Set-Cookie': ${TEXT} } })`],
    ['a request with headers', `new Request(url, { headers: new Headers({ 'Set-Cookie': ${TEXT} }) })`],
    ['headers of a request', `request.headers.set('Set-Cookie', ${TEXT})`],
    ['an object of headers of a request', `request.headers['Set-Cookie'] = ${TEXT}`],
    ['a whole object of headers in options', `options.headers = { 'Set-Cookie': ${TEXT} }`],
    ['a list in an object of headers of a request', `request.headers['set-cookie'].push(${TEXT})`],
    ['an object of headers in options', `options.headers['Set-Cookie'] = ${TEXT}`],
    ['an object of headers in an example', `response.headers['Set-Cookie'] = 'sid=1'`],
    ['headers of a typed request', `export const f = (request: Request) => { request.headers.set('Set-Cookie', ${TEXT}) }`],
    ['the cookies of a request', `const headers = new Headers(); headers.set('Cookie', ${TEXT}); await fetch(url, { headers })`],
    ['another class', `class Headers { append(name, value) {} } new Headers().append('Set-Cookie', ${TEXT})`],
    ['a form', `const form = new FormData(); form.append('Set-Cookie', ${TEXT})`],
    ['a map', `const cache = new Map(); cache.set('Set-Cookie', ${TEXT})`],
    ['a test client', `request(app).get('/').set('Set-Cookie', ${TEXT})`],
    ['an interceptor', `nock(url).post('/login').reply(200, {}, { 'Set-Cookie': ${TEXT} })`],
    ['a mocked answer', `HttpResponse.json({}, { status: 200, headers: { 'Set-Cookie': ${TEXT} } })`],
    ['an answer in a test', `import { http } from 'msw'; export const handlers = [http.post('/login', () => new Response(null, { headers: { 'Set-Cookie': ${TEXT} } }))]`],
    ['headers in a test', `import { it } from 'vitest'; it('works', () => { const headers = new Headers(); headers.append('Set-Cookie', ${TEXT}) })`],
    ['a mocked response', `globalThis.fetch = jest.fn(async () => new Response(null, { headers: { 'Set-Cookie': ${TEXT} } }))`],
    ['a mocked function', `const send = vi.fn(async () => ({ status: 200, headers: { 'Set-Cookie': ${TEXT} } }))`],
    ['a mocking function', `export function mockLogin(id) { return { status: 200, headers: { 'Set-Cookie': ${TEXT} } } }`],
    ['an expectation', `expect(response).toMatchObject({ status: 200, headers: { 'set-cookie': ${TEXT} } })`],
    ['an object that nobody returns', `const expected = { status: 200, headers: { 'set-cookie': ${TEXT} } }; compare(expected)`],
    ['an example', `export const example = () => ({ status: 200, headers: { 'set-cookie': 'sid=1' } })`],
    ['headers without a status', `export const options = () => ({ headers: { 'Set-Cookie': ${TEXT} } })`],
  ])('for %s', (_title, code) => {
    expect(events(code)).toEqual([])
  })

  it('in a file of mocks', () => {
    const code = `export const login = async () => ({ status: 200, headers: { 'Set-Cookie': ${TEXT} } })`
    expect(events(code, '/nowhere/mocks/login.ts')).toEqual([])
  })
})
