import rule from '../../lib/rules/require-http-only.js'
import { fileIn, ruleTester } from '../rule-tester.js'

ruleTester.run(rule.name, rule, {
  valid: [
    {
      name: 'an attribute that is said in vain: `valid-cookie-options` speaks of it',
      code: `import express from 'express'
express().post('/login', (req, res) => {
  res.cookie('sid', id, { httponly: true })
  res.end()
})`,
    },
    {
      name: 'libraries whose default is on',
      code: `import session from 'express-session'
import cookieSession from 'cookie-session'
app.use(session({ secret }))
app.use(session({ secret, cookie: { secure: true } }))
app.use(cookieSession({ keys }))`,
    },
    {
      name: 'koa switches it on by itself',
      code: `import Koa from 'koa'
new Koa().use(async (ctx) => {
  ctx.cookies.set('sid', id)
})`,
    },
    {
      name: 'the attribute is on',
      code: `import express from 'express'
express().post('/login', (req, res) => {
  res.cookie('sid', id, { httpOnly: true })
  res.cookie('sid', id, { httpOnly: !0 })
  res.setHeader('Set-Cookie', \`sid=\${id}; httponly; Path=/\`)
  res.end()
})`,
    },
    {
      name: 'options that nobody can see',
      code: `import express from 'express'
import { options } from './cookies.js'
express().post('/login', (req, res) => {
  res.cookie('sid', id, options)
  res.cookie('sid', id, { ...options })
  res.cookie('sid', id, { ...options, httpOnly: config.httpOnly })
  res.cookie('sid', id, cookieOptions())
  res.setHeader('Set-Cookie', \`sid=\${id}; \${attributes}\`)
  res.end()
})`,
    },
    {
      name: 'the value decides at run time',
      code: `import session from 'express-session'
app.use(session({ secret, cookie: { httpOnly: process.env.NODE_ENV === 'production' } }))
app.use(session({ secret, cookie: { httpOnly: debug ? false : true } }))
app.use(session({ secret, cookie: { httpOnly: config.get('httpOnly') } }))`,
    },
    {
      name: 'switched on later',
      code: `import session from 'express-session'
const options = { secret, cookie: { httpOnly: false } }
options.cookie.httpOnly = true
app.use(session(options))`,
    },
    {
      name: 'cookies that are no sessions',
      code: `import express from 'express'
express().get('/', (req, res) => {
  res.cookie('theme', 'dark')
  res.cookie('XSRF-TOKEN', req.csrfToken())
  res.cookie('app.loggedIn', 'true')
  res.cookie('lastSignedIn', date)
  res.cookie('loginRedirect', req.path)
  res.cookie('sessions', names.join())
  res.cookie('session_active', true)
  res.cookie('cookie_consent', 'yes')
  res.cookie(name, value)
  res.cookie('cart', JSON.stringify(cart))
  res.end()
})`,
    },
    {
      name: 'deletions',
      code: `import express from 'express'
express().post('/logout', (req, res) => {
  res.clearCookie('sid')
  res.cookie('sid', '')
  res.cookie('sid', '', { maxAge: 0 })
  res.cookie('sid', 'gone', { maxAge: 1 })
  res.cookie('sid', 'gone', { expires: new Date(0) })
  res.setHeader('Set-Cookie', 'sid=; Max-Age=0')
  res.end()
})`,
    },
    {
      name: 'the claims of a token, whose signature is kept from scripts',
      code: `import express from 'express'
express().post('/login', (req, res) => {
  const [header, payload, signature] = issueToken(req.user).split('.')
  res.cookie('jwt_payload', header + '.' + payload, { secure: true })
  res.cookie('jwt_signature', signature, { secure: true, httpOnly: true })
  res.end()
})`,
    },
    {
      name: 'the claims of a token under another name',
      code: `import express from 'express'
express().post('/login', (req, res) => {
  const pieces = token.split('.')
  res.cookie('token', \`\${pieces[0]}.\${pieces[1]}\`)
  res.cookie('token_rest', pieces[2], options)
  res.end()
})`,
    },
    {
      name: 'scripts must read the cookie, the settings say',
      settings: { 'session-security': { cookies: { readable: ['^app_token$'] } } },
      code: `import express from 'express'
express().post('/login', (req, res) => {
  res.cookie('app_token', token)
  res.end()
})`,
    },
    {
      name: 'the settings say that the cookie is something else',
      settings: { 'session-security': { cookies: { other: ['^ui_'] } } },
      code: `import express from 'express'
express().post('/login', (req, res) => {
  res.cookie('ui_session', tab)
  res.end()
})`,
    },
    {
      name: 'other things with a method called cookie',
      code: `$.cookie('sid', id)
jar.cookie('sid', id)
const request = supertest(app)
request.get('/').cookie('sid', id)`,
    },
    {
      name: 'a plugin sets the attribute for every cookie',
      code: `import Fastify from 'fastify'
import cookie from '@fastify/cookie'
const app = Fastify()
app.register(cookie, { parseOptions: { httpOnly: true } })
app.post('/login', (request, reply) => {
  reply.setCookie('sid', id)
  reply.send()
})`,
    },
    {
      name: 'an adapter passes on what it is given',
      code: `import express from 'express'
export const adapter = (res) => ({
  set(name, value, options) {
    res.cookie(name, value, { ...options })
  },
})`,
    },
  ],
  invalid: [
    {
      name: 'the claims of a token, whose signature scripts read as well or nobody keeps here',
      code: `import express from 'express'
express().post('/login', (req, res) => {
  res.cookie('jwt_payload', payload, { secure: true })
  res.cookie('jwt_signature', signature, { secure: true })
  res.end()
})
express().post('/refresh', (req, res) => {
  res.cookie('jwt_payload', payload, { secure: true })
  res.end()
})`,
      output: `import express from 'express'
express().post('/login', (req, res) => {
  res.cookie('jwt_payload', payload, { httpOnly: true, secure: true })
  res.cookie('jwt_signature', signature, { httpOnly: true, secure: true })
  res.end()
})
express().post('/refresh', (req, res) => {
  res.cookie('jwt_payload', payload, { httpOnly: true, secure: true })
  res.end()
})`,
      errors: [{ messageId: 'missing', line: 3 }, { messageId: 'missing', line: 4 }, { messageId: 'missing', line: 8 }],
    },
    {
      name: 'the whole token beside its signature',
      code: `import express from 'express'
express().post('/login', (req, res) => {
  const [header, payload, signature] = token.split('.')
  res.cookie('token', \`\${header}.\${payload}.\${signature}\`, { secure: true })
  res.cookie('jwt_signature', signature, { httpOnly: true })
  res.end()
})`,
      output: `import express from 'express'
express().post('/login', (req, res) => {
  const [header, payload, signature] = token.split('.')
  res.cookie('token', \`\${header}.\${payload}.\${signature}\`, { httpOnly: true, secure: true })
  res.cookie('jwt_signature', signature, { httpOnly: true })
  res.end()
})`,
      errors: [{ messageId: 'missing', line: 4 }],
    },
    {
      name: 'a value in parentheses, behind which the options come',
      code: `import { setCookie } from 'hono/cookie'
setCookie(c, 'sid', (id))
setCookie(c, 'sid', ((make()) /* an ID */))`,
      output: `import { setCookie } from 'hono/cookie'
setCookie(c, 'sid', (id), { httpOnly: true })
setCookie(c, 'sid', ((make()) /* an ID */), { httpOnly: true })`,
      errors: [{ messageId: 'missing' }, { messageId: 'missing' }],
    },
    {
      name: 'the parts of a header in parentheses',
      code: `import { createServer } from 'node:http'
createServer((req, res) => {
  res.setHeader('Set-Cookie', [('sid=' + id), ('Path=/')].join('; '))
  res.end()
})`,
      output: `import { createServer } from 'node:http'
createServer((req, res) => {
  res.setHeader('Set-Cookie', [('sid=' + id), ('Path=/'), 'HttpOnly'].join('; '))
  res.end()
})`,
      errors: [{ messageId: 'missing' }],
    },
    {
      name: 'switched off in any spelling',
      code: `import session from 'express-session'
app.use(session({ secret, cookie: { httpOnly: false } }))
app.use(session({ secret, cookie: { httpOnly: 0 } }))
app.use(session({ secret, cookie: { httpOnly: !1 } }))
app.use(session({ secret, cookie: { httpOnly: '' } }))
app.use(session({ secret, cookie: { httpOnly: null } }))`,
      output: `import session from 'express-session'
app.use(session({ secret, cookie: { httpOnly: true } }))
app.use(session({ secret, cookie: { httpOnly: true } }))
app.use(session({ secret, cookie: { httpOnly: true } }))
app.use(session({ secret, cookie: { httpOnly: true } }))
app.use(session({ secret, cookie: { httpOnly: true } }))`,
      errors: [
        { messageId: 'off', data: { key: 'cookie.httpOnly' }, line: 2 },
        { messageId: 'off', data: { key: 'cookie.httpOnly' }, line: 3 },
        { messageId: 'off', data: { key: 'cookie.httpOnly' }, line: 4 },
        { messageId: 'off', data: { key: 'cookie.httpOnly' }, line: 5 },
        { messageId: 'off', data: { key: 'cookie.httpOnly' }, line: 6 },
      ],
    },
    {
      name: 'switched off through a constant',
      code: `import session from 'express-session'
const httpOnly = false
const cookie = { httpOnly }
app.use(session({ secret, cookie }))`,
      output: `import session from 'express-session'
const httpOnly = false
const cookie = { httpOnly: true }
app.use(session({ secret, cookie }))`,
      errors: [
        { messageId: 'off', data: { key: 'cookie.httpOnly' }, line: 3 },
      ],
    },
    {
      name: 'switched off behind a spread',
      code: `import session from 'express-session'
app.use(session({ secret, cookie: { ...defaults, httpOnly: false } }))`,
      output: `import session from 'express-session'
app.use(session({ secret, cookie: { ...defaults, httpOnly: true } }))`,
      errors: [
        { messageId: 'off', data: { key: 'cookie.httpOnly' }, line: 2 },
      ],
    },
    {
      name: 'switched off in both branches',
      code: `import session from 'express-session'
app.use(session({ secret, cookie: production ? { secure: true, httpOnly: false } : { httpOnly: false } }))`,
      output: null,
      errors: [
        { messageId: 'off', data: { key: 'cookie.httpOnly' }, line: 2 },
      ],
    },
    {
      name: 'switched off later',
      code: `import session from 'express-session'
const options = { secret, cookie: { httpOnly: true } }
options.cookie.httpOnly = false
app.use(session(options))`,
      output: `import session from 'express-session'
const options = { secret, cookie: { httpOnly: true } }
options.cookie.httpOnly = true
app.use(session(options))`,
      errors: [
        { messageId: 'off', data: { key: 'cookie.httpOnly' }, line: 3 },
      ],
    },
    {
      name: 'switched off in an options object of TypeScript',
      filename: fileIn('fixtures/session.ts'),
      code: `import session from 'express-session'
const options: session.SessionOptions = { secret, cookie: { httpOnly: false as boolean } }
app.use(session(options!))`,
      output: `import session from 'express-session'
const options: session.SessionOptions = { secret, cookie: { httpOnly: true } }
app.use(session(options!))`,
      errors: [
        { messageId: 'off', data: { key: 'cookie.httpOnly' }, line: 2 },
      ],
    },
    {
      name: 'other session libraries',
      code: `import cookieSession from 'cookie-session'
import koaSession from 'koa-session'
import genericSession from 'koa-generic-session'
import fastifySession from '@fastify/session'
import secureSession from '@fastify/secure-session'
app.use(cookieSession({ keys, httpOnly: false }))
app.use(koaSession({ httpOnly: false }, app))
app.use(genericSession({ cookie: { httpOnly: false } }))
app.register(fastifySession, { secret, cookie: { httpOnly: false } })
app.register(secureSession, { key, cookie: { httpOnly: false } })`,
      output: `import cookieSession from 'cookie-session'
import koaSession from 'koa-session'
import genericSession from 'koa-generic-session'
import fastifySession from '@fastify/session'
import secureSession from '@fastify/secure-session'
app.use(cookieSession({ keys, httpOnly: true }))
app.use(koaSession({ httpOnly: true }, app))
app.use(genericSession({ cookie: { httpOnly: true } }))
app.register(fastifySession, { secret, cookie: { httpOnly: true } })
app.register(secureSession, { key, cookie: { httpOnly: true } })`,
      errors: [
        { messageId: 'off', data: { key: 'httpOnly' }, line: 6 },
        { messageId: 'off', data: { key: 'httpOnly' }, line: 7 },
        { messageId: 'off', data: { key: 'cookie.httpOnly' }, line: 8 },
        { messageId: 'off', data: { key: 'cookie.httpOnly' }, line: 9 },
        { messageId: 'off', data: { key: 'cookie.httpOnly' }, line: 10 },
      ],
    },
    {
      name: 'left out where the default is off',
      code: `import express from 'express'
express().post('/login', (req, res) => {
  res.cookie('sid', id)
  res.cookie('access_token', token, { secure: true })
  res.status(201).cookie('jwt', token, {}).json({})
  req.res.cookie('remember_me', token)
})`,
      output: `import express from 'express'
express().post('/login', (req, res) => {
  res.cookie('sid', id, { httpOnly: true })
  res.cookie('access_token', token, { httpOnly: true, secure: true })
  res.status(201).cookie('jwt', token, { httpOnly: true }).json({})
  req.res.cookie('remember_me', token, { httpOnly: true })
})`,
      errors: [
        { messageId: 'missing', data: { key: 'httpOnly' }, line: 3 },
        { messageId: 'missing', data: { key: 'httpOnly' }, line: 4 },
        { messageId: 'missing', data: { key: 'httpOnly' }, line: 5 },
        { messageId: 'missing', data: { key: 'httpOnly' }, line: 6 },
      ],
    },
    {
      name: 'the constant for the name says what it is',
      code: `import express from 'express'
import { SESSION_COOKIE } from './names.js'
express().post('/login', (req, res) => {
  res.cookie(SESSION_COOKIE, id)
  res.cookie(config.authCookieName, id)
  res.end()
})`,
      output: `import express from 'express'
import { SESSION_COOKIE } from './names.js'
express().post('/login', (req, res) => {
  res.cookie(SESSION_COOKIE, id, { httpOnly: true })
  res.cookie(config.authCookieName, id, { httpOnly: true })
  res.end()
})`,
      errors: [
        { messageId: 'missing', data: { key: 'httpOnly' }, line: 4 },
        { messageId: 'missing', data: { key: 'httpOnly' }, line: 5 },
      ],
    },
    {
      name: 'the value says what it is',
      code: `import express from 'express'
express().post('/login', (req, res) => {
  res.cookie('app', sessionToken)
  res.cookie('me', jwt.sign({ id }, key))
  res.cookie('u', req.sessionID)
  res.end()
})`,
      output: `import express from 'express'
express().post('/login', (req, res) => {
  res.cookie('app', sessionToken, { httpOnly: true })
  res.cookie('me', jwt.sign({ id }, key), { httpOnly: true })
  res.cookie('u', req.sessionID, { httpOnly: true })
  res.end()
})`,
      errors: [
        { messageId: 'missing', data: { key: 'httpOnly' }, line: 3 },
        { messageId: 'missing', data: { key: 'httpOnly' }, line: 4 },
        { messageId: 'missing', data: { key: 'httpOnly' }, line: 5 },
      ],
    },
    {
      name: 'the settings say that the cookie carries a session',
      settings: { 'session-security': { cookies: { session: ['^app$'] } } },
      code: `import express from 'express'
express().post('/login', (req, res) => {
  res.cookie('app', value)
  res.end()
})`,
      output: `import express from 'express'
express().post('/login', (req, res) => {
  res.cookie('app', value, { httpOnly: true })
  res.end()
})`,
      errors: [
        { messageId: 'missing', data: { key: 'httpOnly' }, line: 3 },
      ],
    },
    {
      name: 'options over several lines',
      code: `const express = require('express');
const router = express.Router();
router.post('/login', (req, res) => {
  res.cookie(
    'token',
    token,
    {
      secure: true, // https only
      sameSite: 'strict'
    }
  );
});`,
      output: `const express = require('express');
const router = express.Router();
router.post('/login', (req, res) => {
  res.cookie(
    'token',
    token,
    {
      httpOnly: true,
      secure: true, // https only
      sameSite: 'strict'
    }
  );
});`,
      errors: [
        { messageId: 'missing', data: { key: 'httpOnly' }, line: 4 },
      ],
    },
    {
      name: 'a helper that writes the cookie',
      code: `import express from 'express'
function remember(res, token) {
  res.cookie('token', token, { maxAge: 3600000 })
}`,
      output: `import express from 'express'
function remember(res, token) {
  res.cookie('token', token, { httpOnly: true, maxAge: 3600000 })
}`,
      errors: [
        { messageId: 'missing', data: { key: 'httpOnly' }, line: 3 },
      ],
    },
    {
      name: 'shared options are copied',
      code: `import express from 'express'
const base = { path: '/' }
express().post('/login', (req, res) => {
  res.cookie('sid', id, base)
  res.cookie('theme', 'dark', base)
  res.end()
})`,
      output: `import express from 'express'
const base = { path: '/' }
express().post('/login', (req, res) => {
  res.cookie('sid', id, { ...base, httpOnly: true })
  res.cookie('theme', 'dark', base)
  res.end()
})`,
      errors: [
        { messageId: 'missing', data: { key: 'httpOnly' }, line: 4 },
      ],
    },
    {
      name: 'fastify',
      code: `import Fastify from 'fastify'
Fastify().post('/login', async (request, reply) => {
  reply.setCookie('sid', id, { path: '/' })
  reply.cookie('token', token)
  return { ok: true }
})`,
      output: `import Fastify from 'fastify'
Fastify().post('/login', async (request, reply) => {
  reply.setCookie('sid', id, { httpOnly: true, path: '/' })
  reply.cookie('token', token, { httpOnly: true })
  return { ok: true }
})`,
      errors: [
        { messageId: 'missing', data: { key: 'httpOnly' }, line: 3 },
        { messageId: 'missing', data: { key: 'httpOnly' }, line: 4 },
      ],
    },
    {
      name: 'cookies and koa where it is switched off',
      code: `import Cookies from 'cookies'
import Koa from 'koa'
const cookies = new Cookies(req, res)
cookies.set('sid', id, { httpOnly: false })
new Koa().use(async (ctx) => {
  ctx.cookies.set('sid', id, { httpOnly: false })
})`,
      output: `import Cookies from 'cookies'
import Koa from 'koa'
const cookies = new Cookies(req, res)
cookies.set('sid', id, { httpOnly: true })
new Koa().use(async (ctx) => {
  ctx.cookies.set('sid', id, { httpOnly: true })
})`,
      errors: [
        { messageId: 'off', data: { key: 'httpOnly' }, line: 4 },
        { messageId: 'off', data: { key: 'httpOnly' }, line: 6 },
      ],
    },
    {
      name: 'headers of all kinds',
      code: `import { createServer } from 'node:http'
createServer((req, res) => {
  res.setHeader('Set-Cookie', \`sid=\${id}\`)
  res.setHeader('set-cookie', ['sid=' + id, 'theme=dark'])
  res.appendHeader('Set-Cookie', 'token=' + token + '; Path=/')
  res.writeHead(200, { 'Set-Cookie': ['sid=' + id, 'Path=/'].join('; ') })
  res.end()
})`,
      output: `import { createServer } from 'node:http'
createServer((req, res) => {
  res.setHeader('Set-Cookie', \`sid=\${id}; HttpOnly\`)
  res.setHeader('set-cookie', ['sid=' + id + '; HttpOnly', 'theme=dark'])
  res.appendHeader('Set-Cookie', 'token=' + token + '; Path=/; HttpOnly')
  res.writeHead(200, { 'Set-Cookie': ['sid=' + id, 'Path=/', 'HttpOnly'].join('; ') })
  res.end()
})`,
      errors: [
        { messageId: 'missing', data: { key: 'HttpOnly' }, line: 3 },
        { messageId: 'missing', data: { key: 'HttpOnly' }, line: 4 },
        { messageId: 'missing', data: { key: 'HttpOnly' }, line: 5 },
        { messageId: 'missing', data: { key: 'HttpOnly' }, line: 6 },
      ],
    },
    {
      name: 'headers of servers',
      code: `import Koa from 'koa'
import Fastify from 'fastify'
import express from 'express'
express().post('/login', (req, res) => {
  res.set('Set-Cookie', \`sid=\${id}; Path=/\`)
  res.append('Set-Cookie', \`sid=\${id}; Path=/\`)
  res.header({ 'Set-Cookie': \`sid=\${id}; Path=/\` })
})
new Koa().use(async (ctx) => {
  ctx.set('Set-Cookie', \`sid=\${id}; Path=/\`)
  ctx.append('Set-Cookie', \`sid=\${id}; Path=/\`)
})
Fastify().get('/', (request, reply) => {
  reply.header('set-cookie', \`sid=\${id}; Path=/\`)
  reply.raw.setHeader('Set-Cookie', \`sid=\${id}\`)
})`,
      output: `import Koa from 'koa'
import Fastify from 'fastify'
import express from 'express'
express().post('/login', (req, res) => {
  res.set('Set-Cookie', \`sid=\${id}; Path=/; HttpOnly\`)
  res.append('Set-Cookie', \`sid=\${id}; Path=/; HttpOnly\`)
  res.header({ 'Set-Cookie': \`sid=\${id}; Path=/; HttpOnly\` })
})
new Koa().use(async (ctx) => {
  ctx.set('Set-Cookie', \`sid=\${id}; Path=/; HttpOnly\`)
  ctx.append('Set-Cookie', \`sid=\${id}; Path=/; HttpOnly\`)
})
Fastify().get('/', (request, reply) => {
  reply.header('set-cookie', \`sid=\${id}; Path=/; HttpOnly\`)
  reply.raw.setHeader('Set-Cookie', \`sid=\${id}; HttpOnly\`)
})`,
      errors: [
        { messageId: 'missing', data: { key: 'HttpOnly' }, line: 5 },
        { messageId: 'missing', data: { key: 'HttpOnly' }, line: 6 },
        { messageId: 'missing', data: { key: 'HttpOnly' }, line: 7 },
        { messageId: 'missing', data: { key: 'HttpOnly' }, line: 10 },
        { messageId: 'missing', data: { key: 'HttpOnly' }, line: 11 },
        { messageId: 'missing', data: { key: 'HttpOnly' }, line: 14 },
        { messageId: 'missing', data: { key: 'HttpOnly' }, line: 15 },
      ],
    },
    {
      name: 'a Nest controller',
      filename: fileIn('fixtures/nest-express/auth.controller.ts'),
      code: `import { Controller, Post, Res } from '@nestjs/common'
import type { Response } from 'express'

@Controller('auth')
export class AuthController {
  @Post('login')
  login(@Res({ passthrough: true }) response: Response) {
    response.cookie('access_token', this.auth.token(), { secure: true })
  }
}`,
      output: `import { Controller, Post, Res } from '@nestjs/common'
import type { Response } from 'express'

@Controller('auth')
export class AuthController {
  @Post('login')
  login(@Res({ passthrough: true }) response: Response) {
    response.cookie('access_token', this.auth.token(), { httpOnly: true, secure: true })
  }
}`,
      errors: [
        { messageId: 'missing', data: { key: 'httpOnly' }, line: 8 },
      ],
    },
    {
      name: 'a script of the same file reads cookies',
      code: `import express from 'express'
express().get('/', (req, res) => {
  res.cookie('token', token)
  res.send(\`<script>start(document.cookie)</script>\`)
})`,
      output: null,
      errors: [
        {
          messageId: 'missing',
          data: { key: 'httpOnly' },
          line: 3,
          suggestions: [
            {
              messageId: 'set',
              data: { key: 'httpOnly' },
              output: `import express from 'express'
express().get('/', (req, res) => {
  res.cookie('token', token, { httpOnly: true })
  res.send(\`<script>start(document.cookie)</script>\`)
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'nothing tells the server',
      code: `function login(req, res) {
  res.cookie('sid', id, { httpOnly: false })
}`,
      output: `function login(req, res) {
  res.cookie('sid', id, { httpOnly: true })
}`,
      errors: [
        { messageId: 'off', data: { key: 'httpOnly' }, line: 2 },
      ],
    },
  ],
})
