import rule from '../../lib/rules/no-save-uninitialized.js'
import { ruleTester } from '../rule-tester.js'

ruleTester.run(rule.name, rule, {
  valid: [
    {
      name: 'switched off, or decided elsewhere',
      code: `import session from 'express-session'
app.use(session({ secret, saveUninitialized: false }))
app.use(session({ secret, saveUninitialized: config.saveUninitialized }))
app.use(session({ secret, ...options }))
app.use(session(options))`,
    },
    {
      name: 'libraries that save nothing by themselves',
      code: `import cookieSession from 'cookie-session'
app.use(cookieSession({ keys }))`,
    },
  ],
  invalid: [
    {
      name: 'left out, where the default is on',
      code: `import session from 'express-session'
app.use(session({ secret, resave: false }))`,
      output: null,
      errors: [
        {
          messageId: 'missing',
          data: { key: 'saveUninitialized' },
          line: 2,
          column: 9,
          endColumn: 16,
          suggestions: [
            {
              messageId: 'set',
              data: { key: 'saveUninitialized' },
              output: `import session from 'express-session'
app.use(session({ secret, resave: false, saveUninitialized: false }))`,
            },
          ],
        },
      ],
    },
    {
      name: 'switched on',
      code: `import session from '@fastify/session'
app.register(session, { secret, saveUninitialized: true })`,
      output: null,
      errors: [
        {
          messageId: 'on',
          line: 2,
          column: 52,
          suggestions: [
            {
              messageId: 'set',
              output: `import session from '@fastify/session'
app.register(session, { secret, saveUninitialized: false })`,
            },
          ],
        },
      ],
    },
  ],
})
