import rule from '../../lib/rules/valid-cookie-options.js'
import { ruleTester } from '../rule-tester.js'

const inExpress = (statement: string) => `import express from 'express'
express().post('/login', (req, res) => {
  ${statement}
  res.end()
})`
const inKoa = (statement: string) => `import Koa from 'koa'
new Koa().use(async (ctx) => {
  ${statement}
})`
const ofSession = (options: string) => `import session from 'express-session'
app.use(session(${options}))`

ruleTester.run(rule.name, rule, {
  valid: [
    {
      name: 'a library that gives a cookie what its name and SameSite=None demand',
      code: `import { betterAuth } from 'better-auth'
betterAuth({ advanced: { defaultCookieAttributes: { secure: false, sameSite: 'none' } } })
betterAuth({ advanced: { useSecureCookies: false, defaultCookieAttributes: { sameSite: 'none' } } })
betterAuth({ advanced: { cookies: { session_token: { name: '__Host-session', attributes: { path: '/app', domain: 'shop.example' } } } } })`,
    },
    {
      name: 'a text with a unit, where the library takes one, and an option beside the attributes',
      code: `import { defineConfig } from '@adonisjs/session'
import { Auth } from '@auth/core'
defineConfig({ age: '30 mins', cookie: { maxAge: '2h' } })
Auth(request, { providers, useSecureCookies: false })`,
    },
    { name: 'a prefix whose conditions hold', code: inExpress(`res.cookie('__Host-sid', id, { secure: true })`) },
    { name: 'a prefix with a domain, where the name allows one', code: inExpress(`res.cookie('__Secure-sid', id, { secure: true, domain: 'example.com', path: '/shop' })`) },
    { name: 'attributes that nobody can see', code: inExpress(`res.cookie('__Host-sid', id, { ...options }); res.cookie('__Host-sid', id, { secure: isProduction }); res.cookie(name, id, { sameSite, secure })`) },
    { name: 'a library that is Secure wherever the connection is', code: inKoa(`ctx.cookies.set('__Host-sid', id); ctx.cookies.set('sid', id, { sameSite: 'none' })`) },
    { name: 'none with Secure', code: ofSession(`{ secret, cookie: { sameSite: 'none', secure: true } }`) },
    { name: 'the keys of the library, and keys of its own', code: ofSession(`{ secret, name: 'id', resave: false, rolling: true, cookie: { httpOnly: true, maxAge: 1800000, priority: 'high', originalMaxAge: 1 } }`) },
    { name: 'both spellings, of which one counts', code: inExpress(`res.cookie('sid', id, { httponly: true, httpOnly: true })`) },
    {
      name: 'lifetimes in the right unit, and those of seconds on purpose',
      code: `import express from 'express'
express().post('/login', (req, res) => {
  res.cookie('sid', id, { maxAge: 60 * 60 * 1000 })
  res.cookie('sid', id, { maxAge: 30_000 })
  res.cookie('sid', id, { maxAge: 1000 })
  res.cookie('sid', id, { maxAge: 59 })
  res.cookie('sid', id, { maxAge: Infinity })
  res.cookie('sid', id, { maxAge: config.maxAge })
  res.cookie('sid', id, { maxAge: '3600000' })
  res.cookie('sid', '', { maxAge: 0 })
  res.end()
})`,
    },
    { name: 'other cookies', code: inExpress(`res.cookie('theme', 'dark', { httponly: true, maxAge: 3600 })`) },
  ],
  invalid: [
    {
      name: 'a prefix without Secure',
      code: inExpress(`res.cookie('__Host-sid', id, { httpOnly: true })`),
      output: inExpress(`res.cookie('__Host-sid', id, { secure: true, httpOnly: true })`),
      errors: [{ messageId: 'prefix', data: { key: 'secure', name: '__Host-sid' } }],
    },
    {
      name: 'a prefix of a session with Secure switched off, in the option for the name',
      code: ofSession(`{ secret, name: '__Secure-id', cookie: { secure: false } }`),
      output: ofSession(`{ secret, name: '__Secure-id', cookie: { secure: true } }`),
      errors: [{ messageId: 'prefix', data: { key: 'cookie.secure', name: '__Secure-id' } }],
    },
    {
      name: 'a library that follows the connection is left to do so',
      code: inKoa(`ctx.cookies.set('__Host-sid', id, { secure: false, maxAge: 3600000 })`),
      output: inKoa(`ctx.cookies.set('__Host-sid', id, { maxAge: 3600000 })`),
      errors: [{ messageId: 'followed', data: { key: 'secure', otherwise: 'follows the connection' } }],
    },
    {
      name: 'a Domain and a Path that the prefix forbids, each by itself',
      code: inExpress(`res.cookie('__Host-sid', id, { secure: true, domain: 'example.com', path: '/shop' })`),
      output: inExpress(`res.cookie('__Host-sid', id, { secure: true, path: '/' })`),
      errors: [{ messageId: 'domain', data: { key: 'domain', name: '__Host-sid' } }, { messageId: 'path', data: { key: 'path', name: '__Host-sid' } }],
    },
    {
      name: 'a library that sends no path by itself',
      code: `import fastify from 'fastify'
import cookie from '@fastify/cookie'
const app = fastify()
app.register(cookie)
app.post('/login', async (request, reply) => {
  reply.setCookie('__Host-sid', id, { secure: true })
})`,
      output: `import fastify from 'fastify'
import cookie from '@fastify/cookie'
const app = fastify()
app.register(cookie)
app.post('/login', async (request, reply) => {
  reply.setCookie('__Host-sid', id, { secure: true, path: '/' })
})`,
      errors: [{ messageId: 'path' }],
    },
    {
      name: 'none without Secure',
      code: ofSession(`{ secret, cookie: { sameSite: 'none', maxAge: 1800000 } }`),
      output: ofSession(`{ secret, cookie: { secure: true, sameSite: 'none', maxAge: 1800000 } }`),
      errors: [{ messageId: 'none', data: { key: 'cookie.secure', name: 'connect.sid' } }],
    },
    {
      name: 'none without Secure in a header',
      code: `import { createServer } from 'node:http'
createServer((req, res) => {
  res.setHeader('Set-Cookie', \`sid=\${id}; SameSite=None\`)
  res.end()
})`,
      output: `import { createServer } from 'node:http'
createServer((req, res) => {
  res.setHeader('Set-Cookie', \`sid=\${id}; SameSite=None; Secure\`)
  res.end()
})`,
      errors: [{ messageId: 'none' }],
    },
    ...(
      [
        ['httponly', 'httpOnly', 'true'],
        ['HttpOnly', 'httpOnly', 'config.isHidden'],
        ['samesite', 'sameSite', `'lax'`],
        ['same_site', 'sameSite', `'Strict'`],
      ] as const
    ).map(([wrong, right, value]) => ({
      name: `${wrong} for ${right}`,
      code: inExpress(`res.cookie('sid', id, { ${wrong}: ${value} })`),
      output: inExpress(`res.cookie('sid', id, { ${right}: ${value} })`),
      errors: [{ messageId: 'misspelt' as const, data: { library: 'express', key: wrong, right } }],
    })),
    ...(
      [
        ['samesite', 'sameSite', `'none'`],
        ['samesite', 'sameSite', 'config.sameSite'],
        ['Secure', 'secure', 'true'],
        ['maxage', 'maxAge', '3600000'],
        [`'max-age'`, `'maxAge'`, '3600000'],
      ] as const
    ).map(([wrong, right, value]) => ({
      name: `${wrong} for ${right}, where a program may do without`,
      code: inExpress(`res.cookie('sid', id, { ${wrong}: ${value} })`),
      output: null,
      errors: [
        {
          messageId: 'misspelt',
          data: { library: 'express', key: wrong.replaceAll(`'`, ''), right: right.replaceAll(`'`, '') },
          suggestions: [{ messageId: 'rename', data: { right: right.replaceAll(`'`, '') }, output: inExpress(`res.cookie('sid', id, { ${right}: ${value} })`) }],
        },
      ],
    })),
    {
      name: 'a prefix, in the words of the library',
      code: `import Hapi from '@hapi/hapi'
const server = Hapi.server()
server.state('__Host-sid', { isSecure: false, path: '/' })`,
      output: `import Hapi from '@hapi/hapi'
const server = Hapi.server()
server.state('__Host-sid', { isSecure: true, path: '/' })`,
      errors: [{ messageId: 'prefix', data: { key: 'isSecure', name: '__Host-sid' } }],
    },
    {
      name: 'a shorthand keeps its value',
      code: inExpress(`res.cookie('sid', id, { httponly })`),
      output: inExpress(`res.cookie('sid', id, { httpOnly: httponly })`),
      errors: [{ messageId: 'misspelt' }],
    },
    {
      name: 'httponly for httpOnly, where a page in the file reads its cookies',
      code: inExpress(`res.cookie('sid', id, { httponly: true }); res.send('<script>show(document.cookie)</script>')`),
      output: null,
      errors: [{ messageId: 'misspelt', suggestions: [{ messageId: 'rename', output: inExpress(`res.cookie('sid', id, { httpOnly: true }); res.send('<script>show(document.cookie)</script>')`) }] }],
    },
    {
      name: 'attributes beside the object for the cookie',
      code: ofSession(`{ secret, httpOnly: true, maxAge: 1800000 }`),
      output: null,
      errors: [
        { messageId: 'misplaced', data: { library: 'express-session', key: 'httpOnly', right: 'cookie.httpOnly' } },
        { messageId: 'misplaced', data: { library: 'express-session', key: 'maxAge', right: 'cookie.maxAge' } },
      ],
    },
    {
      name: 'an object for the cookie where there is none',
      code: `import cookieSession from 'cookie-session'
app.use(cookieSession({ keys, cookie: { secure: true } }))`,
      output: null,
      errors: [{ messageId: 'misplaced', data: { library: 'cookie-session', key: 'cookie.secure', right: 'secure' } }],
    },
    {
      name: 'seconds where milliseconds are counted',
      code: inExpress(`res.cookie('sid', id, { maxAge: 3600 })`),
      output: null,
      errors: [
        {
          messageId: 'tooShort',
          data: { key: 'maxAge', right: '3600 * 1000' },
          suggestions: [{ messageId: 'rename', output: inExpress(`res.cookie('sid', id, { maxAge: 3600 * 1000 })`) }],
        },
      ],
    },
    {
      name: 'seconds as a product',
      code: ofSession(`{ secret, cookie: { maxAge: 60 * 60 * 8 } }`),
      output: null,
      errors: [{ messageId: 'tooShort', suggestions: [{ messageId: 'rename', output: ofSession(`{ secret, cookie: { maxAge: 60 * 60 * 8 * 1000 } }`) }] }],
    },
    {
      name: 'milliseconds where seconds are counted',
      code: `import fastify from 'fastify'
import cookie from '@fastify/cookie'
const app = fastify()
app.register(cookie)
app.post('/login', async (request, reply) => {
  reply.setCookie('sid', id, { maxAge: 7 * 24 * 60 * 60 * 1000 })
})`,
      output: null,
      errors: [
        {
          messageId: 'tooLong',
          data: { key: 'maxAge', right: '7 * 24 * 60 * 60' },
          suggestions: [
            {
              messageId: 'rename',
              output: `import fastify from 'fastify'
import cookie from '@fastify/cookie'
const app = fastify()
app.register(cookie)
app.post('/login', async (request, reply) => {
  reply.setCookie('sid', id, { maxAge: 7 * 24 * 60 * 60 })
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'a lifetime that is no number',
      code: inExpress(`res.cookie('sid', id, { maxAge: '1d' }); res.cookie('sid', id, { maxAge: NaN })`),
      output: null,
      errors: [
        { messageId: 'noNumber', data: { key: 'maxAge', unit: 'milliseconds' } },
        { messageId: 'noNumber', data: { key: 'maxAge', unit: 'milliseconds' } },
      ],
    },
  ],
})
