import rule from '../../lib/rules/require-same-site.js'
import { ruleTester } from '../rule-tester.js'

const OF_SESSION = { key: 'cookie.sameSite', lax: "'lax'", written: "cookie.sameSite: 'lax'" }
const OF_COOKIE = { key: 'sameSite', lax: "'lax'", written: "sameSite: 'lax'" }

ruleTester.run(rule.name, rule, {
  valid: [
    {
      name: 'an attribute that is said in vain: `valid-cookie-options` speaks of it',
      code: `import express from 'express'
express().post('/login', (req, res) => {
  res.cookie('sid', id, { samesite: 'lax' })
  res.end()
})`,
    },
    {
      name: 'lax, strict, and true, which is strict',
      code: `import express from 'express'
import session from 'express-session'
app.use(session({ secret, cookie: { sameSite: 'lax' } }))
app.use(session({ secret, cookie: { sameSite: 'Strict' } }))
app.use(session({ secret, cookie: { sameSite: true } }))
express().get('/', (req, res) => {
  res.setHeader('Set-Cookie', \`sid=\${id}; samesite=lax\`)
  res.end()
})`,
    },
    {
      name: 'a library that sends Lax by itself',
      code: `import fastify from 'fastify'
import secureSession from '@fastify/secure-session'
const app = fastify()
app.register(secureSession, { key })
app.post('/login', async (request, reply) => {
  reply.setCookie('sid', id, { httpOnly: true })
})`,
    },
    {
      name: 'a value that the program decides',
      code: `import session from 'express-session'
app.use(session({ secret, cookie: { sameSite: embedded ? 'none' : 'lax' } }))
app.use(session({ secret, cookie: { sameSite: config.sameSite } }))
app.use(session({ secret, cookie: { ...cookie } }))
app.use(session(options))`,
    },
    {
      name: 'none where the options allow it',
      code: `import session from 'express-session'
app.use(session({ secret, cookie: { sameSite: 'none', secure: true } }))`,
      options: [{ allowNone: true }],
    },
    {
      name: 'other cookies and deletions',
      code: `import express from 'express'
express().get('/', (req, res) => {
  res.cookie('theme', 'dark')
  res.cookie('sid', '', { expires: new Date(0) })
  res.end()
})`,
    },
  ],
  invalid: [
    {
      name: 'a session without it',
      code: `import session from 'express-session'
app.use(session({ secret, cookie: { maxAge: 1000 } }))`,
      output: `import session from 'express-session'
app.use(session({ secret, cookie: { maxAge: 1000, sameSite: 'lax' } }))`,
      errors: [{ messageId: 'missing', data: OF_SESSION, line: 2, column: 9, endColumn: 16 }],
    },
    {
      name: 'a cookie without it',
      code: `import express from 'express'
express().post('/login', (req, res) => {
  res.cookie('sid', id, { httpOnly: true })
  res.end()
})`,
      output: `import express from 'express'
express().post('/login', (req, res) => {
  res.cookie('sid', id, { sameSite: 'lax', httpOnly: true })
  res.end()
})`,
      errors: [{ messageId: 'missing', data: OF_COOKIE }],
    },
    {
      name: 'switched off',
      code: `import session from 'express-session'
app.use(session({ secret, cookie: { sameSite: false } }))`,
      output: `import session from 'express-session'
app.use(session({ secret, cookie: { sameSite: 'lax' } }))`,
      errors: [{ messageId: 'off', data: OF_SESSION }],
    },
    {
      name: 'none is never changed',
      code: `import session from 'express-session'
app.use(session({ secret, cookie: { sameSite: 'none', secure: true } }))`,
      output: null,
      errors: [{ messageId: 'none', data: OF_SESSION, line: 2, column: 47, endColumn: 53 }],
    },
    {
      name: 'a header',
      code: `import { createServer } from 'node:http'
createServer((req, res) => {
  res.setHeader('Set-Cookie', \`sid=\${id}; Path=/\`)
  res.end()
})`,
      output: `import { createServer } from 'node:http'
createServer((req, res) => {
  res.setHeader('Set-Cookie', \`sid=\${id}; Path=/; SameSite=Lax\`)
  res.end()
})`,
      errors: [{ messageId: 'missing', data: { key: 'SameSite', lax: "'Lax'", written: 'SameSite=Lax' } }],
    },
    {
      name: 'only offered where a front end elsewhere sends the cookie',
      code: `import cors from 'cors'
import session from 'express-session'
app.use(cors({ origin: 'https://app.example.com', credentials: true }))
app.use(session({ secret, cookie: { maxAge: 1000 } }))`,
      output: null,
      errors: [
        {
          messageId: 'missing',
          suggestions: [
            {
              messageId: 'set',
              data: OF_SESSION,
              output: `import cors from 'cors'
import session from 'express-session'
app.use(cors({ origin: 'https://app.example.com', credentials: true }))
app.use(session({ secret, cookie: { maxAge: 1000, sameSite: 'lax' } }))`,
            },
          ],
        },
      ],
    },
    ...([
      ['only offered where an identity provider posts its answer', "import saml from '@node-saml/passport-saml'"],
      ['only offered where an identity provider posts its answer to a library', "import { auth } from 'express-openid-connect'"],
    ] as const).map(([name, provider]) => {
      const server = (sameSite: string) => `${provider}\nimport session from 'express-session'\napp.use(session({ secret, cookie: { sameSite: ${sameSite} } }))`
      return { name, code: server('false'), output: null, errors: [{ messageId: 'off', suggestions: [{ messageId: 'set', output: server("'lax'") }] }] }
    }),
  ],
})
