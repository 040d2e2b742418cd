import rule from '../../lib/rules/no-sensitive-data-in-client-session.js'
import { ruleTester } from '../rule-tester.js'

const inCookieSession = (...lines: readonly string[]) => `import cookieSession from 'cookie-session'
import express from 'express'
const app = express()
app.use(cookieSession({ keys: process.env.KEYS.split(',') }))
app.post('/profile', async (req, res) => {
  ${lines.join('\n  ')}
  res.end()
})`
const inExpress = (...lines: readonly string[]) => `import express from 'express'
express().post('/profile', async (req, res) => {
  ${lines.join('\n  ')}
  res.end()
})`
const signed = (payload: string, head = '') => `import jwt from 'jsonwebtoken'
${head}
export const token = jwt.sign(${payload}, process.env.JWT_SECRET, { expiresIn: '15m' })`
const koa = (options: string, statement: string) => `import Koa from 'koa'
import session from 'koa-session'
const app = new Koa()
app.use(session(${options}, app))
app.use(async (ctx) => { ${statement} })`

const session = (key: string) => ({ messageId: 'session', data: { key } })
const cookie = (key: string) => ({ messageId: 'cookie', data: { key } })
const token = (key: string) => ({ messageId: 'token', data: { key } })

ruleTester.run(rule.name, rule, {
  valid: [
    { name: 'an ID', code: inCookieSession(`req.session.userId = user.id`, `req.session.user = { id: user.id, name: user.name }`) },
    { name: 'what only sounds like it', code: inCookieSession(`req.session.passwordChangedAt = now`, `req.session.resetPasswordSentAt = now`, `req.session.secretary = name`, `req.session.pinned = list`) },
    { name: 'that there is one', code: inCookieSession(`req.session.user = { id, password: true, ssn: false, pin: undefined, secret: null }`, `req.session.password = ''`) },
    { name: 'taken away', code: inCookieSession(`delete req.session.password`, `req.session.password = null`) },
    { name: 'encrypted by the program', code: inCookieSession(`req.session.secret = encrypt(user.secret)`, `req.session.card = await sealData({ cardNumber: number })`) },
    { name: 'a hash of something else', code: inCookieSession(`req.session.hash = file.hash`, `req.session.salt = crypto.salt`) },
    { name: 'a record that nobody can see into', code: inCookieSession(`req.session.user = user`) },
    {
      name: 'a session on the server',
      code: `import express from 'express'
import session from 'express-session'
const app = express()
app.use(session({ secret: process.env.SECRET }))
app.post('/enrol', (req, res) => { req.session.secret = totp.secret; req.session.password = req.body.password; res.end() })`,
    },
    {
      name: 'an encrypted session',
      code: `import Fastify from 'fastify'
import secureSession from '@fastify/secure-session'
const app = Fastify()
app.register(secureSession, { key })
app.post('/', async (request) => { request.session.set('password', request.body.password) })`,
    },
    { name: 'an encrypted session, of iron-session', code: `import { getIronSession } from 'iron-session'; export async function POST(request) { const session = await getIronSession(await cookies(), options); session.password = '1'; session.secret = user.secret; await session.save() }` },
    { name: 'Koa with a store', code: koa('{ store }', `ctx.session.password = ctx.request.body.password`) },
    { name: 'Koa with options that nobody can see', code: koa('options', `ctx.session.password = ctx.request.body.password`) },
    { name: 'a session that may be of any library', code: `export function save(req, res) { req.session.password = req.body.password }` },
    { name: 'tokens and preferences in cookies', code: inExpress(`res.cookie('refreshToken', refreshToken, { httpOnly: true })`, `res.cookie('secret', value)`, `res.cookie('theme', JSON.stringify({ dark: true }))`) },
    { name: 'a cookie that is deleted', code: inExpress(`res.clearCookie('password')`, `res.cookie('password', '', { maxAge: 0 })`) },
    { name: 'a token with claims', code: signed(`{ sub: user.id, role: user.role, email: user.email, jti: randomUUID() }`) },
    { name: 'a token without what was taken out', code: signed('payload', `const { password, ...payload } = user`) },
    { name: 'a token without what was deleted', code: signed('payload', `const payload = { id: user.id, password: user.password }\ndelete payload.password`) },
    { name: 'an encrypted token', code: `import { EncryptJWT } from 'jose'; const token = await new EncryptJWT({ sub, refreshToken }).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).setExpirationTime('1h').encrypt(key)` },
    { name: 'what is stored elsewhere', code: `import jwt from 'jsonwebtoken'; const record = { password: hash, secret }; await db.users.insert(record); cache.set('session', JSON.stringify({ password }))` },
    { name: 'the address that a link is mailed to', code: `import jwt from 'jsonwebtoken'; export function inviteUrl(email) { return site + jwt.sign({ email, scope: 'invite' }, process.env.SECRET, { expiresIn: '7d' }) }`, options: [{ includePii: true }] },
    {
      name: 'the address that a link is mailed to, in parameters',
      code: `import jwt from 'jsonwebtoken'; export async function open(email) { const token = jwt.sign({ email }, process.env.SECRET); const url = new URL('/open', base); url.searchParams.set('token', token); await resend.emails.send({ to: email, html: \`<a href="\${url}">Log in</a>\` }) }`,
      options: [{ includePii: true }],
    },
    { name: 'personal data, unless it is asked for', code: inCookieSession(`req.session.email = user.email`, `req.session.user = { phone: user.phone, address: user.address }`) },
    { name: 'what is encrypted before', code: inExpress(`const box = encrypt(req.body.password)`, `res.cookie('profile', JSON.stringify({ password: box }))`) },
    { name: 'what is called encrypted', code: inExpress(`const { encrypted } = await vault.lock(req.body.password)`, `res.cookie('profile', JSON.stringify({ password: encrypted }))`) },
  ],
  invalid: [
    {
      name: 'in a session inside its cookie',
      code: inCookieSession(`req.session.password = req.body.password`, `req.session['creditCardNumber'] = req.body.number`, `req.session.totpSecret = secret.base32`),
      output: null,
      errors: [{ ...session('password'), line: 6, column: 15, endColumn: 23 }, session('creditCardNumber'), session('totpSecret')],
    },
    {
      name: 'in an object in the session',
      code: inCookieSession(`req.session.user = { id: user.id, passwordHash: user.passwordHash, card: { cvv: user.cvv } }`),
      output: null,
      errors: [{ ...session('passwordHash'), line: 6, column: 37, endColumn: 49 }, session('cvv')],
    },
    {
      name: 'in a session that is replaced, and through a variable',
      code: inCookieSession(`const user = { id: 1, ssn: record.ssn }`, `req.session = { user, api_key: record.key }`),
      output: null,
      errors: [{ ...session('ssn'), line: 6 }, { ...session('api_key'), line: 7 }],
    },
    { name: 'in a session of a request that is taken apart', code: inCookieSession(`const { session } = req`, `session.user_password = req.body.password`), output: null, errors: [session('user_password')] },
    { name: 'the hash of a password', code: inCookieSession(`req.session.hash = user.hash`, `req.session.user = { hash: passwordHash, salt: account.salt }`), output: null, errors: [session('hash'), session('hash'), session('salt')] },
    { name: 'Koa without a store', code: koa(`{ maxAge: 1000 }`, `ctx.session.password = ctx.request.body.password`), output: null, errors: [session('password')] },
    {
      name: 'React Router',
      code: `import { createCookieSessionStorage } from 'react-router'
const { getSession, commitSession } = createCookieSessionStorage({ cookie: { name: '__session', secrets: [process.env.SECRET] } })
export async function action({ request }) {
  const session = await getSession(request.headers.get('Cookie'))
  session.set('password', password)
  session.set('user', { id, apiKey: user.apiKey })
}`,
      output: null,
      errors: [session('password'), session('apiKey')],
    },
    { name: 'a key of an encryption', code: inExpress(`res.cookie('profile', JSON.stringify({ secret: user.encryptionKey }))`), output: null, errors: [cookie('secret')] },
    {
      name: 'in cookies',
      code: inExpress(`res.cookie('user', JSON.stringify({ id: user.id, password: user.password }))`, `res.cookie('profile', { id: user.id, ssn: user.ssn })`, `res.cookie('password', req.body.password, { maxAge: 1000 })`),
      output: null,
      errors: [cookie('password'), cookie('ssn'), cookie('password')],
    },
    { name: 'in a cookie as Base64', code: inExpress(`res.cookie('user', Buffer.from(JSON.stringify({ id, passwd })).toString('base64'))`), output: null, errors: [cookie('passwd')] },
    { name: 'in a cookie of a page', code: `import Cookies from 'js-cookie'; Cookies.set('password', form.password.value); Cookies.set('user', JSON.stringify({ name, cvc: card.cvc }))`, output: null, errors: [cookie('password'), cookie('cvc')] },
    { name: 'in a token', code: signed(`{ id: user.id, password: user.password }`), output: null, errors: [{ ...token('password'), line: 3, column: 46, endColumn: 54 }] },
    { name: 'in a token, nested, with another spelling', code: signed(`{ user: { id: user.id, 'password_hash': user.hash, API_KEY: key } }`), output: null, errors: [token('password_hash'), token('API_KEY')] },
    { name: 'in a token, through a variable and a later write', code: signed('payload', `const payload = { sub: user.id }\npayload.refreshToken = user.refreshToken`), output: null, errors: [{ ...token('refreshToken'), line: 3 }] },
    { name: 'in a token, through a function', code: signed('claimsOf(user)', `function claimsOf(user) { return { sub: user.id, hashedPassword: user.hashedPassword } }`), output: null, errors: [token('hashedPassword')] },
    { name: 'in a token that is built', code: `import { SignJWT } from 'jose'; const token = await new SignJWT({ sub, ssn: user.ssn }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('1h').sign(key)`, output: null, errors: [token('ssn')] },
    { name: 'further names', code: signed(`{ sub, salary: user.salary, iban: user.iban }`), options: [{ keys: ['SALARY'] }], output: null, errors: [token('salary'), token('iban')] },
    { name: 'personal data in a token of a user', code: signed(`{ sub: user.id, email: user.email }`), options: [{ includePii: true }], output: null, errors: [token('email')] },
    {
      name: 'personal data',
      code: inCookieSession(`req.session.email = user.email`, `req.session.user = { id, phoneNumber: user.phone, birth_date: user.birthday }`),
      options: [{ includePii: true }],
      output: null,
      errors: [session('email'), session('phoneNumber'), session('birth_date')],
    },
  ],
})
