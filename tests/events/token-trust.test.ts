import { describe, expect, it } from 'vitest'
import { fileOf } from '../events-of.js'
import { isTrusted, looksAtEnd } from '../../lib/events/token-trust.js'

/** Whether what the first decoded token of a program says is trusted. */
function trusted(code: string): boolean | undefined {
  const file = fileOf(`import express from 'express'\nimport jwt from 'jsonwebtoken'\nconst app = express()\n${code}`)
  const [decoded] = file?.of('jwtDecoded') ?? []
  return file && decoded && isTrusted(decoded, file)
}

function route(body: string, before = ''): string {
  return `app.get('/me', ${before}async (req, res, next) => { ${body} })`
}

const DECODE = 'jwt.decode(req.cookies.token)'

describe('what a token says is trusted', () => {
  it.each([
    ['as it is given to somebody', `next(${DECODE})`],
    ['as a member of it is', `res.json(${DECODE}.sub)`],
    ['as a member of its payload is', `res.json(jwt.decode(req.cookies.token, { complete: true }).payload.sub)`],
    ['as a member is whose name nobody knows', `res.json(${DECODE}[name])`],
    ['as a member is that may be missing', `res.json(${DECODE}?.sub ?? 'nobody')`],
    ['as it decides which member is read', `res.json(users[${DECODE}])`],
    ['as it goes to a variable', `const user = await ${DECODE}; res.json(user.sub)`],
    ['as it goes to a variable that was there', `let user; user = ${DECODE}; res.json(user)`],

    ['as it goes to a log and to an answer', `const claims = ${DECODE}; logger.info(claims.sub); res.json(claims.sub)`],
    ['as a part of it goes to a log and to an answer', `const { sub } = ${DECODE}; logger.info(sub); res.json(sub)`],
    ['as it goes to what is no log', `req.login = { sub: ${DECODE}.sub }; next()`],
    ['as it goes to an audit log', `auditLogger.info({ user: ${DECODE}.sub }); next()`],
    ['as it goes to the request', `req.user = ${DECODE}`],
    ['as it gives the place for something', `users[${DECODE}] = req.body`],
    ['as a pattern takes it apart', `const { sub = 'nobody', exp } = ${DECODE}`],
    ['as a pattern takes the rest', `const { exp, ...user } = ${DECODE}`],
    ['as a pattern takes it for a list', `const [user] = ${DECODE}`],
    ['as a nested pattern takes it apart', `const { payload: { sub } } = jwt.decode(req.cookies.token, { complete: true })`],
    ['as it is compared with something', `if (${DECODE}.sub === req.body.sub) next()`],
    ['as it is one side of a choice', `res.json(req.body.user || ${DECODE})`],
    ['as it is chosen', `res.json(req.body.isOwn ? ${DECODE} : null)`],
    ['beside when it ends', `const claims = ${DECODE}; if (claims.exp > now()) res.json(claims.sub)`],
    ['in a callback', `load().then(() => res.json(${DECODE}))`],
  ])('%s', (_title, body) => {
    expect(trusted(route(body))).toBe(true)
  })

  it.each([
    ['only when it ends', `res.json(${DECODE}.exp)`],
    ['only when it ends, in a payload', `res.json(jwt.decode(req.cookies.token, { complete: true }).payload.exp)`],
    ['only which key it names', `const { header: { kid } } = jwt.decode(req.cookies.token, { complete: true }); res.json(find(kid))`],
    ['only when it ends, by a variable', `const claims = ${DECODE}; if (claims.exp * 1000 < Date.now()) next()`],
    ['only when it ends, by a pattern with a default', `const { exp = 0 } = ${DECODE}; res.json(exp)`],
    ['only which key it names, by a variable that was there', `let decoded; try { decoded = jwt.decode(req.cookies.token, { complete: true }) } catch { return } res.json(keys[decoded.header.kid])`],
    ['only how long it is', `const size = Buffer.from(req.cookies.token.split('.')[1], 'base64').length; res.json(size)`],
    ['only when it ends, or nothing', `res.json((${DECODE} ?? {}).exp)`],
    ['nothing at all', `${DECODE}`],
    ['nothing in a variable', `const claims = ${DECODE}`],
    ['only whether it can be read', `if (${DECODE}) next()`],
    ['only whether it cannot be read', `if (!${DECODE}) next()`],
    ['only whether it can be read, by a variable', `const claims = ${DECODE}; if (claims && req.body.a) next()`],
    ['only whether it is nothing', `const claims = ${DECODE}; if (claims === null || claims === undefined) next()`],
    ['only of what type it is', `if (typeof ${DECODE} === 'string') next()`],
    ['what only the log of the request gets', `req.logContext = { id: req.id, sub: req.cookies.token ? ${DECODE}?.sub : undefined }; next()`],
    ['what only a log gets, by a name', `const claims = ${DECODE}; req.logContext = { sub: claims?.sub }; next()`],
    ['what only a log gets, by its parts', `const { sub, tenant } = ${DECODE} ?? {}; logger.info({ sub, tenant }, 'request'); next()`],
    ['what a place of a log gets', `req.context.log.sub = ${DECODE}.sub; res.locals.logFields = { ...${DECODE} }; next()`],
    ['what a logger of the request is made with', `req.log = req.log.child({ sub: ${DECODE}?.sub }); next()`],
    ['what the console prints', `console.log('from', ${DECODE}.sub, \`\${${DECODE}.sub}\`); next()`],
    ['what is under the name of a log', `Object.assign(req, { logInfo: { user: ${DECODE}.sub } }); next()`],
    ['only whether it can be read, for a choice', `res.json(${DECODE} ? 'yes' : 'no')`],
  ])('but not %s', (_title, body) => {
    expect(trusted(route(body))).toBe(false)
  })
})

describe('a token is verified', () => {
  it.each([
    ['after it was read', route(`const claims = ${DECODE}; jwt.verify(req.cookies.token, key); res.json(claims)`)],
    ['in a callback of the same handler', route(`const token = req.cookies.token; find(jwt.decode(token).sub).then((user) => jwt.verify(token, user.key))`)],
    ['around the callback that reads it', route(`const token = req.cookies.token; jwt.verify(token, key); load().then(() => res.json(jwt.decode(token)))`)],
    ['by a function that says so', route(`await verifySignature(req.cookies.token); res.json(${DECODE})`)],
    ['by a method that says so, with an object', route(`const token = req.cookies.token; await client.check({ idToken: token }); res.json(jwt.decode(token))`)],
    ['by a function that gets the request', route(`await validate(req); res.json(${DECODE})`)],
    ['by a function that names the same place', `const kept = load()\napp.get('/me', (req, res) => { check(parse(req.cookies.token)); res.json(jwt.decode(parse(req.cookies.token))) })\nfunction parse(text) { return text }`],
    ['by a guard before it', route(`res.json(${DECODE})`, 'requireAuth, ')],
    ['by a guard before all', `app.use(requireAuth)\n${route(`res.json(${DECODE})`)}`],
    ['by a guard before all of a path', `app.use('/me', requireAuth)\n${route(`res.json(${DECODE})`)}`],
    ['by a guard before a path and all behind it', `app.use('/me/*', requireAuth)\n${route(`res.json(${DECODE})`)}`],
    ['by a guard before one of its paths', `app.use('/me', requireAuth)\nconst show = (req, res) => res.json(${DECODE})\napp.get('/me', show)\napp.get('/you', show)`],
    ['by a guard before all paths', `app.all('/*', requireAuth)\n${route(`res.json(${DECODE})`)}`],
    ['by a guard for a path that nobody knows', `app.use(path, requireAuth)\n${route(`res.json(${DECODE})`)}`],
    ['by a hook', `app.addHook('onRequest', authenticate)\n${route(`res.json(${DECODE})`)}`],
    ['by a middleware that is written there', `app.use((req, res, next) => { jwt.verify(req.cookies.token, key); next() })\n${route(`res.json(${DECODE})`)}`],
    ['by who calls it, in a file that verifies', `const guard = (token) => jwt.verify(token, key)\nexport const me = (req, res) => res.json(${DECODE})`],
  ])('%s', (_title, code) => {
    expect(trusted(code)).toBe(false)
  })

  it.each([
    ['where another one is', route(`jwt.verify(req.cookies.other, key); res.json(${DECODE})`)],
    ['where the one of another request is', route(`const f = (req) => jwt.verify(req.cookies.token, key); res.json(${DECODE})`)],
    ['by a function that gets something else', route(`validate(req.body); verify({ token: req.body.token }); res.json(${DECODE})`)],
    ['by a function that does something else', route(`log(req.cookies.token); res.json(${DECODE})`)],
    ['by what runs before it and guards nothing', route(`res.json(${DECODE})`, 'parseBody, ')],
    ['by what runs before all and guards nothing', `app.use(parseBody)\n${route(`res.json(${DECODE})`)}`],
    ['by a guard of another path', `app.use('/admin', requireAuth)\n${route(`res.json(${DECODE})`)}`],
    ['by a guard that is not registered for all', `app.post('/login', requireAuth)\n${route(`res.json(${DECODE})`)}`],
    ['by the routes of a login', `app.use(authRoutes)\n${route(`res.json(${DECODE})`)}`],
    ['by the middleware that reads it, in what is wrapped around it', `const protect = asyncHandler(async (req, res, next) => { req.user = ${DECODE}; next() })\napp.use(protect)`],
    ['by the middleware that reads it, where it is wrapped', `function protect(req, res, next) { req.user = ${DECODE}; next() }\napp.use(wrapAuth(protect))`],
    ['by the middleware that reads it', `function authenticate(req, res, next) { req.user = ${DECODE}; next() }\napp.use(authenticate)`],
    ['for later', `const guard = jwt.verify.bind(jwt)\n${route(`res.json(${DECODE})`)}`],
  ])('but not %s', (_title, code) => {
    expect(trusted(code)).toBe(true)
  })
})

describe('a function looks at the end of a token', () => {
  it.each([
    ['by a member', `function read(token) { const claims = VERIFY; if (claims.exp < now()) throw 1; return claims }`, true],
    ['by a pattern', `function read(token) { const { exp } = VERIFY; return exp }`, true],
    ['by another verification', `function read(token) { try { return jwt.verify(token, key) } catch { return VERIFY } }`, true],
    ['in no way', `function read(token) { const claims = VERIFY; return claims.sub }`, false],
    ['in another function', `function read(token) { return VERIFY }\nfunction other(claims) { return claims.exp }`, false],
    ['in another verification that takes no notice either', `function read(token) { VERIFY; return VERIFY }`, false],
    ['at the top of a file', `const claims = VERIFY; if (claims.exp < now()) throw 1`, false],
  ])('%s', (_title, code, expected) => {
    const file = fileOf(`import jwt from 'jsonwebtoken'\n${code.replaceAll('VERIFY', 'jwt.verify(token, key, { ignoreExpiration: true })')}`)
    const verified = file?.of('jwtVerified').find(({ ignoringExpiry }) => ignoringExpiry)
    expect(file && verified && looksAtEnd(verified.node, file)).toBe(expected)
  })
})
