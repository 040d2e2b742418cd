import rule from '../../lib/rules/require-reauthentication.js'
import { fileIn, ruleTester } from '../rule-tester.js'

const inExpress = (route: string, ...lines: readonly string[]) => `import express from 'express'
const app = express()
app.use(requireSession)
app.post('${route}', async (req, res) => {
  ${lines.join('\n  ')}
  res.sendStatus(204)
})`
const OWN = `const user = await User.findById(req.session.userId)`
const SAVE = `await user.save()`
const password = { messageId: 'password' }
const email = { messageId: 'email' }
const account = { messageId: 'account' }
const factor = { messageId: 'factor' }

/** A program of a framework that finds its handlers by their files. */
interface Found {
  readonly filename: string
  readonly code: string
}
const NEXT = 'fixtures/next-15/app/api'
const inNext = (folder: string, ...lines: readonly string[]): Found => ({
  filename: fileIn(`${NEXT}/${folder}/route.ts`),
  code: `import { auth } from '@/auth'
import { getServerSession } from 'next-auth'
export async function POST(request) {
  const { password, email } = await request.json()
  ${lines.join('\n  ')}
  return Response.json({})
}`,
})
/** The same where it is given to something. */
const wrappedInNext = (wrapper: string, ...lines: readonly string[]): Found => ({
  filename: fileIn(`${NEXT}/account/route.ts`),
  code: `import { auth } from '@/auth'
import * as wrappers from '@/lib/wrappers'
${lines.join('\n')}
export const PATCH = ${wrapper.replace('HANDLER', `async (request) => {
  const session = await auth()
  const { email } = await request.json()
  await prisma.user.update({ where: { id: session.user.id }, data: { email } })
  return Response.json({})
}`)}`,
})
const inActions = (action: string): Found => ({
  filename: fileIn('fixtures/next-15/lib/actions.ts'),
  code: `'use server'
import { auth } from '@/auth'
import { cookies } from 'next/headers'
import * as lib from '@/lib/safe-action'
import { authActionClient, authedProcedure, passwordActionClient, protectedWithPassword, validatedActionWithUser, withPassword } from '@/lib/safe-action'
export const changeEmail = ${action}`,
})
const WHO = 'const session = await auth()'
const UPDATE = 'await prisma.user.update({ where: { id: session.user.id }, data: { password: await hash(password) } })'

ruleTester.run(rule.name, rule, {
  valid: [
    { name: 'Next, and the current password', ...inNext('password', WHO, `const user = await prisma.user.findUnique({ where: { id: session.user.id } })`, `if (!(await bcrypt.compare(current, user.password))) return new Response(null, { status: 403 })`, UPDATE) },
    { name: 'Next, a reset by its folder', ...inNext('reset-password/[token]', WHO, UPDATE) },
    { name: 'Next, another user', ...inNext('users', WHO, `await prisma.user.update({ where: { id: params.id }, data: { email } })`) },
    { name: 'Next, a user that a function is asked for', ...inNext('users', `const user = await getUser(params.id)`, `await prisma.user.update({ where: { id: user.id }, data: { email } })`) },
    { name: 'Next, reading', ...inNext('password', WHO, UPDATE), code: inNext('password', WHO, UPDATE).code.replace('POST', 'GET') },
    { name: 'Next, what is no route', code: inNext('password', WHO, UPDATE).code, filename: fileIn('fixtures/next-15/lib/password.ts') },
    { name: 'Next, a function that pages do not call', code: `import { auth } from '@/auth'\nexport async function changePassword(password) {\n  ${WHO}\n  ${UPDATE}\n}`, filename: fileIn('fixtures/next-15/lib/actions.ts') },
    ...['wrappers.withPasswordPrompt(HANDLER)', 'withErrorHandler(wrappers.withPassword(HANDLER))', 'wrappers.gate(HANDLER)', 'compose(wrappers.askPassword, HANDLER)', 'wrappers.withGuards([askPassword], HANDLER)'].map((wrapper) => ({
      name: `a route of Next, given to what asks, or may ask: ${wrapper}`,
      ...wrappedInNext(wrapper),
    })),
    { name: 'a route of Next, given to a function of the file that asks', ...wrappedInNext('confirmed(HANDLER)', 'const confirmed = (handler) => async (request) => ((await bcrypt.compare(await given(request), await stored(request))) ? handler(request) : new Response(null, { status: 403 }))') },
    ...[
      'withPassword(async (form) => { const session = await auth(); await prisma.user.update({ where: { id: session.user.id }, data: { email: form.get(`email`) } }) })',
      'protectedWithPassword.schema(lib.schema).action(async ({ parsedInput, ctx }) => { await prisma.user.update({ where: { id: ctx.user.id }, data: { email: parsedInput.email } }) })',
      'passwordActionClient.action(async ({ parsedInput, ctx }) => { await prisma.user.update({ where: { id: ctx.user.id }, data: { email: parsedInput.email } }) })',
      'authActionClient.use(lib.askPassword).schema(lib.schema).action(async ({ parsedInput, ctx }) => { await prisma.user.update({ where: { id: ctx.user.id }, data: { email: parsedInput.email } }) })',
      'authActionClient.action(async ({ parsedInput, ctx }) => { await prisma.user.update({ where: { id: parsedInput.user.id }, data: { email: parsedInput.email } }) })',
      'async (user, form) => { await prisma.user.update({ where: { id: user.id }, data: { email: form.get(`email`) } }) }',
    ].map((action) => ({ name: `an action that is given to what asks, or is about somebody else: ${action}`, ...inActions(action) })),
    { name: 'the current password is compared', code: inExpress('/password', OWN, `if (!(await bcrypt.compare(req.body.current, user.password))) return res.sendStatus(403)`, `user.password = await bcrypt.hash(req.body.password, 12)`, SAVE) },
    { name: 'the current password is handed on', code: inExpress('/password', `await req.user.changePassword(req.body.currentPassword, req.body.newPassword)`) },
    { name: 'a helper checks it', code: inExpress('/password', OWN, `await checkPassword(user, req.body.old)`, `user.passwordHash = await hash(req.body.password)`, SAVE) },
    { name: 'a helper of any name that says verify', code: inExpress('/account/delete', `await verifyOwner(req)`, `await User.deleteOne({ _id: req.session.userId })`) },
    { name: 'a second factor is asked for', code: inExpress('/password', OWN, `if (!totp.verify({ token: req.body.otp, secret: user.totpSecret })) return res.sendStatus(403)`, `user.password = await hash(req.body.password)`) },
    { name: 'the time of the login is looked at', code: inExpress('/password', OWN, `if (Date.now() - req.session.authenticatedAt > 300000) return res.sendStatus(403)`, `user.password = await hash(req.body.password)`) },
    { name: 'a middleware that says it', code: inExpress('/password', OWN, `user.password = await hash(req.body.password)`).replace(`async (req`, `requireRecentLogin, async (req`) },
    { name: 'a middleware for all routes that says it', code: inExpress('/password', OWN, `user.password = await hash(req.body.password)`).replace('requireSession', 'sudoMode') },
    { name: 'a middleware by the option', code: inExpress('/password', OWN, `user.password = await hash(req.body.password)`).replace('requireSession', 'gate'), options: [{ middlewareNames: ['gate'] }] },
    { name: 'a middleware of another file whose name says nothing', code: `import { gate } from './gate.js'\n` + inExpress('/password', OWN, `user.password = await hash(req.body.password)`).replace(`async (req`, `gate, async (req`) },
    { name: 'a reset with a token', code: inExpress('/password', `const user = await User.findOne({ token: req.body.token })`, `user.password = await hash(req.body.password)`, SAVE) },
    { name: 'a reset by its route', code: inExpress('/reset-password', OWN, `user.password = await hash(req.body.password)`) },
    { name: 'a registration', code: inExpress('/register', `const user = new User()`, `user.email = req.body.email`, `user.password = await hash(req.body.password)`, `req.session.userId = user.id`) },
    { name: 'an administrator and somebody else', code: inExpress('/users/:id', `const user = await User.findById(req.params.id)`, `user.password = await hash(req.body.password)`, SAVE, `await User.deleteOne({ _id: req.params.id })`) },
    { name: 'other data of the user', code: inExpress('/profile', OWN, `user.name = req.body.name`, SAVE, `await User.updateOne({ _id: req.session.userId }, { bio: req.body.bio, emailNotifications: true })`) },
    { name: 'something of the user that is deleted', code: inExpress('/posts/delete', `await Post.deleteOne({ author: req.session.userId, id: req.body.id })`, `await sessions.destroy(req.session.userId)`) },
    { name: 'a user who is found by an address', code: inExpress('/profile', `await User.findOneAndUpdate({ email: req.user.email }, { name: req.body.name }, { new: true })`) },
    { name: 'something of the user that is deleted by a builder of queries', code: inExpress('/posts/delete', `await knex('posts').where({ user_id: req.session.userId }).delete()`, `await Post.where('user', req.user.id).destroy()`) },
    { name: 'a password of something else that the user has', code: inExpress('/networks', `await knex('networks').where({ user_id: req.user.id }).update({ password: req.body.password })`) },
    { name: 'a member of what the user owns', code: inExpress('/team/delete', `const team = await Team.findOne({ owner: req.user.id })`, `await User.deleteOne({ team: team.id, name: req.body.name })`) },
    { name: 'an update that nobody can see into', code: inExpress('/profile', `await User.findByIdAndUpdate(req.user.id, req.body)`) },
    { name: 'reading', code: inExpress('/password', OWN, `user.password = undefined`).replace('app.post', 'app.get') },
    { name: 'a handler that is registered in another file', code: `export async function changePassword(req, res) { const user = await User.findById(req.user.id); user.password = await hash(req.body.password); await user.save() }` },
    { name: 'where only proofs count', code: inExpress('/password', OWN, `user.password = await hash(req.body.password)`), settings: { 'session-security': { certainty: 'proved' } } },
    { name: 'Nest with a guard that asks again', code: `import { Body, Controller, Post, Req, UseGuards } from '@nestjs/common'
@Controller('account')
export class AccountController {
  @UseGuards(ReauthGuard)
  @Post('password')
  async change(@Req() request, @Body() body) { await this.users.update(request.session.userId, { password: await hash(body.password) }) }
}`, filename: '/nowhere/account.controller.ts' },
  ],
  invalid: [
    {
      name: 'a password, without the current one',
      code: inExpress('/password', OWN, `user.password = await bcrypt.hash(req.body.password, 12)`, SAVE),
      output: null,
      errors: [{ ...password, line: 6, column: 8, endColumn: 16 }],
    },
    {
      name: 'an address, on an application that is handed in',
      code: `module.exports = function (app, passport) {
  app.post('/account/email', isLoggedIn, async function (req, res) {
    await User.updateOne({ _id: req.user.id }, { email: req.body.email })
    res.redirect('/account')
  })
}
function isLoggedIn(req, res, next) { if (req.isAuthenticated()) return next(); res.redirect('/') }`,
      filename: fileIn('fixtures/express-4/routes.js'),
      output: null,
      errors: [{ ...email, line: 3 }],
    },
    { name: 'a password that is written twice', code: inExpress('/password', OWN, `if (req.body.password !== req.body.confirmPassword) return res.sendStatus(400)`, `user.passwordHash = await hash(req.body.password)`, SAVE), output: null, errors: [password] },
    { name: 'of the user of the request', code: inExpress('/password', `req.user.password = await hash(req.body.password)`, `await req.user.save()`), output: null, errors: [password] },
    { name: 'a new address that has to be verified, by whoever has set it', code: inExpress('/email', OWN, `user.email = req.body.email`, `user.emailVerified = false`, SAVE), output: null, errors: [email] },
    { name: 'by a query', code: inExpress('/password', `const password = await hash(req.body.password)`, `await User.updateOne({ _id: req.session.userId }, { $set: { password } })`), output: null, errors: [{ ...password, line: 6, column: 14, endColumn: 23 }] },
    { name: 'by an ORM', code: inExpress('/email', `await prisma.user.update({ where: { id: req.user.id }, data: { email: req.body.email } })`), output: null, errors: [email] },
    { name: 'by a builder of queries', code: inExpress('/email', `await knex('users').where({ id: req.session.userId }).update({ email: req.body.email })`), output: null, errors: [email] },
    { name: 'by the number of his record', code: inExpress('/email', OWN, `await User.updateOne({ _id: user.id }, { email: req.body.email })`), output: null, errors: [email] },
    { name: 'by a builder that begins with the change', code: inExpress('/email', `await db.update(users).set({ email: req.body.email }).where(eq(users.id, req.user.id))`, `await repository(User).update(req.user.id, { email: req.body.email })`), output: null, errors: [email] },
    { name: 'by a record, with options', code: inExpress('/email', `await req.user.update({ email: req.body.email }, { transaction })`), output: null, errors: [email] },
    { name: 'by SQL', code: inExpress('/password', `await db.query('UPDATE users SET password_hash = $1, updated = now() WHERE id = $2', [await hash(req.body.password), req.session.userId])`), output: null, errors: [password] },
    { name: 'by a method of the user', code: inExpress('/password', OWN, `await user.setPassword(req.body.password)`), output: null, errors: [password] },
    { name: 'through a name', code: inExpress('/email', `const { userId } = req.session`, `await users.update(userId, { email: req.body.email })`), output: null, errors: [email] },
    { name: 'a second factor that is turned off', code: inExpress('/2fa', OWN, `user.mfaEnabled = false`, `user.totpSecret = null`, SAVE), output: null, errors: [factor] },
    { name: 'an account', code: inExpress('/account/delete', `await User.findByIdAndDelete(req.session.userId)`), output: null, errors: [{ ...account, line: 5, column: 14, endColumn: 31 }] },
    { name: 'an account by its record', code: inExpress('/account/delete', OWN, `await user.destroy()`), output: null, errors: [account] },
    { name: 'an account by the number of his record', code: inExpress('/account/delete', OWN, `await User.deleteOne({ _id: user.id })`), output: null, errors: [account] },
    { name: 'an account by SQL', code: inExpress('/account/delete', `await db.query('DELETE FROM users WHERE id = ?', [req.user.id])`), output: null, errors: [account] },
    { name: 'once for each kind', code: inExpress('/profile', OWN, `user.email = req.body.email`, `if (req.body.password) user.password = await hash(req.body.password)`, `user.email = user.email.toLowerCase()`, SAVE), output: null, errors: [email, password] },
    { name: 'behind guards that only ask for a login', code: `import { requireAuth, validate, limiter } from './middleware.js'\n` + inExpress('/password', OWN, `user.password = await hash(req.body.password)`).replace(`async (req`, `requireAuth, limiter, validate(schema), async (req`), output: null, errors: [password] },
    {
      name: 'Koa',
      code: `import Router from '@koa/router'
const router = new Router()
router.put('/email', async (ctx) => { await User.update({ email: ctx.request.body.email }, { where: { id: ctx.session.userId } }) })
router.delete('/account', async (ctx) => { await User.destroy({ where: { id: ctx.state.user.id } }) })`,
      output: null,
      errors: [email, account],
    },
    {
      name: 'Fastify',
      code: `import Fastify from 'fastify'
const app = Fastify()
app.delete('/account', async (request, reply) => { await app.db.users.delete(request.session.userId); return reply.code(204).send() })`,
      output: null,
      errors: [account],
    },
    { name: 'a route of Next', ...inNext('password', WHO, UPDATE), output: null, errors: [{ ...password, line: 6, column: 21, endColumn: 27 }] },
    { name: 'a route of Next with the session of its library', ...inNext('email', 'const session = await getServerSession(authOptions)', `await db.update(users).set({ email }).where(eq(users.id, session.user.id))`), output: null, errors: [email] },
    { name: 'a route of Next with a session of iron-session', ...inNext('account', 'const session = await getSession()', `await db.delete(users).where(eq(users.id, session.userId))`), output: null, errors: [account] },
    { name: 'a route of Next with a user that a function knows', ...inNext('account', 'const user = await getCurrentUser()', `await User.findByIdAndDelete(user.id)`), output: null, errors: [account] },
    { name: 'a route of Next with the user who is asked for by the request', ...inNext('account', 'const userId = await requireUserId(request)', `await User.findByIdAndDelete(userId)`), output: null, errors: [account] },
    { name: 'a route of Next with a part of what is found', ...inNext('account', 'const { user } = await validateRequest()', `await db.delete(users).where(eq(users.id, user.id))`), output: null, errors: [account] },
    { name: 'a route of Next, wrapped', code: `import { auth } from '@/auth'\nexport const DELETE = auth(async (req) => { await prisma.user.delete({ where: { id: req.auth.user.id } }); return new Response(null, { headers: { 'Clear-Site-Data': '"cookies"' } }) })`, filename: fileIn(`${NEXT}/account/route.ts`), output: null, errors: [account] },
    ...['auth(HANDLER)', 'wrappers.withAuth(HANDLER)', 'wrappers.withErrorHandler(HANDLER)', 'wrappers.authenticatedRoute(HANDLER)', 'wrappers.withValidation(bodySchema, HANDLER)', 'wrappers.catchAsync(wrappers.withUser(HANDLER))'].map((wrapper) => ({
      name: `a route of Next, given to what does something else: ${wrapper}`,
      ...wrappedInNext(wrapper),
      output: null,
      errors: [email],
    })),
    { name: 'a route of Next, given to a function of the file that does something else', ...wrappedInNext('logged(HANDLER)', 'const logged = (handler) => (request) => { log(request.url); return handler(request) }'), output: null, errors: [email] },
    ...[
      'authActionClient.schema(lib.schema).action(async ({ parsedInput, ctx }) => { await prisma.user.update({ where: { id: ctx.user.id }, data: { email: parsedInput.email } }) })',
      'authActionClient.inputSchema(lib.schema).action(async ({ parsedInput, ctx: { user } }) => { await prisma.user.update({ where: { id: user.id }, data: { email: parsedInput.email } }) })',
      'authActionClient.use(lib.logging).action(async ({ parsedInput, ctx: { userId } }) => { await prisma.user.update({ where: { id: userId }, data: { email: parsedInput.email } }) })',
      'authActionClient.action(async (input, { ctx }) => { await prisma.user.update({ where: { id: ctx.session.userId }, data: { email: input.email } }) })',
      'authActionClient.action(async (input, ctx) => { await db.update(users).set({ email: input.email }).where(eq(users.id, ctx.user.id)) })',
      'authedProcedure.createServerAction().input(lib.schema).handler(async ({ input, ctx }) => { await prisma.user.update({ where: { id: ctx.user.id }, data: { email: input.email } }) })',
      'validatedActionWithUser(lib.emailSchema, async (data, _, user) => { await db.update(users).set({ email: data.email }).where(eq(users.id, user.id)) })',
    ].map((action) => ({ name: `an action that is given to what knows the user: ${action}`, ...inActions(action), output: null, errors: [email] })),
    {
      name: 'pages of Next',
      code: `import { getServerSession } from 'next-auth'
export default async function handler(req, res) {
  const session = await getServerSession(req, res, authOptions)
  if (req.method === 'PUT') await prisma.user.update({ where: { email: session.user.email }, data: { email: req.body.email } })
  res.end()
}`,
      filename: fileIn('fixtures/next-15/pages/api/profile.ts'),
      output: null,
      errors: [email],
    },
    {
      name: 'an action of a server',
      code: `'use server'
import { auth } from '@/auth'
export async function changePassword(form) {
  const session = await auth()
  await db.update(users).set({ password: await hash(form.get('password')) }).where(eq(users.id, session.user.id))
}`,
      filename: fileIn('fixtures/next-15/lib/actions.ts'),
      output: null,
      errors: [password],
    },
    {
      name: 'actions of SvelteKit',
      code: `import { fail } from '@sveltejs/kit'
export const actions = {
  email: async ({ request, locals }) => {
    const form = await request.formData()
    await db.user.update({ where: { id: locals.user.id }, data: { email: form.get('email') } })
  },
  remove: async (event) => {
    await db.user.delete({ where: { id: event.locals.user.id } })
    event.cookies.delete('sid', { path: '/' })
  },
}`,
      filename: '/nowhere/src/routes/settings/+page.server.ts',
      output: null,
      errors: [email, account],
    },
    {
      name: 'an action of Remix',
      code: `import { redirect } from '@remix-run/node'
import { getSession } from '~/sessions'
export async function action({ request }) {
  const session = await getSession(request.headers.get('Cookie'))
  const form = await request.formData()
  await prisma.user.update({ where: { id: session.get('userId') }, data: { email: form.get('email') } })
  return redirect('/settings')
}`,
      filename: '/nowhere/app/routes/settings.tsx',
      output: null,
      errors: [email],
    },
    {
      name: 'a handler of Nuxt, by its file',
      code: `export default defineEventHandler(async (event) => {
  const { user } = await requireUserSession(event)
  const { email } = await readBody(event)
  await useDrizzle().update(tables.users).set({ email }).where(eq(tables.users.id, user.id))
})`,
      filename: fileIn('fixtures/nuxt-auth-utils/server/api/email.put.ts'),
      output: null,
      errors: [email],
    },
    {
      name: 'an endpoint of Astro',
      code: `import type { APIRoute } from 'astro'
export const DELETE: APIRoute = async ({ cookies, locals }) => {
  await db.delete(User).where(eq(User.id, locals.user.id))
  cookies.delete('sid', { path: '/' })
  return new Response()
}`,
      filename: '/nowhere/src/pages/api/account.ts',
      output: null,
      errors: [account],
    },
    {
      name: 'Nest',
      code: `import { Body, Controller, Post, Req, UseGuards } from '@nestjs/common'
import { JwtAuthGuard } from './jwt-auth.guard'
@Controller('account')
export class AccountController {
  @UseGuards(JwtAuthGuard)
  @Post('password')
  async change(@Req() request, @Body() body) { await this.users.update(request.session.userId, { password: await hash(body.password) }) }
}`,
      filename: '/nowhere/account.controller.ts',
      output: null,
      errors: [password],
    },
  ],
})
