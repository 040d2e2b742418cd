import { describe, expect, it } from 'vitest'
import { callsNamed } from '../../lib/ast/calls-named.js'
import { createRequestUsers } from '../../lib/events/request-users.js'
import { sessionFileOf } from '../events-of.js'

/** What is known of the user where a program calls `here`. */
function usersIn(code: string) {
  const { context, handlers, purposes } = sessionFileOf(`import express from 'express'; import session from 'express-session'; const app = express(); ${code}`)
  const [here] = callsNamed(context.sourceCode, (name) => name === 'here')
  if (!here) throw new Error('The program does not call `here`.')
  const users = createRequestUsers(context, handlers, purposes)
  return { areKnown: users.areKnownAt(here), areDecided: users.areDecidedAt(here) }
}

const inHandler = (body: string) => `app.get('/', (req, res) => { ${body} })`

describe('the user is known', () => {
  it.each([
    ['where the handler reads him', inHandler('here(req.user.id)')],
    ['where the handler takes him out of the request', inHandler('const { user } = req; here()')],
    ['where the handler takes him in', `app.get('/', ({ user }, res) => here())`],
    ['where another library keeps him', inHandler('here(req.auth)')],
    ['where the session has him', inHandler('here(req.session.userId)')],
    ['where the handler asks for him', `import { Hono } from 'hono'; new Hono().get('/', (c) => { here(c.get('user')) })`],
    ['where the request is written out', `import Koa from 'koa'; new Koa().use((ctx) => { here(ctx.request.user) })`],
    ['where a function of the program has him', 'function load(req: express.Request) { return here(req.user) }'],
    ['where a callback of the handler runs', inHandler('res.locals.currentUser; find((found) => here(found))')],
    ['where a guard stands before', `app.get('/', requireLogin, (req, res) => here())`],
    ['where a guard of keys in one word stands before', `app.get('/', checkApikey, (req, res) => here())`],
    ['where a guard of keys stands before', `app.get('/', checkApiKey, (req, res) => here())`],
    ['where a guard is registered before', `app.use(authenticate); ${inHandler('here()')}`],
    ['where a guard is registered for the path', `app.use('/admin', authenticate); app.get('/admin/users', (req, res) => here())`],
  ])('%s', (_title, code) => {
    expect(usersIn(code).areKnown).toBe(true)
  })

  it.each([
    ['where nobody asks', inHandler('here()')],
    ['where the request says who it is from', inHandler('here(req.body.user, req.query.userId, req.headers.user)')],
    ['where he is written alone', inHandler('req.user = find(); here()')],
    ['where an object of the program has him', inHandler('here(order.user)')],
    ['where another handler reads him', `${inHandler('send(req.user)')}; app.post('/', (req, res) => here())`],
    ['where a property is called so', inHandler('here({ user: req })')],
    ['where what is registered is a part of the application', `app.use(authRouter); ${inHandler('here()')}`],
    ['where a guard is registered for another path', `app.use('/admin', authenticate); app.get('/orders', (req, res) => here())`],
    ['where a method only begins like a registration', `app.user(authenticate); ${inHandler('here()')}`],
  ])('but not %s', (_title, code) => {
    expect(usersIn(code).areKnown).toBe(false)
  })
})

describe('the user is decided', () => {
  it.each([
    ['where the request gets him', inHandler('req.user = find(); here()')],
    ['where the session gets him', inHandler('req.session.userId = 1; here()')],
    ['where the session is another', inHandler('req.session = restore(id); here()')],
    ['where the ID of the session is another', inHandler('req.sessionID = id; here()')],
  ])('%s', (_title, code) => {
    expect(usersIn(code).areDecided).toBe(true)
  })

  it.each([
    ['where he is read', inHandler('const own = req.user; here(own)')],
    ['where something else is written', inHandler('req.started = now(); here()')],
    ['where the session gets something else', inHandler('req.session.views = 1; here()')],
    ['where the form gets him', inHandler('req.body.user = find(); here()')],
    ['where an object of the program gets him', inHandler('order.user = find(); here()')],
    ['where a variable gets him', inHandler('let user; user = find(); here()')],
  ])('but not %s', (_title, code) => {
    expect(usersIn(code).areDecided).toBe(false)
  })
})
