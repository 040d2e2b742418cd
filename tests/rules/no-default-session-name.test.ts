import rule from '../../lib/rules/no-default-session-name.js'
import { ruleTester } from '../rule-tester.js'

ruleTester.run(rule.name, rule, {
  valid: [
    {
      name: 'a name of its own, in any of the options for it',
      code: `import session from 'express-session'
app.use(session({ secret, name: 'id' }))
app.use(session({ secret, key: 'id' }))`,
    },
    {
      name: 'a name that nobody can see',
      code: `import session from 'express-session'
app.use(session({ secret, name: config.cookieName }))
app.use(session({ secret, ...options }))
app.use(session(options))`,
    },
    {
      name: 'a library whose default says nothing',
      code: `import cookieSession from 'cookie-session'
app.use(cookieSession({ keys }))
app.use(cookieSession({ keys, name: 'session' }))`,
    },
  ],
  invalid: [
    {
      name: 'no name',
      code: `import session from 'express-session'
app.use(session({ secret }))`,
      output: null,
      errors: [
        {
          messageId: 'missing',
          data: { key: 'name', name: 'connect.sid' },
          line: 2,
          column: 9,
          endColumn: 16,
          suggestions: [
            {
              messageId: 'set',
              output: `import session from 'express-session'
app.use(session({ secret, name: 'id' }))`,
            },
          ],
        },
      ],
    },
    {
      name: 'the default written out, in the words of another library',
      code: `import session from "koa-session"
import Koa from "koa"
const app = new Koa()
app.use(session({ key: "koa.sess", maxAge: 1000 }, app))`,
      output: null,
      errors: [
        {
          messageId: 'written',
          data: { key: 'key', name: 'koa.sess' },
          line: 4,
          column: 24,
          endColumn: 34,
          suggestions: [
            {
              messageId: 'set',
              output: `import session from "koa-session"
import Koa from "koa"
const app = new Koa()
app.use(session({ key: "id", maxAge: 1000 }, app))`,
            },
          ],
        },
      ],
    },
    {
      name: 'no edit where the name stands elsewhere in the file too',
      code: `import session from 'express-session'
app.use(session({ secret }))
app.post('/logout', (req, res) => {
  res.clearCookie('connect.sid')
})`,
      output: null,
      errors: [{ messageId: 'missing' }],
    },
  ],
})
