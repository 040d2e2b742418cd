import { eventsOf } from '../events-of.js'
import { formsOfNamed } from './import-forms.js'

const COOKIE = /^cookieWritten node:http proved `.*` sid session lifetime=none$/
const HEAD = `import http from 'node:http';`

function inHandler(statement: string): string[] {
  return eventsOf(`${HEAD} http.createServer((req, res) => { ${statement} })`)
}

describe('a server', () => {
  const forms = ['node:http', 'http', 'https', 'http2'].flatMap((module) => formsOfNamed(module, 'createServer').map((form) => ({ ...form, module })))
  it.each(forms.map(({ head, module, name, title }) => [module, title, head, name]))('of %s by %s', (_module, _title, head, name) => {
    expect(eventsOf(`${head}; ${name}((a, b) => { b.setHeader('Set-Cookie', \`sid=\${id}\`) })`)).toEqual([expect.stringMatching(COOKIE)])
  })

  it.each([
    ['with options', `http.createServer({ keepAlive: true }, (a, b) => { b.setHeader('Set-Cookie', \`sid=\${id}\`) })`],
    ['with a declared handler', `http.createServer(handle); function handle(a, b) { b.setHeader('Set-Cookie', \`sid=\${id}\`) }`],
    ['with a handler of its event', `const server = http.createServer(); server.on('request', (a, b) => { b.setHeader('Set-Cookie', \`sid=\${id}\`) })`],
    ['with types', `import { IncomingMessage, ServerResponse } from 'http'; export const f = (a: IncomingMessage, b: ServerResponse) => { b.setHeader('Set-Cookie', \`sid=\${id}\`) }`],
    ['with a type of the handler', `import { RequestListener } from 'node:http'; export const f: RequestListener = (a, b) => { b.setHeader('Set-Cookie', \`sid=\${id}\`) }`],
    ['by the names of its parameters', `export const handle = (req, res) => { res.setHeader('Set-Cookie', \`sid=\${id}\`) }`],
  ])('%s', (_title, code) => {
    expect(eventsOf(`${HEAD} ${code}`)).toEqual([expect.stringMatching(COOKIE)])
  })
})

describe('a header', () => {
  it.each([
    ['setHeader', `res.setHeader('Set-Cookie', \`sid=\${id}\`)`],
    ['a name in another case', `res.setHeader('set-cookie', \`sid=\${id}\`)`],
    ['a name in a third case', `res.setHeader('Set-cookie', \`sid=\${id}\`)`],
    ['a name in a constant', `const NAME = 'Set-Cookie'; res.setHeader(NAME, \`sid=\${id}\`)`],
    ['appendHeader', `res.appendHeader('Set-Cookie', \`sid=\${id}\`)`],
    ['writeHead', `res.writeHead(200, { 'Set-Cookie': \`sid=\${id}\` })`],
    ['writeHead with a message', `res.writeHead(200, 'OK', { 'Set-Cookie': \`sid=\${id}\` })`],
    ['writeHead with a constant', `const headers = { 'Content-Type': 'a', 'set-cookie': \`sid=\${id}\` }; res.writeHead(200, headers)`],
    ['writeHead with a spread', `res.writeHead(200, { ...base, 'Set-Cookie': \`sid=\${id}\` })`],
    ['writeHead with a later write', `const headers = {}; headers['Set-Cookie'] = \`sid=\${id}\`; res.writeHead(200, headers)`],
    ['a chain', `res.writeHead(200, { 'Set-Cookie': \`sid=\${id}\` }).end()`],
    ['a sum', `res.setHeader('Set-Cookie', 'sid=' + id)`],
    ['a constant', `const cookie = 'sid=' + id; res.setHeader('Set-Cookie', cookie)`],
    ['a constant name of the cookie', `const NAME = 'sid'; res.setHeader('Set-Cookie', \`\${NAME}=\${id}\`)`],
    ['a literal', `res.setHeader('Set-Cookie', 'sid=abc')`],
    ['an array', `res.setHeader('Set-Cookie', [\`sid=\${id}\`])`],
    ['a constant array', `const cookies = [\`sid=\${id}\`]; res.setHeader('Set-Cookie', cookies)`],
    ['an array of attributes', `res.setHeader('Set-Cookie', ['sid=' + id].join('; '))`],
  ])('by %s', (_title, statement) => {
    expect(inHandler(statement)).toEqual([expect.stringMatching(COOKIE)])
  })

  it('is no session by what its value is called, as its name is a text', () => {
    expect(inHandler(`res.setHeader('Set-Cookie', \`mode=\${auth}\`)`)).toEqual(['cookieWritten node:http proved ``mode=${auth}`` mode unknown lifetime=?'])
  })

  it('that others may write over is nobody knows what', () => {
    expect(inHandler(`res.writeHead(200, { 'Set-Cookie': \`sid=\${id}\`, ...more })`)).toEqual([])
  })

  it('with several cookies is one event for each', () => {
    expect(inHandler(`res.setHeader('Set-Cookie', [\`sid=\${id}; HttpOnly\`, 'theme=dark', 'old=; Max-Age=0'])`)).toEqual([
      'cookieWritten node:http proved `\\`sid=${id}; HttpOnly\\`` sid session httpOnly=true lifetime=none'.replaceAll('\\', ''),
      "cookieWritten node:http proved `'theme=dark'` theme other lifetime=none",
      "cookieCleared node:http proved `'old=; Max-Age=0'` old unknown",
    ])
  })

  it.each([
    ['all attributes', `'sid=' + id + '; HttpOnly; Secure; SameSite=Lax; Path=/; Domain=x.org; Partitioned; Max-Age=60'`, 'httpOnly=true secure=true sameSite=Lax path=/ domain=x.org partitioned=true lifetime=60s'],
    ['attributes in any case', `'sid=' + id + '; httponly; SECURE; samesite=Strict'`, 'httpOnly=true secure=true sameSite=Strict lifetime=none'],
    ['an attribute with a value', `'sid=' + id + '; HttpOnly=false'`, 'httpOnly=true lifetime=none'],
    ['an attribute whose value nobody can say', `\`sid=\${id}; Path=\${base}; Max-Age=\${age}\``, 'path=? lifetime=?'],
    ['an attribute in a part of a value', `\`sid=\${id}; Domain=.\${host}\``, 'domain=? lifetime=none'],
    ['attributes that nobody can see', `\`sid=\${id}; \${attributes}\``, 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'],
    ['attributes that may follow another', `\`sid=\${id}; Path=/; HttpOnly\${production ? '; Secure' : ''}\``, 'httpOnly=true secure=? sameSite=? path=/ domain=? partitioned=? lifetime=?'],
    ['attributes that may follow a value', `\`sid=\${id}; Max-Age=60\${secure}\``, 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'],
    ['attributes that may follow the cookie', `\`sid=\${id}\${attributes}\``, 'httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?'],
    ['a date', `'sid=' + id + '; Expires=Fri, 31 Dec 9999 23:59:59 GMT'`, 'lifetime=ends'],
    ['an array of attributes', `['sid=' + id, 'HttpOnly', 'Path=/'].join('; ')`, 'httpOnly=true path=/ lifetime=none'],
  ])('has %s', (_title, value, expected) => {
    const [event = ''] = inHandler(`res.setHeader('Set-Cookie', ${value})`)
    expect(event.replace(/^cookieWritten node:http proved `.*` sid session /s, '')).toBe(expected)
  })

  it.each([
    ['an empty value', `'sid='`],
    ['an empty value with attributes', `'sid=; Path=/; HttpOnly'`],
    ['an age of 0', `'sid=deleted; Max-Age=0'`],
    ['a negative age', `'sid=deleted; Max-Age=-1'`],
    ['a date that is over', `'sid=deleted; Expires=Thu, 01 Jan 1970 00:00:00 GMT'`],
  ])('clears a cookie by %s', (_title, value) => {
    expect(inHandler(`res.setHeader('Set-Cookie', ${value})`)).toEqual([expect.stringMatching(/^cookieCleared node:http proved `.*` sid session$/)])
  })

  it.each([
    ['another header', `res.setHeader('X-Session', 'sid=1')`],
    ['a header whose name nobody can say', `res.setHeader(name, 'sid=1')`],
    ['a value that is made elsewhere', `res.setHeader('Set-Cookie', serialize('sid', id))`],
    ['a value that grows', `let cookie = 'sid=1'; if (secure) cookie += '; Secure'; res.setHeader('Set-Cookie', cookie)`],
    ['an array that grows', `const cookies = []; cookies.push('sid=1'); res.setHeader('Set-Cookie', cookies)`],
    ['a text that is no cookie', `res.setHeader('Set-Cookie', 'secure')`],
    ['headers that nobody can see', `res.writeHead(200, headers)`],
    ["a client's request", `const out = http.request(url); out.setHeader('Set-Cookie', 'sid=1')`],
  ])('is silent for %s', (_title, statement) => {
    expect(inHandler(statement)).toEqual([])
  })
})
