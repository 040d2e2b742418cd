import rule from '../../lib/rules/require-revocation-on-credential-change.js'
import { fileIn, ruleTester, type InvalidCase, type ValidCase } from '../rule-tester.js'

const HEAD = `import express from 'express'
import session from 'express-session'
const app = express()
`

interface Place {
  readonly line?: number
  readonly column?: number
  readonly endColumn?: number
  readonly filename?: string
  readonly settings?: Readonly<Record<string, unknown>>
}

function valid(name: string, body: string, { filename, settings }: Place = {}): ValidCase {
  return { name, code: `${HEAD}${body}`, ...(settings && { settings }), ...(filename !== undefined && { filename: fileIn(filename) }) }
}

function reported(name: string, messageId: string, body: string, { filename, settings, ...place }: Place = {}): InvalidCase {
  return { name, code: `${HEAD}${body}`, output: null, errors: [{ messageId, ...place }], ...(settings && { settings }), ...(filename !== undefined && { filename: fileIn(filename) }) }
}

/** A route that changes a password, with what else it does. */
function changing(more: string): string {
  return `app.post('/change-password', async (req, res) => {
  const user = await User.findById(req.session.userId)
  user.password = await hash(req.body.password)
  await user.save()
  ${more}
  res.end()
})`
}

ruleTester.run(rule.name, rule, {
  valid: [
    valid('the records of the sessions are deleted', changing('await Session.deleteMany({ userId: user.id })')),
    valid('a store is asked to forget them', changing('await redis.del(`sessions:${user.id}`)')),
    valid('a helper that says so', changing('await endOtherSessions(user, req.sessionID)')),
    valid('a library that does it', changing('await lucia.invalidateUserSessions(user.id)')),
    valid('a version that tokens carry', changing('user.tokenVersion += 1')),
    valid('a point in time that sessions must be younger than', changing('user.sessionsValidFrom = new Date()')),
    valid('a point in time that tokens must be younger than', changing('user.passwordChangedAt = Date.now()')),
    valid('the refresh tokens in the record of the user are thrown away', changing('user.refreshTokens = []; await user.save()')),
    valid(
      'an account that is closed with its refresh token',
      `app.post('/users/:id/deactivate', async (req, res) => { const user = await User.findById(req.params.id); user.active = false; user.refreshToken = undefined; await user.save(); res.end() })`,
    ),
    valid('an option that does it', changing('await auth.api.changePassword({ body: { revokeOtherSessions: true } })')),
    valid('a function from elsewhere, which may do it', changing('await passwords.changed(user)')),
    valid('the whole request is handed on', changing('await afterChange(req)')),
    valid('a name from the settings', changing('await kickOut(user)'), { settings: { 'session-security': { functions: { revoke: ['kickOut'] } } } }),
    valid(
      'a helper of this file that does it',
      `${changing('await forget(user)')}
async function forget(user) { await Session.deleteMany({ userId: user.id }) }`,
    ),
    valid(
      'a user who is only just made, and a user who is looked up',
      `app.post('/register', async (req, res) => { const user = new User(); user.password = await hash(req.body.password); await user.save(); res.end() })
app.post('/reset-password', async (req, res) => { await User.findOne({ password: req.body.password }); res.end() })`,
    ),
    valid('a profile', `app.post('/profile', async (req, res) => { const user = await User.findById(req.params.id); user.name = req.body.name; if (req.body.password) user.password = await hash(req.body.password); await user.save(); res.end() })`),
    valid('a user who is found by a code', `app.post('/mfa/verify', async (req, res) => { await User.updateOne({ id: req.body.id, otp: req.body.otp }, { $set: { seen: true } }); res.end() })`),
    valid('a password of what a user has', `app.post('/networks/change-password', async (req, res) => { await knex('networks').where({ user_id: req.user.id }).update({ password: req.body.password }); res.end() })`),
    valid('a wrapper that wraps itself', `const handler = wrap(handler)\nconst one = wrap(another)\nconst another = wrap(one)\napp.post('/change-password', handler)\napp.post('/reset-password', one)`),
    valid('a form', `app.get('/change-password', (req, res) => { form.user.password = ''; res.render('form') })`),
    valid('a password of something else', `app.post('/wifi/change-password', async (req, res) => { network.password = req.body.password; await network.save(); res.end() })`),
    valid('an account that is opened again', `app.post('/users/:id/unlock', async (req, res) => { const user = await User.findById(req.params.id); user.locked = false; await user.save(); res.end() })`),
    valid('only what is proved', changing(''), { settings: { 'session-security': { certainty: 'proved' } } }),
    {
      name: 'a route of Next that ends the sessions',
      code: `export async function POST(request) {
  const { token, password } = await request.json()
  const reset = await prisma.passwordReset.findUnique({ where: { token } })
  await prisma.user.update({ where: { id: reset.userId }, data: { password: await hash(password) } })
  await prisma.session.deleteMany({ where: { userId: reset.userId } })
  return Response.json({})
}`,
      filename: fileIn('fixtures/next-15/app/api/reset-password/route.ts'),
    },
    {
      name: 'an accepted invitation',
      code: `'use server'
export async function acceptInvite(form) {
  const invite = await prisma.invite.findUniqueOrThrow({ where: { token: form.get('token') } })
  await prisma.user.update({ where: { id: invite.inviteeId }, data: { password: await hash(form.get('password')) } })
  redirect('/login') // session
}`,
      filename: fileIn('fixtures/next-15/app/invite/[token]/set-password/actions.ts'),
    },
    {
      name: 'a password beside a login by others',
      code: `'use server'
import { auth } from '@/auth'
export async function addPassword(form) {
  const session = await auth()
  const user = await prisma.user.findUniqueOrThrow({ where: { id: session.user.id } })
  if (user.password) redirect('/settings/password')
  await prisma.user.update({ where: { id: user.id }, data: { password: await hash(form.get('password')) } })
}`,
      filename: fileIn('fixtures/next-15/app/settings/password/create/actions.ts'),
    },
    valid('the check of a password that stores it anew', `app.post('/check-password', async (req, res) => { const user = await User.findById(req.body.id); user.password = await rehash(req.body.password); await user.save(); res.end() })`),
    valid('a service, whose callers may do it', `export async function changePassword(user, password) { user.password = await hash(password); await user.save() }`),
  ],
  invalid: [
    reported('a password that is assigned', 'password', changing('await sendMail(user.email)'), { line: 6, column: 8, endColumn: 16 }),
    reported('the session that asks is the only one that ends', 'password', changing('await new Promise((resolve, reject) => req.session.regenerate((err) => (err ? reject(err) : resolve())))')),
    reported('the token of the reset is all that is emptied', 'password', changing('user.resetToken = undefined; user.resetTokenExpires = undefined; await user.save()')),
    reported('the token of the reset is deleted, and no session', 'password', `app.post('/reset-password/:token', async (req, res) => {
  const reset = await PasswordReset.findOne({ token: req.params.token })
  await User.findByIdAndUpdate(reset.userId, { passwordHash: await bcrypt.hash(req.body.password, 12) })
  await PasswordReset.deleteOne({ token: req.params.token })
  res.redirect('/login')
})`, { line: 6, column: 14, endColumn: 31 }),
    ...[
      'const handler = asyncHandler(BODY)\napp.put("/change-password", requireAuth, handler)',
      'const handler = catchErrors(withUser(BODY))\napp.put("/change-password", handler)',
      'const inner = withUser(BODY)\napp.put("/change-password", catchErrors(inner))',
    ].map((code) => reported(`a handler in a constant, with something wrapped around it: ${code}`, 'password', code.replace('BODY', 'async (req, res) => { const user = await find(req); user.password = await hash(req.body.password); await user.save(); res.end() }'))),
    ...['/reset/:token', '/forgot/:token', '/auth/recover/:token', '/password/:token', '/users/:id/password'].map((path) =>
      reported(`a route that says only ${path}`, 'password', `app.post('${path}', async (req, res) => {
  const user = await User.findOne({ resetPasswordToken: req.params.token })
  user.password = await hash(req.body.password)
  await user.save()
  res.redirect('/login')
})`, { line: 6 })),
    reported('a password in a nested object', 'password', `app.post('/reset-password', async (req, res) => {
  await prisma.user.update({ where: { id }, data: { password: await hash(req.body.password) } })
  res.end()
})`),
    reported('a password in SQL', 'password', `app.put('/password/reset', async (req, res) => {
  await db.query('UPDATE users SET password = $1 WHERE id = $2', [hashed, id])
  res.end()
})`),
    reported('the own password on a route of any name', 'password', `app.put('/me', async (req, res) => {
  await User.updateOne({ _id: req.session.userId }, { password: hashed })
  res.end()
})`),
    reported('a second factor', 'factor', `app.post('/mfa/disable', async (req, res) => {
  const user = await User.findById(req.session.userId)
  user.mfaEnabled = false
  await user.save()
  res.end()
})`),
    reported('an account that is closed', 'disabled', `app.post('/users/:id/ban', async (req, res) => {
  await User.updateOne({ _id: req.params.id }, { $set: { banned: true } })
  res.end()
})`),
    reported('an account that is no longer active', 'disabled', `app.post('/users/:id/deactivate', async (req, res) => {
  const user = await User.findById(req.params.id)
  user.isActive = false
  await user.save()
  res.end()
})`),
    {
      name: 'a route of Next, by its folder',
      code: `export async function POST(request) {
  const { token, password } = await request.json()
  const reset = await prisma.passwordReset.findUnique({ where: { token } })
  await prisma.user.update({ where: { id: reset.userId }, data: { password: await hash(password) } })
  return Response.json({})
}`,
      filename: fileIn('fixtures/next-15/app/api/reset-password/route.ts'),
      output: null,
      errors: [{ messageId: 'password', line: 4, column: 21, endColumn: 27 }],
    },
    {
      name: 'the own password in an action of a server',
      code: `'use server'
import { auth } from '@/auth'
export async function save(form) {
  const session = await auth()
  const user = await prisma.user.findUnique({ where: { id: session.user.id } })
  if (!(await compare(form.get('current'), user.password))) return { error: 'Wrong' }
  await prisma.user.update({ where: { id: user.id }, data: { password: await hash(form.get('next')) } })
}`,
      filename: fileIn('fixtures/next-15/lib/actions.ts'),
      output: null,
      errors: [{ messageId: 'password', line: 7 }],
    },
    {
      name: 'an action of SvelteKit, by its file',
      code: `import { fail } from '@sveltejs/kit'
import { eq } from 'drizzle-orm'
export const actions = {
  default: async ({ request, params }) => {
    const reset = await findReset(params.token)
    await db.update(users).set({ passwordHash: await hash(await read(request)) }).where(eq(users.id, reset.userId))
  },
}`,
      filename: '/nowhere/src/routes/reset-password/[token]/+page.server.ts',
      output: null,
      errors: [{ messageId: 'password', line: 6 }],
    },
    ...[
      "cookies.delete('sid', { path: '/' })",
      'await lucia.invalidateSession(locals.session.id)',
      'await prisma.session.delete({ where: { id: locals.session.id } })',
      'const { session } = locals; await invalidateSession(session.id)',
      'deleteSessionTokenCookie(event)',
      "const data = await request.formData(); data.delete('next')",
    ].map((code): InvalidCase => ({
      name: `an action of SvelteKit that ends only its own session: ${code}`,
      code: `import { redirect } from '@sveltejs/kit'
export const actions = {
  default: async (event) => {
    const { request, locals, cookies } = event
    await prisma.user.update({ where: { id: locals.user.id }, data: { passwordHash: await hash(await read(request)) } })
    ${code}
  },
}`,
      filename: '/nowhere/src/routes/reset-password/[token]/+page.server.ts',
      output: null,
      errors: [{ messageId: 'password', line: 5 }],
    })),
    {
      name: 'a handler of Nuxt that asks for the session of its event',
      code: `export default defineEventHandler(async (event) => {
  const { user } = await requireUserSession(event)
  await prisma.user.update({ where: { id: user.id }, data: { password: await hashPassword((await readBody(event)).next) } })
})`,
      filename: fileIn('fixtures/nuxt-auth-utils/server/api/password/change-password.post.ts'),
      output: null,
      errors: [{ messageId: 'password', line: 3 }],
    },
    {
      name: 'a controller of Nest',
      code: `import { Body, Controller, Post, Req } from '@nestjs/common'
@Controller('account')
export class AccountController {
  @Post('change-password')
  async change(@Req() req, @Body() body) {
    const user = await this.users.findOne(req.session.userId)
    user.password = await hash(body.password)
    await this.users.save(user)
  }
}`,
      filename: fileIn('fixtures/nest-express/account.controller.ts'),
      output: null,
      errors: [{ messageId: 'password', line: 7 }],
    },
  ],
})
