import * as typeScriptParser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import plugin from '../lib/index.js'

/** Correct code that looks like a flaw, as applications have it: `strict` says nothing about any of it. */
const EXPRESS = `import express from 'express'
import session from 'express-session'
import { RedisStore } from 'connect-redis'
const app = express()
app.use(session({ secret: process.env.SESSION_SECRET, name: '__Host-id', store: new RedisStore({ client }), resave: false, saveUninitialized: false, cookie: { secure: true, sameSite: 'lax', maxAge: 30 * 60 * 1000 } }))
`

const TRAPS: readonly (readonly [name: string, code: string, filename?: string])[] = [
  ['fields of a session that are no login: where to go next', `${EXPRESS}app.post('/search', (req, res) => { req.session.returnTo = req.originalUrl; res.redirect('/login') })`],
  ['fields of a session that are no login: a message, an error, a form', `${EXPRESS}app.post('/form', (req, res) => { req.session.flash = 'Saved.'; req.session.error = null; req.session.form = req.body; res.redirect('/') })`],
  ['fields of a session that are no login: a challenge, the state of OAuth, the address to be verified', `${EXPRESS}app.post('/begin', (req, res) => { req.session.challenge = options.challenge; req.session.oauthState = randomBytes(16).toString('hex'); req.session.pendingEmail = req.body.email; res.json(options) })`],
  ['fields of a session that are no login: a cart, a count of visits, a language', `${EXPRESS}app.post('/cart', (req, res) => { req.session.cart = [...(req.session.cart ?? []), req.body.item]; req.session.views = (req.session.views ?? 0) + 1; req.session.lang = 'de'; res.end() })`],
  ['Math.random for colours, delays, shuffles and numbers of messages', `${EXPRESS}const colour = Math.floor(Math.random() * 360)
const delay = 1000 * 2 ** attempt + Math.random() * 100
const shuffled = items.sort(() => Math.random() - 0.5)
const messageId = 'm' + Math.random().toString(36).slice(2)
const requestId = Math.random().toString(16)`],
  ['storage of a page for what is no token', `localStorage.setItem('theme', 'dark'); localStorage.setItem('sessionTimeoutWarning', 'shown'); sessionStorage.setItem('scroll', String(scrollY)); localStorage.setItem('lastVisit', Date.now()); localStorage.removeItem('token')`],
  ['options that a configuration decides', `import express from 'express'
import session from 'express-session'
const app = express()
app.use(session(config.session))
app.use(session({ secret: config.get('session.secret'), name: config.name, store, resave: false, saveUninitialized: false, rolling: config.rolling, cookie: config.cookie }))
app.use(session({ ...defaults, secret: process.env.SESSION_SECRET }))`],
  ['Secure by a condition', `import express from 'express'
const app = express()
const isProduction = process.env.NODE_ENV === 'production'
app.post('/login', (req, res) => {
  const options = { httpOnly: true, sameSite: 'lax', maxAge: 900_000, path: '/' }
  res.cookie('__Host-sid', id, { ...options, secure: isProduction })
  res.cookie('__Host-sid', id, { ...options, secure: process.env.NODE_ENV !== 'development' })
  res.cookie('__Host-sid', id, { ...options, secure: !!process.env.HTTPS })
  res.cookie('__Host-sid', id, { ...options, secure: req.secure })
  res.cookie('__Host-sid', id, { ...options, secure: req.protocol === 'https' })
  res.cookie('__Host-sid', id, { ...options, secure: url.startsWith('https://') })
  res.cookie('__Host-sid', id, { ...options, ...(isProduction && { secure: true }) })
  res.cookie('__Host-sid', id, { ...options, ...(isProduction ? { secure: true } : {}) })
  res.cookie('__Host-sid', id, { ...options, secure: env.COOKIE_SECURE ?? true })
  res.cookie('__Host-sid', id, { ...options, secure: isSecure() })
  res.end()
})`],
  ['what other libraries do by themselves: data in the cookie, and null as its deletion', `import Koa from 'koa'
import cookieSession from 'cookie-session'
app.use(cookieSession({ name: '__Host-id', keys: process.env.KEYS.split(','), sameSite: 'lax', maxAge: 1800000 }))
app.post('/logout', (req, res) => { req.session = null; res.redirect('/') })
app.post('/login', (req, res) => { req.session.userId = user.id; res.redirect('/') })`],
  ['logins by passport, which renews the session itself', `${EXPRESS}import passport from 'passport'
app.use(passport.initialize())
app.use(passport.session())
app.post('/login', csrfProtection, passport.authenticate('local', { successRedirect: '/', failureRedirect: '/login' }))
app.post('/signup', (req, res, next) => { create(req.body, (error, user) => { if (error) return next(error); req.login(user, (error) => { if (error) return next(error); res.redirect('/') }) }) })`],
  ['cookies that are deleted through their setter', `import express from 'express'
const app = express()
app.get('/bye', (req, res) => {
  res.cookie('theme', '', { maxAge: 0 })
  res.cookie('sid', '', { expires: new Date(0) })
  res.cookie('sid', 'deleted', { maxAge: 0 })
  res.setHeader('Set-Cookie', 'sid=; Max-Age=0; Path=/')
  res.setHeader('Set-Cookie', 'sid=deleted; expires=Thu, 01 Jan 1970 00:00:00 GMT')
  res.end()
})`],
  ['logouts that put a word in the place of the token', `import express from 'express'
const app = express()
app.post('/logout', (req, res) => {
  res.cookie('token', 'none', { expires: new Date(Date.now() + 10 * 1000), httpOnly: true })
  res.status(200).json({ success: true })
})
app.post('/signout', (req, res) => {
  const options = { maxAge: 10 * 1000, httpOnly: true }
  res.cookie('jwt', 'loggedout', options)
  res.status(200).json({ status: 'success' })
})`],
  ['cookies of taste, consent, hints and CSRF', `import express from 'express'
const app = express()
app.get('/', (req, res) => {
  res.cookie('theme', 'dark'); res.cookie('locale', 'de'); res.cookie('cookie_consent', 'yes'); res.cookie('XSRF-TOKEN', req.csrfToken())
  res.cookie('sidebar_state', 'open'); res.cookie('returnTo', req.url); res.cookie('lastSignedIn', 'google'); res.cookie('ab_test', 'b'); res.cookie('unknown', value)
  res.end()
})`],
  ['the end of a session, for the page to show', `import express from 'express'
const app = express()
app.post('/login', async (req, res) => {
  const { token, user } = await authService.login(req.body)
  res.cookie('__Host-token', token, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 3600000 })
  res.cookie('session_exp', String(Date.now() + 3600000), { secure: true, sameSite: 'lax', maxAge: 3600000 })
  res.cookie('auth', Date.now() + 3600000, { secure: true, sameSite: 'lax', maxAge: 3600000 })
  res.json({ id: user.id })
})`],
  ['the end of a session, and a visit, in a page', `import Cookies from 'js-cookie'
Cookies.set('jwt_exp', String(Date.now() + 3600000))
Cookies.set('token_exp', claims.exp)
localStorage.setItem('tokenExp', claims.exp)
document.cookie = \`gclid_session=\${Date.now()}; path=/\``],
  ['cookies about sessions, and of other sessions, in a page', `import Cookies from 'js-cookie'
Cookies.set('session_recording', enabled ? 'on' : 'off', { expires: 7 })
Cookies.set('auth_method', method, { expires: 365 })
Cookies.set('auth_panel', 'compact')
Cookies.set('session_version', version)
Cookies.set('session_duration', String(seconds))
Cookies.set('chat_session_id', chatId)
Cookies.set('hubspot_session', id)
document.cookie = 'session_survey=done; path=/; max-age=86400'
document.cookie = 'session_intro=closed; path=/; max-age=86400'
document.cookie = \`auth_popup=\${isOpen ? 'open' : 'closed'}; path=/\``],
  ['cookies about sessions, of a server', `import express from 'express'
const app = express()
app.post('/login', async (req, res) => {
  const { token, user } = await authService.login(req.body)
  res.cookie('__Host-token', token, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 3600000 })
  res.cookie('auth_method', user.method, { secure: true, sameSite: 'lax', maxAge: 3600000 })
  res.cookie('session_version', '2', { secure: true, sameSite: 'lax', maxAge: 3600000 })
  res.sendStatus(204)
})`],
  ['state and nonce of OAuth', `import { cookies } from 'next/headers'
export async function GET() {
  const store = await cookies()
  store.set('oauth_state', state, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600, path: '/' })
  store.set('code_verifier', verifier, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 600, path: '/' })
}`],
  ['a token that is decoded, and then verified', `import jwt from 'jsonwebtoken'
export function read(token) {
  const { header } = jwt.decode(token, { complete: true })
  return jwt.verify(token, keys.get(header.kid), { algorithms: ['RS256'] })
}`],
  ['a token that a page decodes', `import { jwtDecode } from 'jwt-decode'
export function useUser() { const token = read(); const { name } = jwtDecode(token); document.title = name; return name }`],
  ['a logout that others do: a service, a promise of destroy', `${EXPRESS}import { promisify } from 'node:util'
app.post('/logout', async (req, res, next) => { try { await promisify(req.session.destroy).call(req.session); res.clearCookie('__Host-id', { path: '/', secure: true }); res.redirect('/') } catch (error) { next(error) } })
app.post('/signout', async (req, res, next) => { try { await auth.logout(req, res); res.redirect('/') } catch (error) { next(error) } })`],
  ['mocks, seeds and end-to-end tests', `export const handlers = [http.post('/login', () => HttpResponse.json({ token: 'made-up', secret: 'secret' }, { headers: { 'Set-Cookie': 'sid=1' } }))]`, '/nowhere/src/testing/mocks/handlers.ts'],
  ['sessions on a client that are asked for nothing', `import { getIronSession } from 'iron-session'
import { cookies } from 'next/headers'
export async function login(user) { const session = await getIronSession(await cookies(), { password: process.env.SESSION_PASSWORD, cookieName: '__Host-shop', ttl: 3600 }); session.userId = user.id; await session.save() }
export async function logout() { const session = await getIronSession(await cookies(), { password: process.env.SESSION_PASSWORD, cookieName: '__Host-shop', ttl: 3600 }); session.destroy() }`],
  ['defaults of SvelteKit', `import { fail, redirect } from '@sveltejs/kit'
export const actions = { default: async ({ cookies, request }) => { const user = await check(await request.formData()); if (!user) return fail(400); cookies.set('__Host-session', await create(user), { path: '/', maxAge: 3600 }); redirect(303, '/') } }`, '/nowhere/src/routes/login/+page.server.ts'],
  ["functions of one's own that are called as those of libraries", `import { createSession, deleteSession, getSession, setCookie } from './session.js'
export async function login(user) { const session = await createSession(user.id); setCookie('sid', session.id); return session }
export async function logout(request) { const session = await getSession(request); deleteSession(session.id) }`],
  ['cookies that are set on a request', `import { NextResponse } from 'next/server'
export function middleware(request) { request.cookies.set('session', refreshed); return NextResponse.next({ request }) }`, '/nowhere/src/middleware.ts'],
  ['sessions in another sense: analytics, rooms, tabs, editors, checkouts, connections', `import Stripe from 'stripe'
const session = await stripe.checkout.sessions.create({ mode: 'payment', success_url: \`\${origin}/done?session_id={CHECKOUT_SESSION_ID}\` })
const room = { sessionId: Math.random().toString(36), players: [] }
const transports = new Map()
server.post('/mcp', (request, response) => { transports.set(request.headers['mcp-session-id'], transport) })
analytics.track('visit', { sessionId: Date.now() })
const editor = { session: createEditSession(text), token: tokens[0] }
export const { data: { session: current } } = await supabase.auth.getSession()`],
  ['secrets that are none: of users, of seeds, placeholders, of other services, empty ones', `export const form = { password: '', secret: '', token: null }
const SESSION_KEY = 'app.session'
sessionStorage.getItem(SESSION_KEY)
export const seed = [{ email: 'ada@example.com', password: 'lovelace' }]
export const client = { clientId: 'web', clientSecret: process.env.CLIENT_SECRET ?? '' }
const secretName = 'projects/shop/secrets/session'
const secret = \`\${process.env.SESSION_SECRET}\``],
  ['a Map of sessions that is a cache or a table of connections', `import { WebSocketServer } from 'ws'
const sessions = new Map()
new WebSocketServer({ port: 8080 }).on('connection', (socket) => { sessions.set(socket, { since: Date.now() }); socket.on('close', () => sessions.delete(socket)) })`],
]

describe('strict says nothing about', () => {
  test.each(TRAPS.map(([name, code = '', filename = '/nowhere/server.ts']) => [name, code, filename] as const))('%s', (_name, code, filename) => {
    const linter = new Linter({ cwd: '/' })
    const config: Linter.Config[] = [{ files: ['**/*.ts'], languageOptions: { parser: typeScriptParser } }, ...plugin.configs.strict]
    const messages = linter.verify(code, config, filename)
    expect(messages.map(({ line, message, ruleId }) => `${line} ${ruleId ?? ''} ${message}`)).toEqual([])
  })
})
