import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readCredentialChanges } from '../../lib/events/credential-changes.js'
import { fileOf } from '../events-of.js'

interface Route {
  readonly before?: string
  readonly method?: string
  readonly more?: string
}

/** What a handler changes and leaves sessions behind: what, and by which words. */
function changesBy(line: string, path: string, { before = '', method = 'post', more = '' }: Route = {}): string[] {
  const file = fileOf(`import express from 'express'\nexpress().${method}('${path}', ${before}async (req, res) => {\n  ${line}\n  res.end()\n}) // session\n${more}`)
  if (!file) return []
  return readCredentialChanges(file).map(({ node, what }) => `${what}: ${file.context.sourceCode.getText(node)}`)
}

describe('a password is changed', () => {
  test.each([
    ['user.password = hash', 'password'],
    ['account.password = hash', 'password'],
    ['this.user.password = hash', 'password'],
    ['User.updateOne({ id }, { name, password: hash })', 'updateOne'],
    ['User.updateOne({ id }, { $set: { password: hash } })', 'updateOne'],
    ['prisma.user.update({ where, data: { password: hash } })', 'update'],
    ['user.update({ values: { password: hash } })', 'update'],
    ['db.update(users).set({ password: hash })', 'set'],
    [`knex('users').update({ password: hash })`, 'update'],
    [`db.query('UPDATE users SET password = ?')`, 'query'],
    [`db.query('update account set name = 1, password_hash = 2')`, 'query'],
    ['db.query(` UPDATE "member" SET password = ${hash}`)', 'query'],
    ['sql`update users set password = ${hash} where id = ${id}`', 'sql'],
    ['db.$executeRaw`UPDATE users SET name = ${name}, password_hash = ${hash}`', '$executeRaw'],
  ])('by %s', (line, word) => {
    expect(changesBy(line, '/change-password')).toEqual([`password: ${word}`])
  })

  test.each([
    'form.password = hash',
    'password = hash',
    'user.name = name',
    'user.email = address',
    'User.updateOne({ password: hash }, { $set: { name } })',
    'User.find({ password: hash })',
    'Post.updateOne({ id }, { password: hash })',
    'prisma.user.update({ where: { password: hash }, data: { name } })',
    `db.query('UPDATE users SET name = ? WHERE password = ?')`,
    `db.query('UPDATE posts SET password = ?')`,
    'db.query(sql)',
    'update({ password: hash })',
  ])('not by %s', (line) => {
    expect(changesBy(line, '/change-password')).toEqual([])
  })

  test('once for each handler', () => {
    expect(changesBy('user.password = hash; user.password = other', '/change-password')).toEqual(['password: password'])
    const more = `express().post('/reset-password', (req, res) => { user.password = hash; res.end() })`
    expect(changesBy('user.password = hash', '/change-password', { more })).toEqual(['password: password', 'password: password'])
  })

  test.each(['/password/change', '/set-pwd', '/update/my/passwd', '/recover-password', '/password-recovery', '/password', '/api/me/password', '/password/:token', '/reset', '/forgotten/:token', '/recovery'])('at %s', (path) => {
    expect(changesBy('user.password = hash', path)).toEqual(['password: password'])
  })

  test.each(['/passwords', '/preset', '/check-password', '/password-strength', '/mfa', '/users'])('not at %s', (path) => {
    expect(changesBy('user.password = hash', path)).toEqual([])
  })

  test('by requests that change something', () => {
    const found = ['get', 'head', 'put', 'all'].filter((method) => changesBy('user.password = hash', '/change-password', { method }).length > 0)
    expect(found).toEqual(['put', 'all'])
  })
})

describe('a route that is found by its file', () => {
  const code = `export async function POST(request) { // session
  await prisma.user.update({ where: { id }, data: { password: hash } })
  return Response.json({})
}`

  function changesAt(path: string): number {
    const file = fileOf(code, { filename: fileURLToPath(new URL(`../fixtures/next-15/${path}`, import.meta.url)) })
    return file ? readCredentialChanges(file).length : 0
  }

  test.each(['app/api/reset-password/route.ts', 'app/api/password/reset/route.ts', 'app/api/reset/password/route.ts', 'app/api/password/route.ts', 'app/reset/[token]/route.ts'])('%s', (path) => {
    expect(changesAt(path)).toBe(1)
  })

  test.each(['app/api/passwords/route.ts', 'app/presets/[id]/route.ts'])('not %s', (path) => {
    expect(changesAt(path)).toBe(0)
  })
})

describe('a second factor is changed', () => {
  test.each([
    ['user.totpSecret = null', '/disable-2fa', 'totpSecret'],
    ['user.mfaEnabled = false', '/mfa/reset', 'mfaEnabled'],
    ['User.updateOne({ id }, { totpSecret: null })', '/two-factor', 'updateOne'],
    ['user.twofaSecret = null', '/two-factor', 'twofaSecret'],
    [`user['2fa_secret'] = null`, '/two-factor', `'2fa_secret'`],
  ])('by %s at %s', (line, path, word) => {
    expect(changesBy(line, path)).toEqual([`factor: ${word}`])
  })

  test('and no password at its route', () => {
    expect(changesBy('user.password = hash', '/disable-2fa')).toEqual([])
  })
})

describe('an account is closed', () => {
  test.each([
    ['user.disabled = true', 'disabled'],
    ['user.isDisabled = true', 'isDisabled'],
    ['user.active = false', 'active'],
    ['user.isActive = false', 'isActive'],
    [`user.status = 'banned'`, 'status'],
    [`user.status = 'Suspended'`, 'status'],
    ['user.locked = true', 'locked'],
    ['User.updateOne({ id }, { active: false })', 'updateOne'],
    ['User.updateOne({ id }, { $set: { banned: true } })', 'updateOne'],
  ])('by %s', (line, word) => {
    expect(changesBy(line, '/users/:id/disable')).toEqual([`disabled: ${word}`])
  })

  test.each([
    'user.disabled = false',
    'user.disabled = flag',
    'user.active = true',
    'user.enabled = 0',
    `user.status = 'active'`,
    'user.status = BANNED',
    'user.bannedUntil = true',
    `db.query('UPDATE users SET disabled = true')`,
    `user.state = 'banned'`,
    'user.inactive = true',
    'order.disabled = true',
  ])('not by %s', (line) => {
    expect(changesBy(line, '/users/:id/disable')).toEqual([])
  })

  test.each([
    ['user.locked = true', '/users/:id/lock', 'locked'],
    ['user.enabled = false', '/users/:id/ban', 'enabled'],
    ['user.deactivated = true', '/users/:id/deactivate', 'deactivated'],
    [`user.status = 'deactivated'`, '/users/:id/lock', 'status'],
  ])('by %s at %s, with no other word about it in the file', (line, path, word) => {
    expect(changesBy(line, path)).toEqual([`disabled: ${word}`])
  })

  test.each(['/ban', '/block', '/suspend', '/deactivate', '/lock'])('at %s', (path) => {
    expect(changesBy('user.banned = true', path)).toEqual(['disabled: banned'])
  })

  test.each(['/unban', '/users'])('not at %s', (path) => {
    expect(changesBy('user.banned = true', path)).toEqual([])
  })
})

const HELPERS = `function helper(user) { return other(1) }
function inner() { return deep() }
function deep() { Session.deleteMany() }
function forget() { Session.deleteMany() }`

describe('sessions may end', () => {
  test.each([
    'await Session.deleteMany({})',
    'await endSession(user)',
    'await logoutAll()',
    'user.tokenVersion += 1',
    'user.sessionVersion++',
    'await PasswordReset.deleteOne({ session })',
    'await Token.remove({ id })',
    'await req.tokens.remove({ id })',
    'await afterwards(user)',
    'await afterwards(userId)',
    'await afterwards(user.id)',
    'await afterwards(user._id)',
    'await afterwards(req.user.id)',
    'await afterwards(req)',
    'await afterwards(user._id)',
    'await afterwards(user.userId)',
    'await req.session.devices.destroy()',
    'expire(user)',
    "await pool.query('DELETE FROM session WHERE user_id = $1', [id])",
    'await sql`delete from user_sessions where user_id = ${id}`',
    'const revoked = 1',
    'user.credentialsVersion += 1',
    'user.lastPasswordChange = new Date()',
    'user.pwdUpdatedAt = new Date()',
    'user.refreshTokens = []',
    'user.refreshToken = null',
    'user.refreshToken = undefined',
    `user.refreshToken = ''`,
    'user.refresh_token = null',
    'me.refreshToken = await hash(next)',
    'req.user.refreshToken = null',
    'delete user.refreshToken',
    `user.set('refreshToken', undefined)`,
    'user.set({ refreshToken: undefined })',
    `user.setDataValue('refreshToken', null)`,
    'user.tokens = []',
    'user.tokens = user.tokens.filter((one) => one.token === token)',
    'user.sessions = []',
    'user.authTokens = []',
    'user.refreshTokens.splice(0)',
    'user.refreshTokens.length = 0',
    'user.hashedRefreshToken = null',
    'user.currentHashedRefreshToken = null',
    'user.refreshTokenHash = null',
    'user.hashedRt = null',
    'user.rememberToken = null',
    'User.updateOne({ id }, { password, tokens: [] })',
    'User.updateOne({ id }, { $set: { password, refreshTokens: [] } })',
    'User.updateOne({ id }, { $set: { password }, $unset: { refreshToken: 1 } })',
    'User.updateOne({ id }, { $pull: { sessions: { current: false } } })',
    'prisma.user.update({ where, data: { password, refreshToken: null } })',
    'prisma.user.update({ where, data: { hashedRt: null } })',
    'prisma.user.update({ where, data: { refreshTokens: { deleteMany: {} } } })',
    'prisma.user.update({ where, data: { sessions: { set: [] } } })',
    'db.update(users).set({ refreshToken: null }).where(one)',
    `db.query('UPDATE users SET password = $1, refresh_token = NULL WHERE id = $2')`,
    'const validSince = 1',
    'await prisma.session.updateMany({ where: { userId }, data: { expires: new Date() } })',
    'await prisma.session.updateMany({ where: { userId }, data: { isActive: false } })',
    'await prisma.session.updateMany({ where: { userId }, data: ended })',
    'await Session.updateMany({ user }, { valid: false })',
    'await Session.updateMany({ user }, { $set: { status: ENDED } })',
    'await db.update(sessions).set({ expiresAt: new Date() }).where(eq(sessions.userId, id))',
    `await knex('refresh_tokens').where({ user_id: id }).update({ deleted_at: now })`,
    'await sql`UPDATE sessions SET expires_at = now() WHERE user_id = ${id}`',
    'await sql`DELETE FROM public.sessions WHERE user_id = ${id}`',
    `await pool.query('DELETE FROM auth_sessions WHERE user_id = $1', [id])`,
    `await pool.query('update "app"."refresh_tokens" set is_active = false where owner = $1', [id])`,
    'await redis.unlink(...keys)',
    'user.passwordVersion += 1',
    'prisma.user.update({ where, data: { authVersion: { increment: 1 } } })',
    'user.credentialsUpdatedAt = new Date()',
    'user.sessionSecret = randomBytes(32)',
    'prisma.user.update({ where, data: { password, jwtSecret: secret } })',
    'await redis.set(`user:${id}:min-iat`, now)',
    'await prisma.authToken.deleteMany({ where: { userId: resetToken.userId } })',
    'await prisma.device.deleteMany({ where: { userId: resetToken.userId } })',
    'await prisma.device.deleteMany({ where: { userId: reset.user.id } })',
    'await db.delete(devices).where(eq(devices.userId, verification.userId))',
    'await redis.del(`logins:${resetToken.userId}`)',
    'await store.destroyByUser(reset.userId)',
    'await Device.deleteMany({ owner: decoded.id })',
    'await prisma.session.deleteMany({ where: { userId, NOT: { id: req.session.id } } })',
    'await prisma.session.deleteMany({ where: { id: { not: req.session.id } } })',
    'await db.delete(sessions).where(and(eq(sessions.userId, id), ne(sessions.id, req.session.id)))',
    'await lucia.invalidateUserSessions(req.session.userId)',
    'await lucia.invalidateSession(session.id)',
    'for (const session of await all(id)) await lucia.invalidateSession(session.id)',
    'await Promise.all(sessions.map((session) => lucia.invalidateSession(session.id)))',
    'const session = await auth(); await sessions.deleteByUser(session.user.id)',
    'await endSession(user.id)',
    'await logout(user)',
    'await supabase.auth.signOut()',
    'await signOutEverywhere()',
    'await deleteSessions()',
    'await sessions.delete(req.params.id)',
    'await redis.del(`sessions:${req.session.userId}`)',
    `await db.query({ text: 'DELETE FROM sessions WHERE user_id = $1', values: [id] })`,
    `await db.execute({ sql: 'DELETE FROM session WHERE user_id = ?', args: [id] })`,
    `await db.query('DELETE FROM sessions WHERE id <> $1 AND user_id = $2', [req.sessionID, user.id])`,
    `await db.delete('sessions')`,
    'await kickEverywhere(reset.userId)',
    'await sessions.wipe({ userId: reset.userId })',
    'await sessions.wipe({ where: { userId: row.owner } })',
    'await resetSessions(reset.user_id)',
    'await auth.forgetDevices(reset.userId)',
    'await forgetDevices(reset.user)',
    'const tokens = await generateTokens(user)',
    `await queue.add('password-changed', { userId: reset.userId })`,
    `await inngest.send({ name: 'user/password.changed', data: { userId: reset.userId } })`,
    `events.emit('password.changed', { userId: reset.userId })`,
    'clearTokens()',
    'forget()',
  ])('by %s', (line) => {
    expect(changesBy(`user.password = hash; ${line}`, '/change-password', { more: HELPERS })).toEqual([])
  })

  test.each(['revokeTokens', 'auth.revoke()', 'destroySessions'])('by %s before it', (before) => {
    expect(changesBy('user.password = hash', '/change-password', { before: `${before}, ` })).toEqual([])
  })

  test.each([
    'req.session.destroy()',
    'await PasswordReset.deleteOne({ token })',
    'await Code.remove({ code })',
    'await afterwards(user.name)',
    'await afterwards(user.username)',
    'await afterwards(user.paid)',
    'await afterwards(res)',
    'await afterwards(next)',
    'await afterwards(post)',
    'await afterwards(post.id)',
    'await afterwards(req.body)',
    'await sendMail(user)',
    'await user.save()',
    'await log(user)',
    'await notifyUser(user)',
    'await findUser(user.id)',
    `res.clearCookie('sid')`,
    'user.resetToken = undefined',
    'user.passwordResetToken = null',
    'user.verificationTokens = []',
    'user.set({ resetToken: undefined })',
    'User.updateOne({ id }, { $unset: { resetToken: 1 } })',
    'user.tokens = user.tokens.concat({ token })',
    'user.tokens = [...user.tokens, { token }]',
    'user.tokens.push(token)',
    'user.refreshToken === null',
    'User.updateOne({ id, refreshToken: null }, { name })',
    'User.updateOne({ id }, { $push: { tokens: token } })',
    'prisma.user.update({ where, data: { sessions: { create: {} } } })',
    'res.json({ refreshToken: null })',
    'await prisma.session.updateMany({ where: { userId }, data: { lastSeen: new Date() } })',
    'await prisma.resetToken.updateMany({ where: { userId }, data: { expires: new Date() } })',
    'await sql`UPDATE sessions SET user_agent = ${agent} WHERE user_id = ${id}`',
    'await sql`UPDATE password_reset_tokens SET expires_at = now() WHERE id = ${id}`',
    `await pool.query('DELETE FROM reset_tokens WHERE user_id = $1', [id])`,
    `await pool.query('SELECT * FROM sessions WHERE user_id = $1', [id])`,
    'const key = process.env.SESSION_SECRET',
    'req.session.expires = now',
    'await prisma.token.delete({ where: { id: resetToken.id } })',
    'await prisma.passwordReset.deleteMany({ where: { userId: user.id } })',
    'await db.delete(tokens).where(eq(tokens.id, reset.id))',
    'await db.delete(verificationTokens).where(eq(verificationTokens.id, row))',
    'await redis.del(`reset:${token}`)',
    `await redis.del('reset:' + token)`,
    'await deleteResetToken(token)',
    'await tokens.delete(reset.token)',
    'await reset.destroy()',
    'await afterwards(reset.token)',
    `req.cookies.delete('sid', { path: '/' })`,
    `(await cookies()).delete('session')`,
    `const jar = await cookies(); jar.delete('session')`,
    'deleteSessionTokenCookie(req)',
    'await invalidateSession(req.session.id)',
    'await invalidateSession(req.sessionID)',
    'const { session } = await validateRequest(); await lucia.invalidateSession(session.id)',
    'await prisma.session.delete({ where: { id: req.session.id } })',
    'await prisma.session.deleteMany({ where: { id: req.session.id } })',
    'await db.delete(sessions).where(eq(sessions.id, req.session.id))',
    `await db.query('DELETE FROM sessions WHERE id = $1', [req.sessionID])`,
    'await sql`DELETE FROM sessions WHERE sid = ${req.sessionID}`',
    'await redis.del(`sess:${req.sessionID}`)',
    `await redis.del('sess:' + req.sessionID)`,
    'await prisma.userSession.delete({ where: { id: req.session.id } })',
    'await signOut()',
    `await signOut({ redirectTo: '/login' })`,
    'await deleteSession()',
    'await clearUserSession(req)',
    'await auth.api.signOut({ headers: req.headers })',
    'req.logout(() => {})',
    `const session = await getSession(req.headers.cookie); redirect('/login', { headers: { 'Set-Cookie': await destroySession(session) } })`,
    `data.delete('next')`,
    'await prisma.passwordHistory.deleteMany({ where: { userId } })',
    'await redis.del(`login-attempts:${user.email}`)',
    'const user = await requireUser(req)',
    'const { user } = await requireUserSession(req)',
    'await requireAdmin(req)',
    'await ensureLoggedIn(req)',
    'await assertSameOrigin(req)',
    'await protect(req)',
    'await rateLimit(req)',
    'await limiter.limit(req)',
    'const body = await parseBody(req)',
    'const session = await useSession(req)',
    'await isSignedIn(req)',
    'await afterwards({ name })',
    'const token = jwt.sign({ userId: user.id }, secret)',
    'Object.assign(user, { name })',
    'const token = generateToken({ userId: user.id })',
    'await prisma.auditLog.create({ data: { userId: user.id } })',
    'await db.insert(changes).values({ userId: user.id })',
    'analytics.track({ userId: user.id })',
    'await resend.emails.send({ to: user.email, userId: user.id })',
    `await emailQueue.add('changed', { userId: user.id })`,
    `await queue.add('password-changed-email', { userId: user.id })`,
    `io.emit('profile', { userId: user.id })`,
    `await mailer.send('password-changed', { userId: user.id })`,
    'req.session = null',
    'req.sessionId = null',
    'req.session.tokens = []',
    'req.user.name = name',
    'clearCart()',
    'helper(user)',
    'inner()',
  ])('not by %s', (line) => {
    expect(changesBy(`user.password = hash; ${line}`, '/change-password', { more: HELPERS })).toEqual(['password: password'])
  })

  test('not by a guard before it', () => {
    expect(changesBy('user.password = hash', '/change-password', { before: 'requireAuth, ' })).toEqual(['password: password'])
  })
})

describe('what is given a user and only writes a condition', () => {
  test.each([
    [`import { and, eq } from 'drizzle-orm'`, 'await db.update(users).set({ password }).where(and(eq(users.id, row.userId), eq(users.id, user.id)))'],
    [`import * as orm from 'drizzle-orm/sql'`, 'await db.update(users).set({ password }).where(orm.inArray(users.id, [user.id]))'],
    [`import mongoose from 'mongoose'`, 'await User.updateOne({ _id: mongoose.Types.ObjectId.createFromHexString(user.id) }, { password })'],
  ])('%s', (imported, line) => {
    expect(changesBy(line, '/change-password', { more: imported })).toHaveLength(1)
  })

  test.each([
    [`import { eq } from './conditions.js'`, 'await db.update(users).set({ password }).where(eq(users.id, row.userId))'],
    [`import mongoose from 'mongoose'\nconst User = mongoose.model('User', schema)`, 'await User.updateOne({ id }, { password }); await User.changed(user.id)'],
  ])('unlike %s', (imported, line) => {
    expect(changesBy(line, '/change-password', { more: imported })).toEqual([])
  })
})

describe('the first password of an account', () => {
  test.each([
    [`if (user.password) return res.redirect('/settings')\nuser.password = hash`],
    [`if (!user || user.passwordHash) { throw new Error('no') }\nuser.password = hash`],
    ['if (existing.password !== null) return\nawait prisma.user.update({ where, data: { password: hash } })'],
    ['if (await hasPassword(user)) return\nuser.password = hash'],
    ['if (!user.password) user.password = hash'],
    ['if (!user.password && token) { user.password = hash; await user.save() }'],
    ['if (user.password == null) { user.password = hash }'],
    ['if (user.password) { next() } else { user.password = hash }'],
    ['await requireNoPassword(userId)\nuser.password = hash'],
    ['await prisma.user.update({ where, data: { password: { create: { hash } } } })'],
    ['await prisma.user.update({ where: { id, passwordHash: null }, data: { passwordHash: hash } })'],
    ['await User.updateOne({ id, password: null }, { password: hash })'],
    ['await db.update(users).set({ password: hash }).where(and(one, isNull(users.password)))'],
    ['await sql`UPDATE users SET password = ${hash} WHERE id = ${id} AND password IS NULL`'],
    [`if (!user.mustChangePassword) return res.redirect('/')\nuser.password = hash`],
    ['if (user.passwordExpired) { user.password = hash }'],
  ])('%s', (line) => {
    expect(changesBy(line, '/change-password')).toEqual([])
  })

  test.each(['/invite/:token/set-password', '/sign-up/set-password', '/onboarding/new-password', '/accept-invitation/set-password'])('at %s', (path) => {
    expect(changesBy('user.password = hash', path)).toEqual([])
  })

  test.each([
    [`if (!user.password) return res.status(400).end()\nuser.password = hash`],
    [`if (user.password && !(await compare(given, user.password))) return res.end()\nuser.password = hash`],
    ['if (user.password === given) return\nuser.password = hash'],
    ['if (user.password) log()\nuser.password = hash'],
    ['if (user.password) user.password = hash'],
    ['if (req.body.password) { return next() }\nuser.password = hash'],
    ['if (data.password) { return next() }\nuser.password = hash'],
    ['if (!user.email) { user.password = hash }'],
    ['await requirePassword(given)\nuser.password = hash'],
    ['await prisma.user.update({ where, data: { password: { update: { hash } } } })'],
    ['await prisma.user.update({ where, data: { password: null } })'],
    ['await sql`UPDATE users SET password = ${hash} WHERE id = ${id} AND deleted IS NULL`'],
    ['if (user.mustChangePassword) return\nuser.password = hash'],
    ['user.password = hash; user.mustChangePassword = false'],
  ])('not %s', (line) => {
    expect(changesBy(line, '/change-password')).toHaveLength(1)
  })

  test('and no closed account at such a route', () => {
    expect(changesBy('user.disabled = true', '/invite/disable')).toEqual(['disabled: disabled'])
  })
})

describe('a second factor that is switched on', () => {
  test.each([
    ['await prisma.user.update({ where, data: { totpSecret: pending, twoFactorEnabled: true } })', '/2fa/confirm'],
    ['user.totpSecret = pending; user.mfaEnabled = true', '/mfa/verify'],
    [`await db.query('UPDATE users SET totp_secret = $1, mfa_enabled = true WHERE id = $2')`, '/mfa'],
    ['user.totpSecret = secret', '/2fa/setup'],
    ['user.totpSecret = secret', '/mfa/enroll'],
    ['if (user.totpSecret) return\nuser.totpSecret = secret', '/mfa'],
  ])('%s at %s', (line, path) => {
    expect(changesBy(line, path)).toEqual([])
  })

  test.each([
    ['user.totpSecret = secret', '/mfa'],
    ['user.mfaEnabled = req.body.enabled', '/mfa'],
    ['if (on) { user.mfaEnabled = true } else { user.mfaEnabled = false }', '/mfa'],
    ['user.totpSecret = null; user.mfaEnabled = true', '/mfa'],
    ['await prisma.user.findUnique({ where, select: { mfaEnabled: true } })\nuser.totpSecret = secret', '/mfa'],
    ['if (!user.totpSecret) return\nuser.totpSecret = secret', '/mfa/change'],
  ])('unlike %s at %s', (line, path) => {
    expect(changesBy(line, path)).toHaveLength(1)
  })
})
