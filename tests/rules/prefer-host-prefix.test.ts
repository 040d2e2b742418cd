import rule from '../../lib/rules/prefer-host-prefix.js'
import { ruleTester } from '../rule-tester.js'

ruleTester.run(rule.name, rule, {
  valid: [
    {
      name: 'a name with a prefix',
      code: `import session from 'express-session'
app.use(session({ secret, name: '__Host-id', cookie: { secure: true } }))
app.use(session({ secret, name: '__Secure-id', cookie: { secure: true, domain: 'example.com' } }))`,
    },
    {
      name: 'a cookie that the prefix would make browsers refuse',
      code: `import session from 'express-session'
app.use(session({ secret, name: 'id', cookie: { secure: false } }))
app.use(session({ secret, name: 'id', cookie: { secure: 'auto' } }))
app.use(session({ secret, name: 'id', cookie: { secure: isProduction } }))
app.use(session({ secret, name: 'id', cookie: { secure: true, domain: 'shop.example.com' } }))
app.use(session({ secret, name: 'id', cookie: { secure: true, path: '/shop' } }))
app.use(session({ secret, name: 'id', cookie: { ...cookie, secure: true } }))`,
    },
    {
      name: 'a default name, which is the business of another rule, and a name that nobody can see',
      code: `import session from 'express-session'
app.use(session({ secret, cookie: { secure: true } }))
app.use(session({ secret, name: process.env.COOKIE, cookie: { secure: true } }))`,
    },
    {
      name: 'a prefix that an option puts before the name',
      code: `import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
new Hono().post('/login', (c) => {
  setCookie(c, 'sid', id, { prefix: 'host' })
  setCookie(c, 'sid', id, { prefix: 'secure', secure: true })
  setCookie(c, 'sid', id, { prefix, secure: true })
})`,
    },
    {
      name: 'a library that puts a prefix of its own before every name',
      code: `import { betterAuth } from 'better-auth'
betterAuth({ advanced: { cookies: { session_token: { name: 'session', attributes: { secure: true } } } } })`,
    },
    {
      name: 'a library that is only secure in production',
      code: `import { defineConfig } from 'astro/config'
export default defineConfig({ session: { driver, cookie: 'shop' } })`,
    },
    {
      name: 'other cookies',
      code: `import express from 'express'
express().get('/', (req, res) => {
  res.cookie('theme', 'dark', { secure: true })
  res.end()
})`,
    },
  ],
  invalid: [
    {
      name: 'a session whose cookie could have the prefix',
      code: `import session from 'express-session'
app.use(session({ secret, name: 'id', cookie: { secure: true } }))`,
      output: null,
      errors: [
        {
          messageId: 'host',
          data: { name: 'id' },
          line: 2,
          column: 33,
          endColumn: 37,
          suggestions: [
            {
              messageId: 'rename',
              data: { name: 'id' },
              output: `import session from 'express-session'
app.use(session({ secret, name: '__Host-id', cookie: { secure: true } }))`,
            },
          ],
        },
      ],
    },
    {
      name: 'a cookie that other code reads by its name',
      code: `import express from 'express'
express().get('/', (req, res) => {
  res.cookie('session_id', id, { secure: true, httpOnly: true })
  res.end()
})`,
      output: null,
      errors: [{ messageId: 'host', data: { name: 'session_id' } }],
    },
  ],
})
