import rule from '../../lib/rules/no-default-session-name.js'
import { fileIn, ruleTester } from '../rule-tester.js'

ruleTester.run(rule.name, rule, {
  valid: [
    {
      name: 'a library that has no name by itself',
      code: `import { getIronSession } from 'iron-session'
getIronSession(jar, { password })`,
    },
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
    {
      name: 'a prefix of its own',
      code: `import { betterAuth } from 'better-auth'
export const auth = betterAuth({ secret, advanced: { cookiePrefix: 'acme' } })
export const another = betterAuth({ secret, advanced: { cookiePrefix: config.prefix } })`,
    },
    {
      name: 'a part of the options, to which another file adds others',
      code: `import type { NextAuthConfig } from 'next-auth'
export const authConfig = { pages: { signIn: '/login' }, session: { maxAge: 3600 } } satisfies NextAuthConfig`,
      filename: fileIn('fixtures/next-auth-5/auth.config.ts'),
    },
  ],
  invalid: [
    {
      name: 'the name of a later version, in options that a call is given',
      code: `import NextAuth, { type NextAuthConfig } from 'next-auth'
const authConfig: NextAuthConfig = { session: { maxAge: 3600 } }
export const { auth } = NextAuth(authConfig)`,
      output: null,
      errors: [{ messageId: 'missing', data: { key: 'cookies.sessionToken.name', name: 'authjs.session-token' } }],
      filename: fileIn('fixtures/next-auth-5/auth.ts'),
    },
    {
      name: 'an object in which the name may stand',
      code: `import { defineConfig } from 'astro/config'
export default defineConfig({ session: { driver, cookie: { sameSite: 'lax' } } })`,
      output: null,
      errors: [
        {
          messageId: 'missing',
          data: { key: 'cookie.name', name: 'astro-session' },
          suggestions: [
            {
              messageId: 'set',
              output: `import { defineConfig } from 'astro/config'
export default defineConfig({ session: { driver, cookie: { sameSite: 'lax', name: 'id' } } })`,
            },
          ],
        },
      ],
    },
    {
      name: 'only told where an object for the name alone would take the place of all attributes',
      code: `import NextAuth from 'next-auth'
export default NextAuth({ providers, secret })`,
      output: null,
      errors: [{ messageId: 'missing', data: { key: 'cookies.sessionToken.name', name: 'next-auth.session-token' } }],
      filename: fileIn('fixtures/next-auth-4/auth.js'),
    },
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
