import rule from '../../lib/rules/require-http-only.js'
import { ruleTester } from '../rule-tester.js'

ruleTester.run(rule.name, rule, {
  valid: [
    { name: 'a default that is on', code: `import session from 'express-session'; app.use(session({ secret }))` },
    { name: 'the attribute', code: `import express from 'express'; express().get('/', (req, res) => res.cookie('sid', id, { httpOnly: true }))` },
    { name: 'an options object that nobody can see', code: `import express from 'express'; express().get('/', (req, res) => res.cookie('sid', id, options))` },
  ],
  invalid: [
    {
      name: 'an attribute switched off',
      code: `import session from 'express-session'; app.use(session({ cookie: { httpOnly: false } }))`,
      output: `import session from 'express-session'; app.use(session({ cookie: { httpOnly: true } }))`,
      errors: [{ messageId: 'off' }],
    },
    {
      name: 'no options at all',
      code: `import express from 'express'; express().get('/', (req, res) => res.cookie('sid', id))`,
      output: `import express from 'express'; express().get('/', (req, res) => res.cookie('sid', id, { httpOnly: true }))`,
      errors: [{ messageId: 'missing' }],
    },
  ],
})
