import rule from '../../lib/rules/require-secure.js'
import { fileIn, ruleTester } from '../rule-tester.js'

const AUTO = { key: 'cookie.secure', value: "`'auto'`" }
const PRODUCTION = { key: 'secure', value: "`process.env.NODE_ENV === 'production'`" }

ruleTester.run(rule.name, rule, {
  valid: [
    {
      name: 'a library whose prefix makes the cookie Secure, whatever is written',
      code: `import { betterAuth } from 'better-auth'
betterAuth({ advanced: { defaultCookieAttributes: { secure: false, sameSite: 'lax' } } })`,
    },
    {
      name: 'an attribute that is said in vain: `valid-cookie-options` speaks of it',
      code: `import express from 'express'
express().post('/login', (req, res) => {
  res.cookie('sid', id, { Secure: true })
  res.end()
})`,
    },
    {
      name: 'libraries that switch it on by themselves, or follow the connection',
      code: `import fastifySession from '@fastify/session'
import cookieSession from 'cookie-session'
import Koa from 'koa'
import koaSession from 'koa-session'
const koa = new Koa()
app.register(fastifySession, { secret })
app.use(cookieSession({ keys }))
koa.use(koaSession({ store }, koa))
koa.use(async (ctx) => {
  ctx.cookies.set('sid', id)
})`,
    },
    {
      name: 'on, by the connection, or decided at run time in any of the usual spellings',
      code: `import session from 'express-session'
app.use(session({ secret, cookie: { secure: true } }))
app.use(session({ secret, cookie: { secure: 'auto' } }))
app.use(session({ secret, cookie: { secure: isProduction } }))
app.use(session({ secret, cookie: { secure: !dev } }))
app.use(session({ secret, cookie: { secure: process.env.NODE_ENV === 'production' } }))
app.use(session({ secret, cookie: { secure: process.env.SECURE === 'true' || undefined } }))
app.use(session({ secret, cookie: { secure: config.get('secure') } }))
app.use(session({ secret, cookie: { secure } }))
app.use(session(config.session))`,
    },
    {
      name: 'switched on for production by a later write',
      code: `import session from 'express-session'
const options = { secret, cookie: {} }
if (app.get('env') === 'production') {
  app.set('trust proxy', 1)
  options.cookie.secure = true
}
app.use(session(options))`,
    },
    {
      name: 'cookies that are no sessions, and deletions',
      code: `import express from 'express'
express().get('/', (req, res) => {
  res.cookie('theme', 'dark')
  res.cookie('csrf-token', token, { httpOnly: true })
  res.cookie('sid', '', { maxAge: 0 })
  res.clearCookie('sid')
  res.setHeader('Set-Cookie', 'sid=; Max-Age=0; Path=/')
  res.end()
})`,
    },
    {
      name: 'attributes that nobody can see',
      code: `import express from 'express'
express().get('/', (req, res) => {
  res.cookie('sid', id, { ...options })
  res.cookie('sid', id, options)
  res.setHeader('Set-Cookie', \`sid=\${id}; \${attributes}\`)
  res.end()
})`,
    },
    {
      name: 'cookies that a browser refuses anyway, which is the business of another rule',
      code: `import express from 'express'
import session from 'express-session'
app.use(session({ secret, name: '__Host-sid', cookie: {} }))
express().get('/', (req, res) => {
  res.cookie('__Secure-sid', id)
  res.cookie('sid', id, { sameSite: 'none' })
  res.end()
})`,
    },
  ],
  invalid: [
    {
      name: 'a session that never had it',
      code: `import session from 'express-session'
app.use(session({ secret }))`,
      output: `import session from 'express-session'
app.use(session({ secret, cookie: { secure: 'auto' } }))`,
      errors: [{ messageId: 'missing', data: AUTO, line: 2, column: 9, endColumn: 16 }],
    },
    {
      name: 'a session that switches it off',
      code: `const session = require('express-session')
app.use(session({ secret, cookie: { secure: false, maxAge: 1000 } }))`,
      output: `const session = require('express-session')
app.use(session({ secret, cookie: { secure: 'auto', maxAge: 1000 } }))`,
      errors: [{ messageId: 'off', data: AUTO, line: 2, column: 45, endColumn: 50 }],
    },
    {
      name: '@fastify/session switched off',
      code: `import fastifySession from '@fastify/session'
app.register(fastifySession, { secret, cookie: { secure: false } })`,
      output: `import fastifySession from '@fastify/session'
app.register(fastifySession, { secret, cookie: { secure: 'auto' } })`,
      errors: [{ messageId: 'off', data: AUTO }],
    },
    {
      name: 'a cookie of Express asks for the environment, in the quotes of the file',
      code: `import express from "express"
express().post("/login", (req, res) => {
  res.cookie("sid", id, { httpOnly: true })
  res.end()
})`,
      output: `import express from "express"
express().post("/login", (req, res) => {
  res.cookie("sid", id, { secure: process.env.NODE_ENV === "production", httpOnly: true })
  res.end()
})`,
      errors: [{ messageId: 'missing', data: { key: 'secure', value: '`process.env.NODE_ENV === "production"`' } }],
    },
    {
      name: 'a cookie without any options',
      code: `import express from 'express'
express().post('/login', (req, res) => {
  res.cookie('sid', id)
  res.end()
})`,
      output: `import express from 'express'
express().post('/login', (req, res) => {
  res.cookie('sid', id, { secure: process.env.NODE_ENV === 'production' })
  res.end()
})`,
      errors: [{ messageId: 'missing', data: PRODUCTION }],
    },
    {
      name: 'a file that asks Vite asks Vite',
      code: `import express from 'express'
const debug = !import.meta.env.PROD
express().post('/login', (req, res) => {
  res.cookie('sid', id, { httpOnly: true })
  res.end()
})`,
      output: `import express from 'express'
const debug = !import.meta.env.PROD
express().post('/login', (req, res) => {
  res.cookie('sid', id, { secure: import.meta.env.PROD, httpOnly: true })
  res.end()
})`,
      errors: [{ messageId: 'missing', data: { key: 'secure', value: '`import.meta.env.PROD`' } }],
    },
    {
      name: 'programs that are bundled ask their bundler',
      code: `import { iron } from './iron'
export const POST = async ({ cookies }) => {
  cookies.set('sid', id, { path: '/' })
}`,
      output: `import { iron } from './iron'
export const POST = async ({ cookies }) => {
  cookies.set('sid', id, { secure: import.meta.env.PROD, path: '/' })
}`,
      errors: [{ messageId: 'missing', data: { key: 'secure', value: '`import.meta.env.PROD`' } }],
      filename: fileIn('fixtures/astro/src/pages/login.js'),
    },
    {
      name: 'programs of Nitro ask its constant',
      code: `export default defineEventHandler((event) => {
  setCookie(event, 'sid', id)
})`,
      output: `export default defineEventHandler((event) => {
  setCookie(event, 'sid', id, { secure: !import.meta.dev })
})`,
      errors: [{ messageId: 'missing', data: { key: 'secure', value: '`!import.meta.dev`' } }],
      filename: fileIn('fixtures/nitro/server/api/login.post.js'),
    },
    {
      name: 'h3 by itself asks Node',
      code: `import { defineEventHandler, setCookie } from 'h3'
export default defineEventHandler((event) => {
  setCookie(event, 'sid', id)
})`,
      output: `import { defineEventHandler, setCookie } from 'h3'
export default defineEventHandler((event) => {
  setCookie(event, 'sid', id, { secure: process.env.NODE_ENV === 'production' })
})`,
      errors: [{ messageId: 'missing', data: PRODUCTION }],
    },
    {
      name: 'a configuration is run as it stands, and a library that decides by itself is left to do so',
      code: `import { defineConfig } from 'astro/config'
export default defineConfig({ session: { driver, cookie: { name: 'id', secure: false } } })`,
      output: `import { defineConfig } from 'astro/config'
export default defineConfig({ session: { driver, cookie: { name: 'id' } } })`,
      errors: [{ messageId: 'followed', data: { key: 'session.cookie.secure', otherwise: 'is on in production' } }],
      filename: fileIn('fixtures/astro/astro.config.js'),
    },
    {
      name: 'a configuration asks Node',
      code: `export default defineNuxtConfig({ runtimeConfig: { session: { cookie: { secure: false } } } })`,
      output: `export default defineNuxtConfig({ runtimeConfig: { session: { cookie: { secure: process.env.NODE_ENV === 'production' } } } })`,
      errors: [{ messageId: 'off', data: { key: 'runtimeConfig.session.cookie.secure', value: "`process.env.NODE_ENV === 'production'`" } }],
      filename: fileIn('fixtures/nuxt-auth-utils/nuxt.config.js'),
    },
    {
      name: 'another server in a project with a bundler asks Node',
      code: `import express from 'express'
express().post('/login', (req, res) => {
  res.cookie('sid', id)
  res.end()
})`,
      output: `import express from 'express'
express().post('/login', (req, res) => {
  res.cookie('sid', id, { secure: process.env.NODE_ENV === 'production' })
  res.end()
})`,
      errors: [{ messageId: 'missing', data: PRODUCTION }],
      filename: fileIn('fixtures/astro/server/index.js'),
    },
    {
      name: 'an option beside the attributes that turns all cookies off, which is taken out',
      code: `import { betterAuth } from 'better-auth'
import { Auth } from '@auth/core'
betterAuth({ advanced: { useSecureCookies: false, cookiePrefix: 'app' } })
Auth(request, { providers, useSecureCookies: false })`,
      output: `import { betterAuth } from 'better-auth'
import { Auth } from '@auth/core'
betterAuth({ advanced: { cookiePrefix: 'app' } })
Auth(request, { providers })`,
      errors: [
        { messageId: 'followed', data: { key: 'advanced.useSecureCookies', otherwise: 'follows the connection' } },
        { messageId: 'followed', data: { key: 'useSecureCookies', otherwise: 'follows the connection' } },
      ],
    },
    {
      name: 'where a name takes the defaults away, nothing follows the connection',
      code: `import NextAuth from 'next-auth'
export default NextAuth({ providers, cookies: { sessionToken: { name: 'id', options: { httpOnly: true, secure: false } } } })`,
      output: `import NextAuth from 'next-auth'
export default NextAuth({ providers, cookies: { sessionToken: { name: 'id', options: { httpOnly: true, secure: process.env.NODE_ENV === 'production' } } } })`,
      errors: [{ messageId: 'off', data: { key: 'cookies.sessionToken.options.secure', value: "`process.env.NODE_ENV === 'production'`" } }],
      filename: fileIn('fixtures/next-auth-4/auth.js'),
    },
    {
      name: 'a library that follows the connection by itself is left to do so',
      code: `import Koa from 'koa'
new Koa().use(async (ctx) => {
  ctx.cookies.set('sid', id, { secure: false })
  ctx.cookies.set('sid', id, { secure: false, maxAge: 1000 })
  ctx.cookies.set('sid', id, { maxAge: 1000, secure: false, })
  ctx.cookies.set('sid', id, {
    maxAge: 1000,
    secure: false, // for the tests
    sameSite: 'lax',
  })
})`,
      output: `import Koa from 'koa'
new Koa().use(async (ctx) => {
  ctx.cookies.set('sid', id, {})
  ctx.cookies.set('sid', id, { maxAge: 1000 })
  ctx.cookies.set('sid', id, { maxAge: 1000, })
  ctx.cookies.set('sid', id, {
    maxAge: 1000, // for the tests
    sameSite: 'lax',
  })
})`,
      errors: Array(4).fill({ messageId: 'followed', data: { key: 'secure', otherwise: 'follows the connection' } }),
    },
    {
      name: 'a header cannot ask, so it is only offered',
      code: `import { createServer } from 'node:http'
createServer((req, res) => {
  res.setHeader('Set-Cookie', \`sid=\${id}; Path=/\`)
  res.end()
})`,
      output: null,
      errors: [
        {
          messageId: 'missing',
          suggestions: [
            {
              messageId: 'set',
              output: `import { createServer } from 'node:http'
createServer((req, res) => {
  res.setHeader('Set-Cookie', \`sid=\${id}; Path=/; Secure\`)
  res.end()
})`,
            },
          ],
        },
      ],
    },
  ],
})
