import rule from '../../lib/rules/no-session-id-in-logs.js'
import { ruleTester } from '../rule-tester.js'

const inExpress = (statement: string, imports = '') => `import express from 'express'
${imports}
express().post('/login', (req, res, next) => {
  ${statement}
  res.end()
})`
const logged = (what: string) => ({ messageId: 'logged', data: { what } })

ruleTester.run(rule.name, rule, {
  valid: [
    {
      name: 'who did what',
      code: inExpress(`console.log('login', req.session.userId, req.body.name, req.ip)
  logger.info({ user: req.user.id, path: req.path, cookies: Object.keys(req.cookies) }, 'login')
  console.log(req.session.cart.length, req.session.id === id, typeof req.session)`),
    },
    {
      name: 'a hash, a mark, a piece',
      code: inExpress(`console.log('session', hash(req.sessionID))
  logger.info({ session: createHash('sha256').update(req.sessionID).digest('hex') })
  logger.debug(mask(accessToken), accessToken.slice(0, 6), redact(req.headers.authorization))
  console.log(accessToken.length, req.headers.cookie.length, Boolean(req.headers.cookie))`),
    },
    {
      name: 'tokens of another kind',
      code: `const tokens = tokenize(source)
for (const token of tokens) console.log(token, token.type)
console.log(csrfToken, resetToken, pushToken, verificationToken)`,
    },
    {
      name: 'something else that is called so',
      code: `const session = new RecordingSession()
console.log(session.id, session)
audit.log(entry)
math.log(sessionId)
chart.info(accessToken)`,
    },
    { name: 'a format without credentials', code: `import morgan from 'morgan'; app.use(morgan(':method :url :status :req[accept] :res[content-length]')); app.use(morgan('combined'))` },
  ],
  invalid: [
    {
      name: 'the session, its ID, and what carries it',
      code: inExpress(`console.log(req.sessionID)
  console.log('login', req.session.id)
  console.info(req.session)
  console.debug('cookies', req.cookies)
  console.log(req.headers.cookie, req.headers['authorization'])
  console.log(req.get('Authorization'))`),
      output: null,
      errors: [
        { ...logged('the session ID'), line: 4, column: 15, endColumn: 28 },
        logged('the session ID'),
        logged('the whole session, with its ID'),
        logged('all cookies'),
        logged('a header that logs its reader in'),
        logged('a header that logs its reader in'),
        logged('a header that logs its reader in'),
      ],
    },
    {
      name: 'inside texts and objects',
      code: inExpress(`console.log(\`session \${req.sessionID} of \${req.user.name}\`)
  console.log('session ' + req.sessionID)
  logger.info({ sid: req.sessionID, nested: { cookies: req.cookies } }, 'login')
  console.log(JSON.stringify(req.session))
  console.log(debug ? req.sessionID : '')`),
      output: null,
      errors: [
        logged('the session ID'),
        logged('the session ID'),
        logged('the session ID'),
        logged('all cookies'),
        logged('the whole session, with its ID'),
        logged('the session ID'),
      ],
    },
    {
      name: 'through variables',
      code: inExpress(`const { sessionID } = req
  const session = req.session
  const { authorization } = req.headers
  console.log(sessionID, session, authorization)`),
      output: null,
      errors: [logged('the session ID'), logged('the whole session, with its ID'), logged('a header that logs its reader in')],
    },
    {
      name: 'tokens by their names',
      code: `import pino from 'pino'
import winston from 'winston'
const log = pino()
const logger = winston.createLogger({})
log.info({ accessToken }, 'issued')
log.child({ module: 'auth' }).debug(user.refreshToken)
logger.error('bad token', sessionToken)
winston.info(jwt)
this.logger.warn(authToken)`,
      output: null,
      errors: Array(5).fill(logged('a token')),
    },
    {
      name: 'Koa and Fastify',
      code: `import Koa from 'koa'
import fastify from 'fastify'
new Koa().use(async (ctx) => {
  console.log(ctx.session, ctx.headers.cookie)
})
fastify().get('/', async (request, reply) => {
  request.log.info(request.session.sessionId)
  request.log.info({ headers: request.headers.cookie })
})`,
      output: null,
      errors: [
        logged('the whole session, with its ID'),
        logged('a header that logs its reader in'),
        logged('the session ID'),
        logged('a header that logs its reader in'),
      ],
    },
    {
      name: 'a format that has the header',
      code: `const morgan = require('morgan')
app.use(morgan(':method :url :req[cookie]'))
app.use(morgan(':res[set-cookie]', { stream }))`,
      output: null,
      errors: [
        { ...logged('a header that logs its reader in'), line: 2, column: 16, endColumn: 43 },
        logged('a header that logs its reader in'),
      ],
    },
    { name: 'the cookies of a page', code: `console.log(document.cookie)`, output: null, errors: [logged('all cookies')] },
  ],
})
