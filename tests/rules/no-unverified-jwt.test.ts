import rule from '../../lib/rules/no-unverified-jwt.js'
import { fileIn, ruleTester, type ExpectedError, type InvalidCase, type ValidCase } from '../rule-tester.js'

const HEAD = `import express from 'express'\nimport jwt from 'jsonwebtoken'\nconst app = express()\n`
const JOSE = `import { decodeJwt, jwtVerify } from 'jose'\n`
const TS = { filename: fileIn('fixtures/file.ts') }
const BEARER = `req.headers.authorization.split(' ')[1]`

function valid(name: string, code: string, more: Partial<ValidCase> = {}): ValidCase {
  return { name, code, ...more }
}

/** A handler of a route. */
function route(body: string, before = ''): string {
  return `${HEAD}app.get('/me', ${before}(req, res, next) => { ${body} })`
}

function invalid(name: string, code: string, error: ExpectedError, more: Partial<ValidCase> = {}): InvalidCase {
  return { name, code, output: null, errors: [error], ...more }
}

function decoded(name: string, code: string, more: Partial<ValidCase> = {}): InvalidCase {
  return invalid(name, code, { messageId: 'decoded' }, more)
}

/** A key that a decoding is given, and what it is called instead. */
function key(name: string, code: string, output?: string, decode = 'decode'): InvalidCase {
  const suggestions = output === undefined ? [] : [{ messageId: 'verify', data: { verify: 'verify' }, output }]
  return { name, code, output: null, errors: [{ messageId: 'key', data: { decode, verify: 'verify' }, suggestions } as ExpectedError] }
}

function expired(name: string, code: string, option: string, output: string, more: Partial<ValidCase> = {}): InvalidCase {
  return invalid(name, code, { messageId: 'expired', data: { option }, suggestions: [{ messageId: 'refuse', output }] }, more)
}

ruleTester.run(rule.name, rule, {
  valid: [
    valid('a verification by another library, whose options are put together', route(`const token = ${BEARER}; const options = { idToken: token }; client.verifyIdToken({ ...options, audience }); req.user = jwt.decode(token)`)),
    valid('a verification', route(`const user = jwt.verify(${BEARER}, key); res.json(user)`)),
    valid('a decoding before the verification, for the key', route(`const token = ${BEARER}; const { header } = jwt.decode(token, { complete: true }); const user = jwt.verify(token, keys[header.kid]); res.json(user)`)),
    valid('a decoding before the verification, for the owner', route(`const token = req.body.token; const { id } = jwt.decode(token); User.findById(id).then((user) => { jwt.verify(token, user.secret); res.json(user) })`)),
    valid('a decoding after the verification', route(`const token = ${BEARER}; jwt.verify(token, key); const user = jwt.decode(token); res.json(user)`)),
    valid('a decoding of a token of which only the age was wrong', route(`const token = ${BEARER}; try { jwt.verify(token, key) } catch (error) { if (error.name !== 'TokenExpiredError') throw error; req.user = jwt.decode(token) }`)),
    valid('a verification of what stands in the same place', route(`jwt.verify(${BEARER}, key); req.user = jwt.decode(${BEARER})`)),
    valid('a verification that is handed over', `import { promisify } from 'node:util'\n${HEAD}app.use(async (req, res, next) => { const token = ${BEARER}; await promisify(jwt.verify)(token, key); req.user = jwt.decode(token) })`),
    valid('a verification by a function of the program', route(`const token = ${BEARER}; verifyToken(token); req.user = jwt.decode(token)`)),
    valid('a verification by another library', `${HEAD}app.use(async (req, res, next) => { const token = ${BEARER}; await client.verifyIdToken({ idToken: token, audience }); req.user = jwt.decode(token) })`),
    valid('a decoding helper whose callers verify', `${HEAD}const read = (token) => jwt.decode(token)\napp.get('/me', (req, res) => { const token = ${BEARER}; jwt.verify(token, key); res.json(read(token)) })`),
    valid('a helper that others call', `import jwt from 'jsonwebtoken'\nexport const userOf = (token) => jwt.decode(token).sub`),
    valid('a guard before the handler', route(`req.user = jwt.decode(${BEARER})`, 'authenticate, ')),
    valid('a guard for all handlers', `${HEAD}app.use(requireToken)\napp.get('/me', (req, res) => { res.json(jwt.decode(${BEARER})) })`),
    valid('a handler that is registered elsewhere, in a file that verifies', `import jwt from 'jsonwebtoken'\nexport const guard = (req, res, next) => { jwt.verify(${BEARER}, key); next() }\nexport const me = (req, res) => { res.json(jwt.decode(${BEARER})) }`),
    valid('when it ends', route(`const { exp } = jwt.decode(${BEARER}); res.json({ exp })`)),
    valid('when it ends, of the whole', route(`const decoded = jwt.decode(${BEARER}); if (!decoded || decoded.exp * 1000 < Date.now()) return res.sendStatus(401); next()`)),
    valid('when it ends, of a token that is taken apart', route(`const { exp } = JSON.parse(atob(${BEARER}.split('.')[1])); res.json({ exp })`)),
    valid('when it ends, of a token whose letters are put together again', route(`const { exp } = JSON.parse(decodeURIComponent(escape(atob(${BEARER}.split('.')[1])))); res.json({ exp })`)),
    valid('a decoding in a callback of a handler that verifies', route(`const token = ${BEARER}; verifyToken(token); res.json(users.find((user) => user.id === jwt.decode(token).sub))`)),
    valid('a function that is given the context and verifies', `import { Hono } from 'hono'\nimport { decode } from 'hono/jwt'\nconst app = new Hono()\napp.get('/me', async (c) => { await verifySession(c); return c.json(decode(c.req.header('Authorization').slice(7))) })`),
    valid('a verification of the same cookie', `import { cookies } from 'next/headers'\nimport { jwtDecode } from 'jwt-decode'\nexport async function GET() { verifyToken(cookies().get('token').value); return Response.json(jwtDecode(cookies().get('token').value)) }`),
    valid('a claim that is looked up with the whole token', route('const token = req.cookies.refresh; const { payload } = jwt.decode(token, { complete: true }); store.delete(`refresh:${payload.sub}:${token}`); res.end()')),
    valid('a claim that is looked up with the whole token, at once', route('const token = req.cookies.refresh; const claims = jwt.decode(token); store.delete(`refresh:${claims.sub}:${token}`); res.end()')),
    valid('its own number, taken out of it in two steps', route('const { payload } = jwt.decode(req.cookies.token, { complete: true }); store.put(`revoked:${payload.jti}`, 1); res.end()')),
    valid('what a log alone gets, taken out of it in two steps', route('const { payload } = jwt.decode(req.cookies.token, { complete: true }); logger.info(payload.sub); res.end()')),
    valid('cookies of a page, by a library for them', `import jwt from 'jsonwebtoken'\nimport nookies from 'nookies'\nexport function Account() { const { token } = nookies.get(null); return jwt.decode(token).name }`),
    valid('which key it names', route(`const decoded = jwt.decode(${BEARER}, { complete: true }); findKey(decoded.header.kid)`)),
    valid('who has made it', route(`const { payload: { iss } } = jwt.decode(${BEARER}, { complete: true }); select(iss)`)),
    valid('a token of a provider, straight from there', `import jwt from 'jsonwebtoken'\nasync function callback(code) { const { id_token } = await client.exchange(code); return jwt.decode(id_token) }`),
    valid('a token in the session', route(`res.json(jwt.decode(req.session.token))`)),
    valid('a token that a middleware has left', `import { jwtDecode } from 'jwt-decode'\n${route(`res.json(jwtDecode(res.locals.user.token))`)}`),
    valid('a token in a signed cookie', route(`res.json(jwt.decode(req.signedCookies.token))`)),
    valid('a page that shows who is logged in', `import { jwtDecode } from 'jwt-decode'\nconst user = jwtDecode(localStorage.getItem('token'))\ndocument.title = user.name`),
    valid('a component of a page', `'use client'\nimport { decodeJwt } from 'jose'\nexport const useUser = (ctx) => decodeJwt(ctx.cookies.token)`),
    valid('a client of an API', `import { jwtDecode } from 'jwt-decode'\nexport class Client { setToken(token) { this.user = jwtDecode(token).sub } }`),
    valid('a tool', route(`res.json(jwt.decode(req.body.token))`), { filename: fileIn('fixtures/tools/inspect.js') }),
    valid('a debugger', route(`res.json(jwt.decode(req.body.token))`), { filename: fileIn('fixtures/jwt-debugger.js') }),
    valid('a test', route(`res.json(jwt.decode(req.body.token))`), { filename: fileIn('fixtures/auth.spec.js') }),
    valid('options of a decoding', route(`const header = jwt.decode(token, options)`)),
    valid('a decoding that verifies', `import jwt from 'jwt-simple'\n${route(`req.user = jwt.decode(${BEARER}, key)`)}`.replace(`import jwt from 'jsonwebtoken'\n`, '')),
    valid('a decoding that may verify', `import jwt from 'jwt-simple'\njwt.decode(token, key, lenient)`),
    valid('only the header', `import { decodeProtectedHeader } from 'jose'\n${route(`find(decodeProtectedHeader(${BEARER}).kid)`)}`),
    valid('parts of something else', route(`const [name, extension] = req.body.file.split('.'); save(atob(req.body.content), extension)`)),
    valid('parts of a token that is verified', route(`const token = ${BEARER}; jwt.verify(token, key); req.user = JSON.parse(atob(token.split('.')[1]))`)),
    valid('the first part of a token', route(`const header = JSON.parse(Buffer.from(${BEARER}.split('.')[0], 'base64').toString())`)),

    valid('old tokens, refused', `import jwt from 'jsonwebtoken'\njwt.verify(token, key, { ignoreExpiration: false })`),
    valid('old tokens, perhaps', `import jwt from 'jsonwebtoken'\njwt.verify(token, key, { ignoreExpiration: config.lenient })`),
    valid('old tokens that are renewed', `import jwt from 'jsonwebtoken'\nfunction refreshToken(token) { return jwt.verify(token, key, { ignoreExpiration: true }) }`),
    valid('old tokens at a route that renews them', `${HEAD}app.post('/auth/refresh', (req, res) => { res.json(issue(jwt.verify(req.body.token, key, { ignoreExpiration: true }))) })`),
    valid('old tokens of someone who logs out', `import jwt from 'jsonwebtoken'\nconst logout = (token) => { revoke(jwt.verify(token, key, { ignoreExpiration: true }).jti) }`),
    valid('old tokens, of which the program looks at the end of what the call gives', `import { verify } from 'hono/jwt'\nasync function nameIn(token) { if ((await verify(token, key, { alg: 'HS256', exp: false })).exp < now() - grace) throw new Error() }`),
    valid('old tokens, of which the program looks at the end', `import jwt from 'jsonwebtoken'\nfunction read(token) { const claims = jwt.verify(token, key, { ignoreExpiration: true }); if (claims.exp < now() - grace) throw new Error(); return claims }`),
    valid('old tokens of a strategy for them', `import { Strategy } from 'passport-jwt'\nclass Own extends PassportStrategy(Strategy, 'jwt-refresh') { constructor() { super({ jwtFromRequest, secretOrKey: key, ignoreExpiration: true }) } }`),
    valid('claims that nobody can see, in a token for the checks of the library', `import { UnsecuredJWT } from 'jose'\nasync function check(token) { const claims = await introspect(token); return UnsecuredJWT.decode(new UnsecuredJWT(claims).encode(), { audience }).payload }`),
    valid('a token with a signature', `import jwt from 'jsonwebtoken'\njwt.sign({ id }, key, { algorithm: 'HS512' })`),
  ],
  invalid: [
    decoded('the parts of a token, in an odd spelling', route("req.user = JSON.parse(Buffer.from((req.cookies.token.split) ( /* at */ `.` )[1], 'base64').toString())")),
    invalid('a decoding of a header', route(`req.user = jwt.decode(${BEARER}); next()`), { messageId: 'decoded', line: 4, column: 53, endColumn: 59 }),
    ...[
      ['in what a page gives the socket', 'io.use((socket, next) => { const payload = jwt.decode(socket.handshake.auth.token); socket.userId = payload.sub; next() })'],
      ['in what a page gives the socket, by a name', 'module.exports = (io) => { io.use((socket, next) => { const { token } = socket.handshake.auth; const payload = jwt.decode(token); if (!payload) return next(new Error()); socket.userId = payload.sub; next() }) }'],
      ['of which an authorizer decides', "exports.handler = async (event) => { const token = event.authorizationToken.split(' ')[1]; const payload = jwt.decode(token); return generatePolicy(payload.sub, 'Allow', event.methodArn) }"],
      ['in the address of a web socket', `wss.on('connection', (ws, req) => { const token = new URL(req.url, 'http://x').searchParams.get('token'); const user = jwt.decode(token); if (!user) return ws.close(4401); ws.user = user })`],
      ['in the address of a web socket, parsed', `wss.on('connection', (ws, req) => { const { token } = url.parse(req.url, true).query; ws.user = jwt.decode(token) })`],
      ['in the address of a server', `require('http').createServer((req, res) => { const { query } = url.parse(req.url, true); res.end(jwt.decode(query.token).name) })`],
    ].map(([title, code]) => decoded(`a decoding of a token ${title}`, `const jwt = require('jsonwebtoken')\nconst url = require('url')\n${code}`)),
    decoded('a decoding of a cookie', route(`req.user = jwt.decode(req.cookies.token)`)),
    decoded('a decoding of a body', route(`const { id } = jwt.decode(req.body.token); res.json(db.get(id))`)),
    decoded('a decoding of a header that a function finds', route(`const user = jwt.decode(extractToken(req)); res.json(user)`)),
    decoded('a decoding of a header that a function of the file finds', `${HEAD}const tokenOf = (request) => request.headers.authorization.slice(7)\napp.use((req, res, next) => { req.user = jwt.decode(tokenOf(req)); next() })`),
    decoded('a decoding of a header by a method', route(`const token = req.get('Authorization').replace('Bearer ', ''); res.json(jwt.decode(token))`)),
    decoded('a decoding of one of several places', route(`let token; if (req.headers.authorization) token = ${BEARER}; else token = req.query.token; req.user = jwt.decode(token)`)),
    decoded('a decoding of what is there', route(`const token = req.cookies.token || ''; const decoded = jwt.decode(token); req.userId = decoded.sub`)),
    decoded('a decoding in a helper of the file', `${HEAD}function userOf(token) { return jwt.decode(token).sub }\napp.get('/me', (req, res) => { res.json(userOf(req.cookies.token)) })`),
    decoded('a decoding with a callback around it', route(`load().then(() => { req.user = jwt.decode(${BEARER}) })`)),
    decoded('a decoding beside the verification of another token', route(`jwt.verify(req.cookies.session, key); req.user = jwt.decode(req.cookies.profile)`)),
    decoded('a decoding in a middleware', `${HEAD}function auth(req, res, next) { req.user = jwt.decode(${BEARER}); next() }\napp.use(auth)`),
    decoded('a decoding in a file that verifies for others', `${HEAD}app.use('/admin', (req, res, next) => { jwt.verify(${BEARER}, key); next() })\napp.get('/me', (req, res) => { res.json(jwt.decode(${BEARER})) })`),
    decoded('a decoding in a decorator', `import { createParamDecorator, ExecutionContext } from '@nestjs/common'\nimport * as jwt from 'jsonwebtoken'\nexport const User = createParamDecorator((data: unknown, ctx: ExecutionContext) => { const request = ctx.switchToHttp().getRequest(); const token = request.headers.authorization.split(' ')[1]; return jwt.decode(token) })`, TS),
    decoded('a decoding in a method of a guard', `import { JwtService } from '@nestjs/jwt'\nclass Guard { constructor(private jwtService: JwtService) {} canActivate(context) { const request = context.switchToHttp().getRequest(); request.user = this.jwtService.decode(this.tokenOf(request)); return true } tokenOf(request) { return request.headers.authorization?.split(' ')[1] } }`, TS),
    decoded('a decoding in a guard of Nest for GraphQL', `import { GqlExecutionContext } from '@nestjs/graphql'\nimport * as jwt from 'jsonwebtoken'\nclass Guard { canActivate(context) { const { req } = GqlExecutionContext.create(context).getContext(); req.user = jwt.decode(req.headers.authorization?.split(' ')[1]); return Boolean(req.user) } }`, TS),
    decoded('a decoding of what a library for cookies finds', `import jwt from 'jsonwebtoken'\nimport nookies from 'nookies'\nexport async function getServerSideProps(ctx) { const { token } = nookies.get(ctx); const user = jwt.decode(token); return { props: await load(user.id) } }`, { filename: fileIn('fixtures/pages/account.js') }),
    decoded('a claim that is looked up without the token', route('const claims = jwt.decode(req.cookies.token); store.delete(`refresh:${claims.sub}`); res.end()')),
    decoded('a part of it of which something is tested', route('const { payload } = jwt.decode(req.cookies.token, { complete: true }); if (payload.role !== "admin") return res.end(); next()')),
    decoded('a claim that is tested', route('const { role } = jwt.decode(req.cookies.token); if (role !== "admin") return res.end(); next()')),
    decoded('a decoding in a middleware at the edge', `${JOSE}export function middleware(request) { const token = request.cookies.get('token')?.value; if (!decodeJwt(token).admin) return redirect('/login') }`),
    decoded('a decoding of the cookies that a module knows', `import { cookies } from 'next/headers'\n${JOSE}export async function getUser() { const token = (await cookies()).get('token')?.value; return decodeJwt(token) }`),
    decoded('a decoding for show, on the server', `import { jwtDecode } from 'jwt-decode'\n${route(`req.user = jwtDecode(${BEARER})`)}`),
    decoded('a decoding with a decoder', `import { createDecoder } from 'fast-jwt'\n${route(`req.user = decode(${BEARER})`)}\nconst decode = createDecoder()`),
    decoded('a decoding of Hono', `import { decode } from 'hono/jwt'\nexport const me = (c) => { const { payload } = decode(c.req.header('Authorization').slice(7)); return c.json(payload) }`),
    decoded('a decoding by the plugin', `import Fastify from 'fastify'\nimport jwt from '@fastify/jwt'\nconst app = Fastify()\napp.get('/me', async (request) => { const user = await request.jwtDecode(); return user })`),
    decoded('the parts of a token', route(`req.user = JSON.parse(Buffer.from(${BEARER}.split('.')[1], 'base64').toString())`)),
    decoded('the parts of a token in a page’s way', route(`const [, payload] = req.cookies.token.split('.'); req.user = JSON.parse(atob(payload))`)),
    decoded('the parts of a token, spelt as Base64', route(`const part = req.cookies.token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/'); req.user = JSON.parse(decodeURIComponent(escape(atob(part))))`)),

    key('a secret of the environment', `${HEAD}const user = jwt.decode(token, process.env.JWT_SECRET)`, `${HEAD}const user = jwt.verify(token, process.env.JWT_SECRET)`),
    key('a secret of a configuration', `const jwt = require('jsonwebtoken')\nmodule.exports = (token) => jwt.decode(token, config.get('jwtSecret'))`, `const jwt = require('jsonwebtoken')\nmodule.exports = (token) => jwt.verify(token, config.get('jwtSecret'))`),
    key('a text', `${HEAD}jwt.decode(token, 'keyboard cat')`, `${HEAD}jwt.verify(token, 'keyboard cat')`),
    key('a function that stands alone, beside the other', `import { decode, verify } from 'jsonwebtoken'\ndecode(token, SECRET_KEY)`, `import { decode, verify } from 'jsonwebtoken'\nverify(token, SECRET_KEY)`),
    key('a function that stands alone, beside the other of require', `const { decode, verify } = require('jsonwebtoken')\ndecode(token, SECRET_KEY)`, `const { decode, verify } = require('jsonwebtoken')\nverify(token, SECRET_KEY)`),
    key('a function that stands alone, without the other', `import { decode } from 'jsonwebtoken'\ndecode(token, SECRET_KEY)`),
    key('a function that stands alone, beside another one of that name', `import { decode } from 'jsonwebtoken'\nimport { verify } from './passwords'\ndecode(token, SECRET_KEY)`),
    key('a secret in a page', `import jwt from 'jsonwebtoken'\nconst user = jwt.decode(localStorage.getItem('token'), SECRET)`, `import jwt from 'jsonwebtoken'\nconst user = jwt.verify(localStorage.getItem('token'), SECRET)`),
    invalid('a verification that is turned off', `import jwt from 'jwt-simple'\nconst user = jwt.decode(token, process.env.SECRET, true)`, {
      messageId: 'turnedOff',
      data: { value: 'true' },
      line: 2,
      column: 52,
      endColumn: 56,
      suggestions: [{ messageId: 'turnOn', output: `import jwt from 'jwt-simple'\nconst user = jwt.decode(token, process.env.SECRET, false)` }],
    }),
    decoded('a verification that is turned off, without a key', `import jwt from 'jwt-simple'\n${route(`req.user = jwt.decode(${BEARER}, null, true)`)}`.replace(`import jwt from 'jsonwebtoken'\n`, '')),

    expired('old tokens', `import jwt from 'jsonwebtoken'\nconst user = jwt.verify(token, key, { algorithms: ['HS256'], ignoreExpiration: true })`, 'ignoreExpiration', `import jwt from 'jsonwebtoken'\nconst user = jwt.verify(token, key, { algorithms: ['HS256'] })`),
    expired('old tokens, in a function whose option is called like the end', `import { verify } from 'hono/jwt'\nasync function nameIn(token) { return (await verify(token, key, { alg: 'HS256', exp: false })).sub }`, 'exp', `import { verify } from 'hono/jwt'\nasync function nameIn(token) { return (await verify(token, key, { alg: 'HS256' })).sub }`),
    expired('old tokens of an Express middleware', `import { expressjwt } from 'express-jwt'\nexpressjwt({ secret, algorithms: ['HS256'], ignoreExpiration: true })`, 'ignoreExpiration', `import { expressjwt } from 'express-jwt'\nexpressjwt({ secret, algorithms: ['HS256'] })`),
    expired('old tokens of a Koa middleware', `import jwt from 'koa-jwt'\njwt({ secret, ignoreExpiration: !0 })`, 'ignoreExpiration', `import jwt from 'koa-jwt'\njwt({ secret })`),
    expired('old tokens of a strategy', `import { Strategy } from 'passport-jwt'\nclass Own extends PassportStrategy(Strategy) {\n  constructor() {\n    super({\n      jwtFromRequest,\n      ignoreExpiration: true,\n      secretOrKey: key,\n    })\n  }\n}`, 'ignoreExpiration', `import { Strategy } from 'passport-jwt'\nclass Own extends PassportStrategy(Strategy) {\n  constructor() {\n    super({\n      jwtFromRequest,\n      secretOrKey: key,\n    })\n  }\n}`),
    expired('old tokens of a plugin', `import jwt from '@fastify/jwt'\napp.register(jwt, { secret, verify: { ignoreExpiration: true, algorithms: ['HS256'] } })`, 'ignoreExpiration', `import jwt from '@fastify/jwt'\napp.register(jwt, { secret, verify: { algorithms: ['HS256'] } })`),
    expired('old tokens of a module', `import { JwtModule } from '@nestjs/jwt'\nJwtModule.register({ secret, verifyOptions: { ignoreExpiration: true } })`, 'ignoreExpiration', `import { JwtModule } from '@nestjs/jwt'\nJwtModule.register({ secret, verifyOptions: {} })`),
    expired('old tokens of a verifier', `import { createVerifier } from 'fast-jwt'\nexport const verify = createVerifier({ key, ignoreExpiration: true })`, 'ignoreExpiration', `import { createVerifier } from 'fast-jwt'\nexport const verify = createVerifier({ key })`),
    expired('old tokens where the end is not looked at', `import { verify } from 'hono/jwt'\nconst user = await verify(token, key, { alg: 'HS256', exp: false })`, 'exp', `import { verify } from 'hono/jwt'\nconst user = await verify(token, key, { alg: 'HS256' })`),

    invalid('a token that no algorithm signs', `import jwt from 'jsonwebtoken'\njwt.sign({ id }, '', { algorithm: 'none', expiresIn: '1h' })`, { messageId: 'unsigned' }),
    invalid('a token that is built without a signature', `import { UnsecuredJWT } from 'jose'\nconst token = new UnsecuredJWT({ id }).setExpirationTime('1h').encode()`, { messageId: 'unsigned', line: 2, column: 19, endColumn: 31 }),
    decoded('a token without a signature that is read', `import { UnsecuredJWT } from 'jose'\nimport express from 'express'\nexpress().use((req, res, next) => { req.user = UnsecuredJWT.decode(req.cookies.token).payload; next() })`),
  ],
})
