import rule from '../../lib/rules/no-memory-store.js'
import { ruleTester } from '../rule-tester.js'

ruleTester.run(rule.name, rule, {
  valid: [
    {
      name: 'another store, however it gets there',
      code: `import session from 'express-session'
import { RedisStore } from 'connect-redis'
app.use(session({ secret, store: new RedisStore({ client }) }))
app.use(session({ secret, store }))
app.use(session({ secret, store: createStore(session) }))
app.use(session({ secret, store: new session.Store() }))
app.use(session({ secret, store: session.MemoryStore }))`,
    },
    {
      name: 'a store in production alone',
      code: `import session from 'express-session'
const options = { secret }
if (process.env.NODE_ENV === 'production') options.store = new RedisStore({ client })
app.use(session(options))
app.use(session({ secret, ...(isProduction && { store }) }))
app.use(session({ secret, store: isProduction ? store : new session.MemoryStore() }))`,
    },
    {
      name: 'sessions of another kind, and sessions in memory while a program is developed',
      code: `import { createCookieSessionStorage, createMemorySessionStorage, createSessionStorage } from 'react-router'
const visits = createCookieSessionStorage({ cookie })
const sessions = process.env.NODE_ENV === 'production' ? createSessionStorage(database) : createMemorySessionStorage({ cookie })`,
    },
    {
      name: 'options that nobody can see',
      code: `import session from 'express-session'
app.use(session(options))
app.use(session({ ...options, secret }))`,
    },
    {
      name: 'sessions without a store',
      code: `import cookieSession from 'cookie-session'
import session from 'koa-session'
import Koa from 'koa'
const koa = new Koa()
app.use(cookieSession({ keys }))
koa.use(session({ key: 'id' }, koa))`,
    },
  ],
  invalid: [
    {
      name: 'no store',
      code: `import session from 'express-session'
app.use(session({ secret }))`,
      output: null,
      errors: [{ messageId: 'missing', data: { library: 'express-session', key: 'store' }, line: 2, column: 9, endColumn: 16 }],
    },
    {
      name: 'a plugin without a store',
      code: `import session from '@fastify/session'
app.register(session, { secret })`,
      output: null,
      errors: [{ messageId: 'missing', data: { library: '@fastify/session', key: 'store' } }],
    },
    {
      name: 'the store in memory, written out',
      code: `const session = require('express-session')
const store = new session.MemoryStore()
app.use(session({ secret, store }))
app.use(session({ secret, store: new session.MemoryStore() }))`,
      output: null,
      errors: [
        { messageId: 'memory', line: 3, column: 27 },
        { messageId: 'memory', line: 4 },
      ],
    },
    {
      name: 'a function that keeps sessions in memory',
      code: `import { createMemorySessionStorage } from 'react-router'
export const { getSession } = createMemorySessionStorage({ cookie })`,
      output: null,
      errors: [{ messageId: 'memory', line: 2, column: 31, endColumn: 57 }],
    },
  ],
})
