import rule from '../../lib/rules/no-excessive-lifetime.js'
import { fileIn, ruleTester, type InvalidCase } from '../rule-tester.js'

const inExpress = (statement: string) => `import express from 'express'
express().post('/login', async (req, res) => {
  ${statement}
  res.end()
})`
const ofSession = (options: string) => `import session from 'express-session'
app.use(session(${options}))`

const JWT = `import jwt from 'jsonwebtoken'\n`

const WEEK = '7 * 24 * 60 * 60 * 1000'

const REFRESH_TOKENS = [
  'refreshToken', 'newRefreshToken', 'tokens.refresh.token', 'tokens.refresh', 'user.refreshToken', 'await createRefreshToken(user)', 'generateRefreshToken(user.id)',
  'String(refreshToken)', '`${refreshToken}`', 'refreshToken.toString()', 'refresh_token', '(refreshToken as string)',
]

/** A token that lives too long, and what is offered. */
function token(name: string, code: string, actual: string, output: string, limit = '12 hours'): InvalidCase {
  return { name, code, output: null, errors: [{ messageId: 'token', data: { actual, limit }, suggestions: [{ messageId: 'shorten', output }] }] }
}

function ofBetterAuth(session: string): string {
  return `import { betterAuth } from 'better-auth'\nexport const auth = betterAuth({ database, session: { ${session} } })`
}

function ofNextAuth(options: string): string {
  return `import NextAuth from 'next-auth'\nexport default NextAuth({ providers, ${options} })`
}

ruleTester.run(rule.name, rule, {
  valid: [
    ...['req.session.cookie.maxAge = 30 * 24 * 60 * 60 * 1000', 'req.session.cookie.maxAge = config.remember', 'req.session.cookie.maxAge = null', 'req.session.cookie.expires = new Date(Date.now() + 86_400_000)', 'req.session.cookie.expires = false'].map((statement) => ({
      name: `a session that remembers its user: ${statement}`,
      code: `${ofSession('{ secret, cookie: { maxAge: 1_800_000 } }')}\n${inExpress(statement)}`,
    })),
    {
      name: 'milliseconds where seconds are counted: `valid-cookie-options` speaks of it',
      code: `import fastify from 'fastify'
import cookie from '@fastify/cookie'
const app = fastify()
app.register(cookie)
app.post('/login', async (request, reply) => {
  reply.setCookie('sid', id, { maxAge: 7 * 24 * 60 * 60 * 1000 })
})`,
    },
    { name: 'a token within the limit', code: `${JWT}jwt.sign({ sub }, key, { expiresIn: '12h' })` },
    { name: 'a token that gets others', code: `${JWT}const refreshToken = jwt.sign({ sub }, key, { expiresIn: '30d' })` },
    ...[
      `const [accessToken, refreshToken] = await Promise.all([jwt.sign({ sub }, key, { expiresIn: '15m' }), jwt.sign({ sub }, key, { expiresIn: '7d' })])`,
      `const [accessToken, refreshToken] = [jwt.sign({ sub }, key, { expiresIn: '15m' }), jwt.sign({ sub }, key, { expiresIn: '7d' })]`,
      `let refreshToken\n[, refreshToken] = [1, jwt.sign({ sub }, key, { expiresIn: '7d' })]`,
      `const [at, rt] = await Promise.all([jwt.sign({ sub }, atSecret, { expiresIn: '15m' }), jwt.sign({ sub }, config.get('JWT_REFRESH_SECRET'), { expiresIn: '7d' })])`,
      `const rToken = jwt.sign({ sub }, process.env.JWT_REFRESH_SECRET, { expiresIn: '7d' })`,
      `const token = jwt.sign({ sub }, process.env['REFRESH_TOKEN_SECRET'] || 'dev', { expiresIn: '7d' })`,
      `const token = jwt.sign({ sub }, config.get('auth.refreshSecret'), { expiresIn: '7d' })`,
      `const token = jwt.sign({ sub }, config.refresh.secret, { expiresIn: '7d' })`,
      `const secret = process.env.REFRESH_SECRET\nconst token = jwt.sign({ sub }, secret, { expiresIn: '7d' })`,
      `const token = jwt.sign({ sub, type: 'refresh' }, key, { expiresIn: '7d' })`,
      `const token = jwt.sign({ sub, token_type: TokenType.REFRESH }, key, { expiresIn: '7d' })`,
      `const payload = { sub, typ: 'Refresh' }\nconst token = jwt.sign(payload, key, { expiresIn: '7d' })`,
      `jwt.sign({ sub }, key, { expiresIn: '7d' }, (err, refreshToken) => done(refreshToken))`,
    ].map((code) => ({ name: `a token that gets others: ${code}`, code: `${JWT}${code}` })),
    ...[
      `const token = jwt.sign({ sub }, process.env.EMAIL_SECRET, { expiresIn: '1d' })`,
      `jwt.sign({ sub }, key, { expiresIn: '1d' }, (err, emailToken) => { next(emailToken) })`,
      `jwt.sign({ sub }, key, { expiresIn: '1d' }, (err, token) => { const url = \`/confirmation/\${token}\`; transporter.sendMail({ to: user.email, html: url }) })`,
      `const token = jwt.sign({ sub }, key, { expiresIn: '1d' }); await sendVerificationEmail(user.email, token)`,
      `const token = jwt.sign({ sub }, key, { expiresIn: '1d' }); const url = host + '/x/' + token; const html = template({ url }); await mailer.send({ html })`,
      `await sendResetLink(user, jwt.sign({ sub }, key, { expiresIn: '1d' }))`,
      `const token = jwt.sign({ sub, purpose: 'verify-email' }, key, { expiresIn: '1d' })`,
    ].map((code) => ({ name: `a token for a mail: ${code}`, code: `${JWT}${code}` })),
    { name: 'a module for tokens that get others', code: `import { JwtModule } from '@nestjs/jwt'\nJwtModule.register({ secret: process.env.JWT_REFRESH_SECRET, signOptions: { expiresIn: '7d' } })` },
    { name: 'a plugin for tokens that get others', code: `import Fastify from 'fastify'\nimport jwt from '@fastify/jwt'\nFastify().register(jwt, { secret, namespace: 'refresh', sign: { expiresIn: '7d' } })` },
    { name: 'another plugin for tokens that get others', code: `import { Elysia } from 'elysia'\nimport { jwt } from '@elysiajs/jwt'\nnew Elysia().use(jwt({ name: 'refreshJwt', secret, exp: '7d' }))` },
    {
      name: 'a module, and a service in the same file whose tokens get others',
      code: `import { JwtModule, JwtService } from '@nestjs/jwt'
JwtModule.register({ secret, signOptions: { expiresIn: '7d' } })
class AuthService { constructor(private jwtService: JwtService) {} issue(user: User) { const refreshToken = this.jwtService.sign({ sub: user.id }); return { refreshToken } } }`,
      filename: fileIn('fixtures/auth.service.ts'),
    },
    {
      name: 'two tokens of a service of Nest',
      code: `import { JwtService } from '@nestjs/jwt'
class AuthService {
  constructor(private jwt: JwtService, private config: ConfigService) {}
  async getTokens(userId: number) {
    const [at, rt] = await Promise.all([
      this.jwt.signAsync({ sub: userId }, { secret: this.config.get('JWT_SECRET'), expiresIn: '15m' }),
      this.jwt.signAsync({ sub: userId }, { secret: this.config.get<string>('JWT_REFRESH_SECRET'), expiresIn: '7d' }),
    ])
    return { at, rt }
  }
}`,
      filename: fileIn('fixtures/auth.service.ts'),
    },
    { name: 'a token whose time nobody can see', code: `${JWT}jwt.sign({ sub }, key, { expiresIn: config.ttl })` },
    { name: 'a token without an end, which is the business of another rule', code: `${JWT}jwt.sign({ sub }, key)` },
    { name: 'a token in the wrong unit, which is the business of another rule', code: `${JWT}jwt.sign({ sub }, key, { expiresIn: 12 * 60 * 60 * 1000 })` },
    { name: 'a token that nothing signs, which is the business of another rule', code: `${JWT}jwt.sign({ sub }, '', { algorithm: 'none', expiresIn: '7d' })` },
    { name: 'a token by which an address is verified', code: `${JWT}app.post('/verify-email', (req, res) => { const token = jwt.sign({ id }, key, { expiresIn: '1d' }) })` },
    { name: 'a token for a link', code: `${JWT}const inviteToken = jwt.sign({ email }, key, { expiresIn: '7d' })` },
    { name: 'a date that is fixed', code: `import { SignJWT } from 'jose'\nnew SignJWT({ sub }).setExpirationTime(new Date('2099-01-01')).sign(key)` },
    { name: 'lifetimes within the limits', code: ofSession(`{ secret, rolling: true, cookie: { maxAge: 30 * 60 * 1000 } }`) },
    { name: 'a session that may slide or not', code: ofSession(`{ secret, rolling: config.rolling, cookie: { maxAge: 7 * 24 * 60 * 60 * 1000 } }`) },
    { name: 'a session whose time nobody can see', code: ofSession(`{ secret, rolling: true, cookie: { maxAge: config.maxAge } }`) },
    { name: 'an absolute lifetime within its limit', code: ofSession(`{ secret, cookie: { maxAge: 12 * 60 * 60 * 1000 } }`) },
    { name: 'no lifetime at all, which is the business of another rule', code: ofSession(`{ secret }`) },
    { name: 'a lifetime that nobody can see', code: ofSession(`{ secret, cookie: { maxAge: config.maxAge } }`) },
    { name: 'a session that ends before a visit would move its end', code: ofBetterAuth(`expiresIn: 12 * 60 * 60`) },
    { name: 'a record that ends before a visit would move its end', code: ofNextAuth(`adapter, session: { maxAge: 12 * 60 * 60 }`) },
    { name: 'a wait that nobody can see', code: ofBetterAuth(`expiresIn: 4 * 60 * 60, updateAge: config.updateAge`) },
    { name: 'a longer wait that nobody can see', code: ofBetterAuth(`expiresIn: 20 * 60 * 60, updateAge: config.updateAge`) },
    {
      name: 'a lifetime of a class of its own',
      code: `import { Lucia, TimeSpan } from 'lucia'\nexport const lucia = new Lucia(adapter, { sessionExpiresIn: new (class extends TimeSpan {})(8, 'w') })`,
    },
    { name: 'a session that is a record or a token, and ends before a visit would move the end of a record', code: ofNextAuth(`adapter, session: { strategy, maxAge: 4 * 60 * 60 }`) },
    { name: 'sliding that nobody can see', code: ofSession(`{ secret, rolling: config.rolling, cookie: { maxAge: 4 * 60 * 60 * 1000 } }`) },
    { name: 'a cookie that remembers a user', code: inExpress(`res.cookie('remember_me', token, { maxAge: 30 * 24 * 60 * 60 * 1000 })`) },
    { name: 'a refresh token', code: inExpress(`res.cookie('refreshToken', token, { maxAge: 7 * 24 * 60 * 60 * 1000 })`) },
    ...REFRESH_TOKENS.map((value) => ({ name: `a refresh token under another name: ${value}`, code: inExpress(`res.cookie('jwt', ${value}, { maxAge: ${WEEK} })`) })),
    { name: 'a refresh token under a short name', code: inExpress(`res.cookie('rt', refreshToken, { maxAge: ${WEEK} })`) },
    { name: 'a refresh token under the name in a constant', code: inExpress(`res.cookie(REFRESH_TOKEN_COOKIE, token, { maxAge: ${WEEK} })`) },
    {
      name: 'a refresh token that is signed in the same handler',
      code: `${JWT}${inExpress(`const refreshToken = jwt.sign({ sub }, process.env.REFRESH_TOKEN_SECRET, { expiresIn: '1d' })
  res.cookie('jwt', refreshToken, { httpOnly: true, secure: true, maxAge: 24 * 60 * 60 * 1000 })`)}`,
    },
    { name: 'another cookie', code: inExpress(`res.cookie('theme', 'dark', { maxAge: 365 * 24 * 60 * 60 * 1000 })`) },
    {
      name: 'a profile that allows more',
      code: ofSession(`{ secret, cookie: { maxAge: 7 * 24 * 60 * 60 * 1000 } }`),
      settings: { 'session-security': { profile: 'asvs-l1' } },
    },
    {
      name: 'options that allow more',
      code: ofSession(`{ secret, cookie: { maxAge: 7 * 24 * 60 * 60 * 1000 } }`),
      options: [{ absoluteHours: 168 }],
    },
  ],
  invalid: [
    ...[
      ['req.session.cookie.maxAge = 365 * 24 * 60 * 60 * 1000', 'req.session.cookie.maxAge = 30 * 24 * 60 * 60 * 1000'],
      ['if (req.body.remember) req.session.cookie.maxAge = 31_536_000_000', 'if (req.body.remember) req.session.cookie.maxAge = 30 * 24 * 60 * 60 * 1000'],
      ['req.session.cookie.maxAge = req.body.remember ? 31_536_000_000 : 1_800_000'],
      ['req.session.cookie.expires = new Date(Date.now() + 365 * 24 * 60 * 60 * 1000)'],
    ].map(([statement = '', output]): InvalidCase => {
      const program = (text: string) => `${ofSession('{ secret, cookie: { maxAge: 1_800_000 } }')}\n${inExpress(text)}`
      const data = { actual: '365 days', limit: '30 days' }
      return {
        name: `one session for a year: ${statement}`,
        code: program(statement),
        output: null,
        errors: [{ messageId: 'absolute', data, ...(output !== undefined && { suggestions: [{ messageId: 'shorten', data: { limit: '30 days', actual: '365 days' }, output: program(output) }] }) }],
      }
    }),
    ...([
      ['60 * 60 * 1000', '1 hour'],
      ['90_000', '90 seconds'],
      ['90_400', '90 seconds'],
      ['7_200_000', '2 hours'],
      ['86_400_000', '1 day'],
      ['5_400_000', '90 minutes'],
    ] as const).map(([maxAge, actual]): InvalidCase => ({
      name: `a session that slides for ${actual}, which the options do not allow: ${maxAge}`,
      code: ofSession(`{ secret, rolling: true, cookie: { maxAge: ${maxAge} } }`),
      options: [{ idleMinutes: 1 }],
      output: null,
      errors: [{ messageId: 'idle', data: { actual, limit: '1 minute' }, suggestions: [{ messageId: 'shorten', output: ofSession(`{ secret, rolling: true, cookie: { maxAge: 1 * 60 * 1000 } }`) }] }],
    })),
    {
      name: 'a session whose end each visit moves, if it comes late enough',
      code: ofBetterAuth(`expiresIn: 12 * 60 * 60, updateAge: 3600`),
      output: null,
      errors: [{ messageId: 'idle', data: { actual: '12 hours', limit: '30 minutes' }, suggestions: [{ messageId: 'shorten', output: ofBetterAuth(`expiresIn: 30 * 60, updateAge: 60`) }] }],
    },
    {
      name: 'a session whose end visits would not move any more, if only its end came sooner',
      code: ofBetterAuth(`expiresIn: 60 * 60 * 24 * 30`),
      output: null,
      errors: [{ messageId: 'idle', suggestions: [{ messageId: 'shorten', output: ofBetterAuth(`expiresIn: 30 * 60, updateAge: 60`) }] }],
    },
    {
      name: 'a wait that is short enough stays',
      code: ofBetterAuth(`expiresIn: 12 * 60 * 60, updateAge: 5 * 60`),
      output: null,
      errors: [{ messageId: 'idle', suggestions: [{ messageId: 'shorten', output: ofBetterAuth(`expiresIn: 30 * 60, updateAge: 5 * 60`) }] }],
    },
    {
      name: 'a session that no visit prolongs, and that lives too long',
      code: ofBetterAuth(`expiresIn: 20 * 60 * 60`),
      output: null,
      errors: [{ messageId: 'absolute', data: { actual: '20 hours', limit: '12 hours' }, suggestions: [{ messageId: 'shorten', output: ofBetterAuth(`expiresIn: 12 * 60 * 60`) }] }],
    },
    {
      name: 'a session that is a token, which each visit renews',
      code: ofNextAuth(`adapter, session: { strategy: 'jwt', maxAge: 8 * 60 * 60 }`),
      output: null,
      errors: [{ messageId: 'idle', suggestions: [{ messageId: 'shorten', output: ofNextAuth(`adapter, session: { strategy: 'jwt', maxAge: 30 * 60 }`) }] }],
    },
    ...[
      `const [accessToken, refreshToken] = [jwt.sign({ sub }, key, { expiresIn: '7d' }), jwt.sign({ sub }, key, { expiresIn: '7d' })]`,
      `const [refreshToken, accessToken] = await Promise.all([1, jwt.sign({ sub }, key, { expiresIn: '7d' })])`,
      `const token = jwt.sign({ sub, type: 'access' }, config.get('auth.secret'), { expiresIn: '7d' })`,
      `jwt.sign({ sub }, key, { expiresIn: '7d' }, (err, token) => { res.json({ token }) })`,
      `const token = jwt.sign({ sub }, key, { expiresIn: '7d' }); user.tokens.push(token); await sendWelcomeMail(user.email); res.json({ token })`,
    ].map((code) => token(`a token that lets users in: ${code}`, `${JWT}${code}`, '7 days', `${JWT}${code.replace("'7d'", "'12h'")}`)),
    token(
      'all tokens of a module',
      `import { JwtModule } from '@nestjs/jwt'\nexport const module = JwtModule.register({ secret: process.env.S, signOptions: { expiresIn: '60d' } })`,
      '60 days',
      `import { JwtModule } from '@nestjs/jwt'\nexport const module = JwtModule.register({ secret: process.env.S, signOptions: { expiresIn: '12h' } })`,
    ),
    token(
      'all tokens of a plugin',
      `import Fastify from 'fastify'\nimport fastifyJwt from '@fastify/jwt'\nFastify().register(fastifyJwt, { secret, sign: { expiresIn: '60d' } })`,
      '60 days',
      `import Fastify from 'fastify'\nimport fastifyJwt from '@fastify/jwt'\nFastify().register(fastifyJwt, { secret, sign: { expiresIn: '12h' } })`,
    ),
    token('a token that lives for a year', `${JWT}jwt.sign({ sub }, key, { expiresIn: '1y' })`, '365 days', `${JWT}jwt.sign({ sub }, key, { expiresIn: '12h' })`),
    token(
      'a token that ends by its payload, in an odd spelling',
      `${JWT}jwt.sign({ sub, exp: (Math).floor( /* seconds */ Date['now']() / 1000) + 60 * 60 * 24 }, key)`,
      '1 day',
      `${JWT}jwt.sign({ sub, exp: Math.floor(Date.now() / 1000) + 12 * 60 * 60 /* seconds */ }, key)`,
    ),
    {
      name: 'tokens that were refreshed, and that let users in',
      code: inExpress(`res.cookie('jwt', await refreshAccessToken(user), { expires: new Date(Date.now() + ${WEEK}) })
  res.cookie('jwt', refreshed.accessToken, { expires: new Date(Date.now() + ${WEEK}) })
  res.cookie('token', tokens.access.token, { expires: new Date(Date.now() + ${WEEK}) })`),
      output: null,
      errors: [3, 4, 5].map((line) => ({ messageId: 'absolute', data: { actual: '7 days', limit: '12 hours' }, line })),
    },
    {
      name: 'a refresh token that lives too long as well',
      code: inExpress(`res.cookie('jwt', refreshToken, { expires: new Date(Date.now() + 365 * 24 * 60 * 60 * 1000) })`),
      output: null,
      errors: [{ messageId: 'absolute', data: { actual: '365 days', limit: '30 days' } }],
    },
    {
      name: 'a lifetime that has the name of the option',
      code: `const maxAge = 7 * 24 * 60 * 60 * 1000\n${ofSession(`{ secret, cookie: { maxAge } }`)}`,
      output: null,
      errors: [
        {
          messageId: 'absolute',
          data: { actual: '7 days', limit: '12 hours' },
          suggestions: [{ messageId: 'shorten', output: `const maxAge = 7 * 24 * 60 * 60 * 1000\n${ofSession(`{ secret, cookie: { maxAge: 12 * 60 * 60 * 1000 } }`)}` }],
        },
      ],
    },
    token('a token', `${JWT}jwt.sign({ sub }, key, { expiresIn: '7d' })`, '7 days', `${JWT}jwt.sign({ sub }, key, { expiresIn: '12h' })`),
    token('a token whose time has a name', `${JWT}const expiresIn = '7d'\njwt.sign({ sub }, key, { expiresIn })`, '7 days', `${JWT}const expiresIn = '7d'\njwt.sign({ sub }, key, { expiresIn: '12h' })`),
    token('a token in seconds', `${JWT}jwt.sign({ sub }, key, { expiresIn: 24 * 60 * 60 })`, '1 day', `${JWT}jwt.sign({ sub }, key, { expiresIn: '12h' })`),
    token('a token that ends by its payload', `import { sign } from 'hono/jwt'\nsign({ sub, exp: Math.floor(Date.now() / 1000) + 60 * 60 * 24 }, key)`, '1 day', `import { sign } from 'hono/jwt'\nsign({ sub, exp: Math.floor(Date.now() / 1000) + 12 * 60 * 60 }, key)`),
    token('a token that ends by its payload, where an option could say it', `${JWT}jwt.sign({ sub, exp: Math.floor(Date.now() / 1000) + 60 * 60 * 24 }, key)`, '1 day', `${JWT}jwt.sign({ sub, exp: Math.floor(Date.now() / 1000) + 12 * 60 * 60 }, key)`),
    token('a token that is built', `import { SignJWT } from 'jose'\nnew SignJWT({ sub }).setExpirationTime('2w').sign(key)`, '14 days', `import { SignJWT } from 'jose'\nnew SignJWT({ sub }).setExpirationTime('12h').sign(key)`),
    token('a token that is encrypted', `import { EncryptJWT } from 'jose'\nnew EncryptJWT({ sub }).setExpirationTime("30d").encrypt(key)`, '30 days', `import { EncryptJWT } from 'jose'\nnew EncryptJWT({ sub }).setExpirationTime('12h').encrypt(key)`),
    token('a token that gets others', `${JWT}const refreshToken = jwt.sign({ sub }, key, { expiresIn: '90d' })`, '90 days', `${JWT}const refreshToken = jwt.sign({ sub }, key, { expiresIn: '30d' })`, '30 days'),
    token('what a plugin says for several tokens', `import Fastify from 'fastify'\nimport jwt from '@fastify/jwt'\nconst app = Fastify()\napp.register(jwt, { secret, sign: { expiresIn: '7d' } })\napp.jwt.sign({ sub })\napp.jwt.sign({ name })`, '7 days', `import Fastify from 'fastify'\nimport jwt from '@fastify/jwt'\nconst app = Fastify()\napp.register(jwt, { secret, sign: { expiresIn: '12h' } })\napp.jwt.sign({ sub })\napp.jwt.sign({ name })`),
    {
      name: 'options beside the cookie, in their own unit, and a text with a unit',
      code: `import Fastify from 'fastify'
import secureSession from '@fastify/secure-session'
import { defineConfig } from '@adonisjs/session'
Fastify().register(secureSession, { key, expiry: 30 * 24 * 60 * 60 })
defineConfig({ age: '30 days' })`,
      output: null,
      errors: [
        {
          messageId: 'absolute',
          data: { actual: '30 days', limit: '12 hours' },
          suggestions: [
            {
              messageId: 'shorten',
              output: `import Fastify from 'fastify'
import secureSession from '@fastify/secure-session'
import { defineConfig } from '@adonisjs/session'
Fastify().register(secureSession, { key, expiry: 12 * 60 * 60 })
defineConfig({ age: '30 days' })`,
            },
          ],
        },
        {
          messageId: 'idle',
          data: { actual: '30 days', limit: '30 minutes' },
          suggestions: [
            {
              messageId: 'shorten',
              output: `import Fastify from 'fastify'
import secureSession from '@fastify/secure-session'
import { defineConfig } from '@adonisjs/session'
Fastify().register(secureSession, { key, expiry: 30 * 24 * 60 * 60 })
defineConfig({ age: 30 * 60 })`,
            },
          ],
        },
      ],
    },
    {
      name: 'an absolute lifetime',
      code: ofSession(`{ secret, cookie: { maxAge: 7 * 24 * 60 * 60 * 1000 } }`),
      output: null,
      errors: [
        {
          messageId: 'absolute',
          data: { actual: '7 days', limit: '12 hours' },
          line: 2,
          column: 45,
          suggestions: [{ messageId: 'shorten', output: ofSession(`{ secret, cookie: { maxAge: 12 * 60 * 60 * 1000 } }`) }],
        },
      ],
    },
    {
      name: 'an idle timeout, where visits move the end',
      code: ofSession(`{ secret, rolling: true, cookie: { maxAge: 4 * 60 * 60 * 1000 } }`),
      output: null,
      errors: [
        {
          messageId: 'idle',
          data: { actual: '4 hours', limit: '30 minutes' },
          suggestions: [{ messageId: 'shorten', output: ofSession(`{ secret, rolling: true, cookie: { maxAge: 30 * 60 * 1000 } }`) }],
        },
      ],
    },
    {
      name: 'a library in which visits move the end by default',
      code: `import session from '@fastify/session'
app.register(session, { secret, cookie: { maxAge: 2 * 60 * 60 * 1000 } })`,
      output: null,
      errors: [
        {
          messageId: 'idle',
          suggestions: [
            {
              messageId: 'shorten',
              output: `import session from '@fastify/session'
app.register(session, { secret, cookie: { maxAge: 30 * 60 * 1000 } })`,
            },
          ],
        },
      ],
    },
    {
      name: 'a cookie of Express, and one with a date, where there is no edit',
      code: inExpress(`res.cookie('sid', id, { expires: new Date(Date.now() + 7 * 24 * 60 * 60 * 1000) })`),
      output: null,
      errors: [{ messageId: 'absolute', data: { actual: '7 days', limit: '12 hours' } }],
    },
    {
      name: 'a cookie that remembers a user for longer than that',
      code: inExpress(`res.cookie('remember_me', token, { maxAge: 365 * 24 * 60 * 60 * 1000 })`),
      output: null,
      errors: [
        {
          messageId: 'absolute',
          data: { actual: '365 days', limit: '30 days' },
          suggestions: [{ messageId: 'shorten', output: inExpress(`res.cookie('remember_me', token, { maxAge: 30 * 24 * 60 * 60 * 1000 })`) }],
        },
      ],
    },
    {
      name: 'the limits of a stricter profile',
      code: ofSession(`{ secret, rolling: true, cookie: { maxAge: 30 * 60 * 1000 } }`),
      settings: { 'session-security': { profile: 'pci-dss' } },
      output: null,
      errors: [
        {
          messageId: 'idle',
          data: { actual: '30 minutes', limit: '15 minutes' },
          suggestions: [{ messageId: 'shorten', output: ofSession(`{ secret, rolling: true, cookie: { maxAge: 15 * 60 * 1000 } }`) }],
        },
      ],
    },
  ],
})
