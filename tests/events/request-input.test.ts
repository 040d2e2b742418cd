import { describe, expect, it } from 'vitest'
import { createRequestInput } from '../../lib/events/request-input.js'
import { inHandler, sentIn } from './value-sent.js'

/** The calls on the way of the value that a program sends, from the request on; undefined if it is not from there. */
function wayIn(code: string): readonly string[] | undefined {
  const { file, text, value } = sentIn(code)
  return createRequestInput(file.context, file.handlers).wayOf(value)?.map(text)
}

const HELPER = 'const tokenOf = (request) => request.headers.authorization'

describe('a value comes from a request', () => {
  it.each([
    ['at once', 'send(req.headers.authorization)'],
    ['in a cookie', 'send(req.cookies.token)'],
    ['in the body', 'send(req.body)'],
    ['by a method', `send(req.get('Authorization'))`],
    ['in a text', 'send(`${a}${req.query.token}`)'],
    ['by a name', 'const { token } = req.body; send(token)'],
    ['by a name that gets it later', `let token; if (a) token = req.query.token; send(token)`],
    ['or from elsewhere', 'send(load() || req.query.token)'],
    ['or is nothing', `send(req.query.token ?? '')`],
    ['if it is there', 'send(a && req.query.token)'],
    ['or another way', 'send(a ? load() : req.query.token)'],
    ['if something is so', 'send(a ? req.query.token : load())'],
    ['later', 'send(await req.body.token)'],
    ['in a part', `send(req.headers.authorization.split(' ')[1])`],
    ['in another spelling', 'send(req.headers.authorization.replace(/a/, 1).trim())'],
    ['in its address', `send(new URL(req.url, 'http://localhost').searchParams.get('token'))`],
    ['in its address, by names', `const address = new URL(\`http://localhost\${req.url}\`); const token = address.searchParams.get('token'); send(token)`],
    ['in its address that is put together', `send(new URL('http://localhost' + req.url).searchParams.get('token'))`],
    ['in its address that is parsed', 'const { token } = url.parse(req.url, true).query; send(token)'],
    ['in a part of its address', `send(new URLSearchParams(req.url.split('?')[1]).get('token'))`],
    ['by what finds tokens in it', 'send(extractToken(req))'],
    ['by what finds headers in a part of it', 'send(parse(req.headers))'],
  ])('%s', (_title, body) => {
    expect(wayIn(inHandler(body))).toEqual([])
  })

  it.each([
    ['of a socket, in a header', 'export const f = (socket) => send(socket.handshake.headers.authorization)', []],
    ['of a socket, in what it logs in with', 'export const f = (socket) => send(socket.handshake.auth.token)', []],
    ['of a socket, in what it logs in with, by a name', 'export const f = (socket) => { const { token } = socket.handshake.auth; send(token) }', []],
    ['of a socket, in what the server knows', 'export const f = (socket) => send(socket.handshake.session.token)', undefined],
    ['of a socket, in what it has by itself', 'export const f = (socket) => send(socket.data.authorization)', undefined],
    ['of an authorizer', "export const handler = async (event) => send(event.authorizationToken.split(' ')[1])", []],
    ['of an authorizer, by a name', 'exports.handler = async ({ authorizationToken }, context) => send(authorizationToken)', []],
    ['with a name of its own', 'export const f = (req) => send(req.headers.authorization)', []],
    ['with a name of its own, in a cookie', 'export const f = (request) => send(request.cookies.token)', []],
    ['with a name of its own, in what tells nothing', 'export const f = (input) => send(input.headers.authorization)', undefined],
    ['with a name of its own, signed', 'export const f = (ctx) => send(ctx.state.cookies.token)', undefined],
    ['with a name of its own, in its query', 'const ctx = make(); send(ctx.query.token)', undefined],
    ['with a variable of its own', 'let ctx = make(); if (a) ctx = b; send(ctx.cookies.token)', []],
    ['that a function makes', 'const ctx = make(); send(ctx.cookies.token)', undefined],
    ['that a module knows', `import { cookies } from 'next/headers'\nsend(cookies().get('token'))`, []],
    ['that a module knows, in its headers', `import { headers } from 'next/headers'\nsend(headers().get('authorization'))`, []],
    ['that a module knows, as a whole', `import { cookies } from 'next/headers'\nsend(cookies())`, undefined],
    ['of which another module has the cookies', `import { load } from './load.js'\nsend(load().get('token'))`, undefined],
    ['that is global', `send(cookies().get('token'))`, undefined],
  ])('%s', (_title, code, expected) => {
    expect(wayIn(code)).toEqual(expected)
  })

  it.each([
    ['by a function', inHandler('send(tokenOf(req))', HELPER), ['tokenOf(req)']],
    ['by a function of a function', inHandler('send(own(req))', `${HELPER}\nfunction own(request) { return tokenOf(request) }`), ['tokenOf(request)', 'own(req)']],
    ['by who calls the function', inHandler('answer(1, req.query.token)', 'function answer(a, token) { send(token) }'), []],
    ['by who gives all of it to the function', inHandler('answer(req.query)', 'function answer({ token }) { send(token) }'), []],
    ['by one of those who call the function', `${inHandler('answer(req.query.token)', 'function answer(token) { send(token) }')}\nanswer(load())`, ['answer(req.query.token)']],
  ])('and through functions: %s', (_title, code, expected) => {
    expect(wayIn(code)).toEqual(expected)
  })

  it.each([
    ['where it is in the address of another', `send(new URL(link, 'http://localhost').searchParams.get('token'))`],
    ['where something is made of the address', `send(new Link(req.url).token)`],
    ['where it is loaded', 'send(load())'],
    ['where the server has kept it', 'send(req.session.token)'],
    ['where a middleware has left it', 'send(res.locals.token)'],
    ['where it has a signature', 'send(req.signedCookies.token)'],
    ['where it only has to be there', 'send(req.query.token && load())'],
    ['where something else is found in it', 'send(findUser(req))'],
    ['where tokens are found in something else', 'send(extractToken(load()))'],
    ['where tokens are found in what it has kept', 'send(extractToken(req.session))'],
    ['where something is made of it', 'send(hash(req.headers.authorization))'],
    ['where it is in an object', 'send({ token: req.query.token })'],
    ['where a function is only named', 'const f = (token) => send(token); run(f, req.query.token)'],
    ['where a function gets too little', 'const f = (a, token) => send(token); f(req.query.token)'],
  ])('but not %s', (_title, body) => {
    expect(wayIn(inHandler(body))).toBeUndefined()
  })

  it('in as many steps as somebody would write', () => {
    const names = (count: number) => Array.from({ length: count }, (_, index) => `const a${index + 1} = wrap${index}(a${index}); function wrap${index}(a) { return a }`).join('; ')
    expect(wayIn(inHandler(`const a0 = req.query.token; ${names(1)}; send(a1)`))).toBeDefined()
    expect(wayIn(inHandler(`const a0 = req.query.token; ${names(20)}; send(a20)`))).toBeUndefined()
  })
})
