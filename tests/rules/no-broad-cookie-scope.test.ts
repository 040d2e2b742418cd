import rule from '../../lib/rules/no-broad-cookie-scope.js'
import { ruleTester } from '../rule-tester.js'

const data = { key: 'domain', domain: 'example.com' }

function ofSession(cookie: string): string {
  return `import session from 'express-session'\napp.use(session({ secret, cookie: { ${cookie} } }))`
}

ruleTester.run(rule.name, rule, {
  valid: [
    {
      name: 'a name with which browsers refuse the cookie: `valid-cookie-options` speaks of it',
      code: `import express from 'express'
express().post('/login', (req, res) => {
  res.cookie('__Host-sid', id, { secure: true, domain: 'example.com' })
  res.end()
})`,
    },
    {
      name: 'an option beside the attributes that is not in force',
      code: `import { betterAuth } from 'better-auth'
betterAuth({ advanced: { crossSubDomainCookies: { enabled: false, domain: 'example.com' } } })
betterAuth({ advanced: { crossSubDomainCookies: { enabled, domain: 'example.com' } } })`,
    },
    {
      name: 'no domain, a host of its own, a machine',
      code: `import express from 'express'
import session from 'express-session'
app.use(session({ secret }))
app.use(session({ secret, cookie: { domain: 'shop.eu.example.com' } }))
express().get('/', (req, res) => {
  res.cookie('sid', id, { domain: 'localhost' })
  res.cookie('sid', id, { domain: '192.168.0.1' })
  res.cookie('sid', id, { domain: undefined })
  res.cookie('sid', id, { domain: '' })
  res.end()
})`,
    },
    {
      name: 'a domain that nobody can see',
      code: `import session from 'express-session'
app.use(session({ secret, cookie: { domain: process.env.COOKIE_DOMAIN } }))
app.use(session({ secret, cookie: { domain: \`.\${host}\` } }))
app.use(session({ secret, cookie: { ...cookie } }))`,
    },
    {
      name: 'a choice between a machine and a host of its own, and one that somebody else has the last word about',
      code: `import session from 'express-session'
app.use(session({ secret, cookie: { domain: isProduction ? 'shop.eu.example.com' : 'localhost' } }))
app.use(session({ secret, cookie: { domain: isProduction ? process.env.COOKIE_DOMAIN : undefined } }))
app.use(session({ secret, cookie: { domain: '.example.com', ...overrides } }))`,
    },
    {
      name: 'a domain that a prefix forbids, or may forbid',
      code: `import { setCookie } from 'hono/cookie'
setCookie(c, 'sid', id, { prefix: 'host', domain: isProduction ? '.example.com' : undefined })
setCookie(c, 'sid', id, { prefix, domain: '.example.com' })`,
    },
    {
      name: 'other cookies',
      code: `import express from 'express'
express().get('/', (req, res) => {
  res.cookie('theme', 'dark', { domain: '.example.com' })
  res.end()
})`,
    },
    {
      name: 'a domain that is allowed, however it is written',
      code: `import session from 'express-session'
app.use(session({ secret, cookie: { domain: '.Example.com' } }))`,
      options: [{ allowDomains: ['example.com'] }],
    },
    {
      name: 'fewer parts where the options say so',
      code: `import session from 'express-session'
app.use(session({ secret, cookie: { domain: 'example.com' } }))`,
      options: [{ maxLabels: 1 }],
    },
    {
      name: 'a path of its own, and one that nobody writes or sees, where the options ask for one',
      code: `import session from 'express-session'
app.use(session({ secret, cookie: { path: '/shop' } }))
app.use(session({ secret, cookie: { path: config.path } }))
app.use(session({ secret }))`,
      options: [{ checkPath: true }],
    },
    {
      name: 'a machine in few parts',
      code: `import session from 'express-session'
app.use(session({ secret, cookie: { domain: '127.1' } }))
app.use(session({ secret, cookie: { domain: 'fe80::1.2' } }))`,
    },
    {
      name: 'a path, unless the options ask for one',
      code: `import session from 'express-session'
app.use(session({ secret, cookie: { path: '/' } }))`,
    },
  ],
  invalid: [
    {
      name: 'a cookie that is deleted with its domain, where there is no edit',
      code: `import express from 'express'
express().post('/logout', (req, res) => {
  res.cookie('sid', id, { domain: 'example.com' })
  res.clearCookie('sid', { domain: 'example.com' })
  res.end()
})`,
      output: null,
      errors: [{ messageId: 'domain', data }],
    },
    {
      name: 'a cookie that is deleted with a domain that nobody sees, where there is no edit',
      code: `import express from 'express'
express().post('/logout', (req, res) => {
  res.cookie('sid', id, { domain: 'shop.zone2' })
  res.clearCookie('sid', { domain: config.domain })
  res.end()
})`,
      output: null,
      errors: [{ messageId: 'domain', data: { key: 'domain', domain: 'shop.zone2' } }],
    },
    {
      name: 'a cookie that is deleted without its domain, and another one that is deleted with one',
      code: `import express from 'express'
express().post('/logout', (req, res) => {
  res.cookie('sid', id, { domain: 'example.com' })
  res.clearCookie('sid')
  res.clearCookie('theme', { domain: 'example.com' })
  res.end()
})`,
      output: null,
      errors: [
        {
          messageId: 'domain',
          data,
          suggestions: [
            {
              messageId: 'remove',
              output: `import express from 'express'
express().post('/logout', (req, res) => {
  res.cookie('sid', id, {})
  res.clearCookie('sid')
  res.clearCookie('theme', { domain: 'example.com' })
  res.end()
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'an option beside the attributes',
      code: `import { betterAuth } from 'better-auth'
betterAuth({ advanced: { crossSubDomainCookies: { enabled: true, domain: 'example.com' } } })`,
      output: null,
      errors: [
        {
          messageId: 'domain',
          data: { key: 'advanced.crossSubDomainCookies.domain', domain: 'example.com' },
          suggestions: [
            {
              messageId: 'remove',
              output: `import { betterAuth } from 'better-auth'
betterAuth({ advanced: { crossSubDomainCookies: { enabled: true } } })`,
            },
          ],
        },
      ],
    },
    {
      name: 'a domain that all hosts of a company share',
      code: `import session from 'express-session'
app.use(session({ secret, cookie: { domain: 'example.com', maxAge: 1000 } }))`,
      output: null,
      errors: [
        {
          messageId: 'domain',
          data: { key: 'cookie.domain', domain: 'example.com' },
          line: 2,
          column: 45,
          endColumn: 58,
          suggestions: [
            {
              messageId: 'remove',
              data: { key: 'cookie.domain', domain: 'example.com' },
              output: `import session from 'express-session'
app.use(session({ secret, cookie: { maxAge: 1000 } }))`,
            },
          ],
        },
      ],
    },
    ...[`isProduction ? '.example.com' : undefined`, `isProduction ? '.example.com' : 'localhost'`, `process.env.COOKIE_DOMAIN ?? '.example.com'`, `isProduction && 'example.com'`].map((domain) => ({
      name: `a domain that a condition chooses: ${domain}`,
      code: ofSession(`domain: ${domain}, secure: true`),
      output: null,
      errors: [{ messageId: 'domain', data: { key: 'cookie.domain', domain: 'example.com' }, suggestions: [{ messageId: 'remove', output: ofSession('secure: true') }] }],
    })),
    {
      name: 'a domain that some runs have, where there is no edit',
      code: `import session from 'express-session'
app.use(session({ secret, cookie: { secure: true, ...(isProduction && { domain: '.example.com' }) } }))
const options = { secret, cookie: { domain: 'localhost' } }
if (isProduction) options.cookie.domain = '.example.com'
app.use(session(options))`,
      output: null,
      errors: [
        { messageId: 'domain', data: { key: 'cookie.domain', domain: 'example.com' }, line: 2 },
        { messageId: 'domain', data: { key: 'cookie.domain', domain: 'example.com' }, line: 4 },
      ],
    },
    {
      name: 'a dot in front says so at any depth',
      code: `import express from 'express'
const DOMAIN = '.shop.eu.example.com'
express().get('/', (req, res) => {
  res.cookie('sid', id, { domain: DOMAIN })
  res.end()
})`,
      output: null,
      errors: [
        {
          messageId: 'domain',
          data: { key: 'domain', domain: 'shop.eu.example.com' },
          suggestions: [
            {
              messageId: 'remove',
              output: `import express from 'express'
const DOMAIN = '.shop.eu.example.com'
express().get('/', (req, res) => {
  res.cookie('sid', id, {})
  res.end()
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'a header, where there is no edit',
      code: `import { createServer } from 'node:http'
createServer((req, res) => {
  res.setHeader('Set-Cookie', \`sid=\${id}; Domain=example.com\`)
  res.end()
})`,
      output: null,
      errors: [{ messageId: 'domain', data: { ...data, key: 'Domain' } }],
    },
    {
      name: 'the path of the whole host, on request',
      code: `import session from 'express-session'
app.use(session({ secret, cookie: { path: '/' } }))`,
      options: [{ checkPath: true }],
      output: null,
      errors: [{ messageId: 'path', data: { key: 'cookie.path' } }],
    },
  ],
})
