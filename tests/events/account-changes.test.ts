import { describe, expect, test } from 'vitest'
import { readAccountChanges } from '../../lib/events/account-changes.js'
import { isConfirmed } from '../../lib/events/asked-again.js'
import { isFirstCredential } from '../../lib/events/first-credentials.js'
import { fileOf } from '../events-of.js'

interface Route {
  readonly path?: string
  readonly before?: string
  readonly method?: string
  /** Whether credentials count as well that are the first of an account. */
  readonly withFirst?: boolean
}

const OWN = 'const user = await User.findById(req.session.userId)'

/** What a handler changes of the account of whoever asks: what, by which words, and whether it is asked for again. */
function changesBy(line: string, { before = '', method = 'post', path = '/account', withFirst = true }: Route = {}): string[] {
  const file = fileOf(`import express from 'express'\nexpress().${method}('${path}', ${before}async (req, res) => {\n  ${line}\n  res.end()\n}) // session`)
  if (!file) return []
  return readAccountChanges(file).filter((change) => withFirst || !isFirstCredential(change, file)).map(({ node, route, what }) => `${what}: ${file.context.sourceCode.getText(node)}${isConfirmed(route, file, ['gate']) ? ', confirmed' : ''}`)
}

describe('of the record of whoever asks', () => {
  test.each([
    ['user.password = hash', 'password: password'],
    [`user['password'] = hash`, `password: 'password'`],
    ['user.passwordHash = hash', 'password: passwordHash'],
    ['user.hashedPassword = hash', 'password: hashedPassword'],
    ['user.pwd = hash', 'password: pwd'],
    ['user.emailAddress = address', 'email: emailAddress'],
    ['user.twofaSecret = secret', 'factor: twofaSecret'],
    [`user['2fa_key'] = secret`, `factor: '2fa_key'`],
    ['user.totpSecret = secret', 'factor: totpSecret'],
    ['user.mfaEnabled = false', 'factor: mfaEnabled'],
    ['user.isMfaEnabled = false', 'factor: isMfaEnabled'],
    ['user.isTotpEnabled = false', 'factor: isTotpEnabled'],
    ['user.twoFactor = false', 'factor: twoFactor'],
    ['user.setPassword(hash)', 'password: setPassword'],
    ['changePassword(user, hash)', 'password: changePassword'],
    ['updatePassword(req.session.userId, hash)', 'password: updatePassword'],
    ['auth.set_password(user)', 'password: set_password'],
    ['await User.deleteOne({ _id: user.id })', 'account: deleteOne'],
    ['await user.deleteOne()', 'account: deleteOne'],
    ['await req.user.remove()', 'account: remove'],
    ['await removeUser(user)', 'account: removeUser'],
    ['await deleteAccount(user.id)', 'account: deleteAccount'],
    ['await prisma.user.delete({ where: { id: req.user.id } })', 'account: delete'],
    [`await db.query('delete from "users" where id = ?', [user.id])`, 'account: query'],
    [`await db.query(' DELETE FROM account WHERE id = ?', [user.id])`, 'account: query'],
    [`await db.query('DELETE FROM user WHERE id = ?', [user.id])`, 'account: query'],
    ['await db.query(`DELETE\n    FROM users\n    WHERE id = ?`, [user.id])', 'account: query'],
    [`await db.query('UPDATE users SET password = ? WHERE id = ?', [hash, user.id])`, 'password: query'],
    [`await db.query('UPDATE account SET name = 1, "email" = ?', [address, user.id])`, 'email: query'],
    ['await db.query(`UPDATE users SET name = ?, email=${address}`, [name, user.id])', 'email: query'],
    ['await sql`update users set password = ${hash} where id = ${user.id}`', 'password: sql'],
    ['await prisma.$executeRaw`DELETE FROM users WHERE id = ${req.session.userId}`', 'account: $executeRaw'],
    ['await User.updateOne({ _id: user.id }, { $set: { password: hash } })', 'password: updateOne'],
    ['await User.update({ password: hash }, { where: { id: user.id } })', 'password: update'],
    ['await prisma.user.update({ where: { id: user.id }, data: { name, password: hash } })', 'password: update'],
    [`await knex('users').where({ id: req.user.id }).update({ password: hash })`, 'password: update'],
    ['await db.update(users).set({ password: hash }).where(eq(users.id, req.user.id))', 'password: set'],
    ['await db.delete(users).where(eq(users.id, user.id))', 'account: delete'],
    ['await account.patch(user.id, { email: address })', 'email: patch'],
    ['await User.update({ password: hash }, { where: { id: user.id }, individualHooks: true })', 'password: update'],
    ['await user.update({ password: hash }, { transaction })', 'password: update'],
    [`await user.update({ password: hash }, { fields: ['password'] })`, 'password: update'],
    ['await user.update({ password: hash }, { returning: true })', 'password: update'],
    ['await user.update({ password: hash }, { hooks: false })', 'password: update'],
    ['await db(connect()).user.update({ where: { id: user.id }, data: { password: hash } })', 'password: update'],
    [`await db.getRepository('User').update(user.id, { password: hash })`, 'password: update'],
    [`await db.collection('users').updateOne({ _id: user.id }, { $set: { password: hash } })`, 'password: updateOne'],
    [`await knex.from('users').where({ id: req.user.id }).update({ password: hash })`, 'password: update'],
    [`await knex.table('users').where({ id: req.user.id }).delete()`, 'account: delete'],
    [`await db.query('UPDATE [users] SET [password] = ? WHERE id = ?', [hash, user.id])`, 'password: query'],
    ['await db.query(`UPDATE users\n SET name = ?,\n password = ?\n WHERE id = ?`, [name, hash, user.id])', 'password: query'],
    ['await members.modify(user.id, { values: { email: address } })', 'email: modify'],
    ['await prisma.user.deleteMany({ where: { id: req.user.id } })', 'account: deleteMany'],
    ['await prisma.user.updateMany({ where: { id: req.user.id }, data: { password: hash } })', 'password: updateMany'],
    [`await db.deleteFrom('users').where('id', '=', req.user.id).execute()`, 'account: deleteFrom'],
    [`await db.updateTable('users').set({ password: hash }).where('users.id', '=', req.user.id).execute()`, 'password: set'],
    [`const { id } = req.user; await prisma.user.update({ where: { id }, data: { email: address } })`, 'email: update'],
    [`const { id } = await requireUser(); await prisma.user.update({ where: { id }, data: { email: address } })`, 'email: update'],
    [`const { id: me } = await requireUser(req); await prisma.user.update({ where: { id: me }, data: { email: address } })`, 'email: update'],
    [`const found = await User.findOne({ _id: req.session.userId }); found.password = hash`, 'password: password'],
    ['const me = await storage.getUser(req.session.userId); me.email = address', 'email: email'],
    ['const account = await Account.findById(req.session.accountId); const own = await User.findById(req.user.id); await own.destroy()', 'account: destroy'],
    [`await db.delete(schema.users).where(and(eq(schema.users.id, user.id), isNull(schema.users.lockedAt)))`, 'account: delete'],
    [`await supabase.from('users').update({ email: address }).eq('id', req.user.id)`, 'email: update'],
    [`await knex('users').where('id', req.user.id).update({ password: hash })`, 'password: update'],
    [`await knex('users').where('users.id', '=', req.user.id).update({ password: hash })`, 'password: update'],
    [`await this.userRepository.update(req.user.id, { password: hash })`, 'password: update'],
    [`await UserModel.findByIdAndUpdate(new ObjectId(req.session.userId), { password: hash })`, 'password: findByIdAndUpdate'],
    [`await User.query().findById(req.user.id).patch({ password: hash })`, 'password: patch'],
    [`await User.update({ password: hash }, { where: { user_id: req.session.user_id } })`, 'password: update'],
    [`await User.update({ password: hash }, { where: { [Op.and]: [{ id: { [Op.eq]: req.user.id } }] } })`, 'password: update'],
    ['await User.update({ email: address }, { where: { email: req.user.email } })', 'email: update'],
    ['await prisma.user.update({ where: { clerkId: req.user.id }, data: { email: address } })', 'email: update'],
    ['await prisma.user.update({ where: { id: { equals: user.id } }, data: { email: address } })', 'email: update'],
    ['await prisma.account.update({ where: { id: req.user.accountId }, data: { email: address } })', 'email: update'],
    ['await prisma.customer.delete({ where: { id: req.user.id } })', 'account: delete'],
    [`await db.query('UPDATE app_user SET email = ? WHERE user_id = ?', [address, user.id])`, 'email: query'],
    [`await db.query('DELETE FROM public.users WHERE id = :id', { id: user.id })`, 'account: query'],
    [`await sequelize.query('DELETE FROM users WHERE id = :id', { replacements: { id: user.id } })`, 'account: query'],
    ['await updateUser({ id: req.session.userId, email: address })', 'email: updateUser'],
    ['await admin.auth().deleteUser(req.user.uid)', 'account: deleteUser'],
  ])('%s', (line, change) => {
    expect(changesBy(`${OWN}; ${line}`)).toEqual([change])
  })

  test('each kind once', () => {
    expect(changesBy(`${OWN}; user.password = hash; user.email = address; user.password = other`)).toEqual(['password: password', 'email: email'])
  })

  test.each([
    'user.passwordHint = hint',
    'user.emails = addresses',
    'user.otpLength = 6',
    'password = hash',
    'other.password = hash',
    'user.profile.password = hash',
    'changePassword(other, hash)',
    'user.changePasswordLater(hash)',
    'await User.deleteOne({ _id: other.id })',
    'await Post.deleteOne({ user: user.id })',
    'await deletePost(user)',
    'await cache.delete(user.id)',
    'await cache.delete(userId).then(() => log(user.id))',
    'await db.delete(posts).where(eq(posts.author, user.id))',
    'await db.update(users).set({ password: hash }).where(eq(users.id, req.params.id))',
    `await db.query('DELETE FROM users_archive', [user.id])`,
    `await db.query('SELECT 1; DELETE FROM users', [user.id])`,
    `await db.query('DELETE FROM posts WHERE user = ?', [user.id])`,
    `await db.query('UPDATE users SET name = ? WHERE password = ?', [name, user.id])`,
    `await db.query('UPDATE posts SET email = ?', [user.id])`,
    `await db.query('UPDATE users SET password = ?', [other])`,
    'await db.query()',
    'await user.update()',
    'user.companyIsMfaEnabled = false',
    'await User.updateOne({ _id: user.id, password: hash }, { $set: { name } })',
    'await prisma.user.update({ where: { id: user.id, email: address }, data: { name } })',
    `await knex('posts').where({ id: user.id }).update({ password: hash })`,
    'await User.findByIdAndUpdate(other, { password: hash })',
    'await User.find({ password: hash, id: user.id })',
    'await User.updates(user.id, { password: hash })',
    'const deletion = db.delete(users).where; await log(deletion, user.id)',
    `await knex.join('users').where({ id: user.id }).delete()`,
    `await db.query('UPDATE users SET offset_password_count = 1 WHERE id = ?', [user.id])`,
    // What the user has is in a table of its own.
    'await prisma.customer.update({ where: { id, ownerId: req.user.id }, data: { email: address } })',
    'await prisma.customer.delete({ where: { id, ownerId: user.id } })',
    'await prisma.teamMember.delete({ where: { teamId_userId: { teamId, userId: req.user.id } } })',
    'await prisma.teamMember.delete({ where: { id: memberId, team: { ownerId: req.user.id } } })',
    'await prisma.member.delete({ where: { teamId_userId: { teamId, userId: user.id } } })',
    'await prisma.bankAccount.delete({ where: { id, userId: user.id } })',
    'await prisma.account.delete({ where: { provider_providerAccountId: { provider, providerAccountId }, userId: user.id } })',
    'await prisma.userFollow.delete({ where: { followerId_followingId: { followerId: user.id, followingId: id } } })',
    'await db.delete(userSessions).where(eq(userSessions.userId, user.id))',
    'await db.delete(accounts).where(and(eq(accounts.userId, user.id), eq(accounts.provider, provider)))',
    'await db.delete(table.userAvatar).where(eq(table.userAvatar.userId, user.id))',
    'userCache.delete(user.id)',
    'onlineUsers.delete(user.id)',
    `await supabase.storage.from('user-avatars').remove([user.id])`,
    `await db.query('DELETE FROM accounts WHERE user_id = ? AND provider = ?', [user.id, provider])`,
    `await db.query('DELETE FROM members WHERE team_id = ? AND user_id = ?', [team, user.id])`,
    `const member = await TeamMember.findOne({ user: req.user.id }); await member.destroy()`,
    `const customer = await prisma.customer.findFirst({ where: { id, ownerId: req.user.id } }); customer.email = address`,
    `const settings = await Settings.findOne({ user: req.user.id }); settings.email = true`,
    // Another user, whom this one has something to do with.
    'await prisma.user.update({ where: { id: child, parentId: req.user.id }, data: { email: address } })',
    'await prisma.user.update({ where: { id: other }, data: { email: address, updatedBy: req.user.id } })',
    'await prisma.user.delete({ where: { id: other, team: { ownerId: req.user.id } } })',
    'await prisma.user.delete({ where: { id: other, teamId: req.user.teamId } })',
    `await db.query('DELETE FROM users WHERE invited_by = ?', [user.id])`,
    'await prisma.post.deleteMany({ where: { authorId: req.user.id } })',
    `await db.deleteFrom('user_sessions').where('user_id', '=', req.user.id).execute()`,
    `await db.deleteFrom('accounts').where('user_id', '=', req.user.id).execute()`,
    `const { id } = await getUser(other); await prisma.user.update({ where: { id }, data: { email: address } })`,
    `const { teamId } = await requireUser(); await prisma.user.updateMany({ where: { id: teamId }, data: { email: address } })`,
    // What somebody wants to be told.
    'await prisma.userSettings.update({ where: { userId: user.id }, data: { email: wanted } })',
    'await prisma.user.update({ where: { id: user.id }, data: { email: true } })',
    `await prisma.user.update({ where: { id: user.id }, data: { email: req.body.email === 'on' } })`,
    'await prisma.user.update({ where: { id: user.id }, data: { email: !!req.body.email } })',
    'await prisma.user.update({ where: { id: user.id }, data: { email: Boolean(req.body.email) } })',
    'await db.update(userPreferences).set({ email: wanted }).where(eq(userPreferences.userId, user.id))',
    // The same address as before.
    'await stripe.customers.update(user.stripeCustomerId, { email: user.email })',
    'await stripe.customers.update(user.stripeCustomerId, { email: address })',
    'setUser({ id: user.id, email: user.email })',
    'user.email = user.email.toLowerCase()',
    'await setUserSession(event, { user, email: user.email })',
  ])('but not by %s', (line) => {
    expect(changesBy(`${OWN}; ${line}`)).toEqual([])
  })
})

describe('the first password of an account is asked for nothing', () => {
  const SET = 'await prisma.user.update({ where: { id: user.id }, data: { password: hash } })'

  test.each([
    `if (user.password) return res.redirect('/settings'); ${SET}`,
    `if (user.passwordHash !== null) { log(user); return res.sendStatus(409) } ${SET}`,
    `if (user?.password) redirect('/settings/password'); ${SET}`,
    `if (!user || user.hashedPassword) throw new Error(); user.hashedPassword = hash`,
    `if (await hasPassword(user)) return; ${SET}`,
    `const { passwordHash } = await find(); if (passwordHash) return; ${SET}`,
    `if (!user.password) { ${SET} }`,
    `if (user.password == null) ${SET}`,
    `if (user.password) { log(user) } else { ${SET} }`,
    `await requireNoPassword(user.id); ${SET}`,
    'await prisma.user.update({ where: { id: user.id }, data: { password: { create: { hash } } } })',
    'await prisma.user.update({ where: { id: user.id, passwordHash: null }, data: { passwordHash: hash } })',
    `await db.query('UPDATE users SET password = ? WHERE id = ? AND password IS NULL', [hash, user.id])`,
    `if (!user.mustChangePassword) return res.redirect('/'); ${SET}`,
    `if (user.passwordResetRequired) { ${SET} }`,
  ])('%s', (line) => {
    expect(changesBy(`${OWN}; ${line}`, { withFirst: false })).toEqual([])
  })

  test.each([
    `if (!user.password) return res.sendStatus(400); ${SET}`,
    `if (user.password) { ${SET} }`,
    `if (user.password) log(user); ${SET}`,
    `${SET}; if (user.password) return`,
    `if (req.body.password) { ${SET} }`,
    `if (req.body.password && req.body.password.length < 8) return res.sendStatus(400); ${SET}`,
    `if (password && password.length < 8) return; ${SET}`,
    `if (user.mustChangePassword) return res.redirect('/change'); ${SET}`,
    `const passwordHash = await make(password); if (!passwordHash) return; ${SET}`,
    'await prisma.user.update({ where: { id: user.id }, data: { password: { update: { hash } } } })',
    'await prisma.user.update({ where: { id: user.id }, data: { password: { upsert: { create: { hash }, update: { hash } } } } })',
    'await User.update({ password: null }, { where: { id: user.id } })',
  ])('but not that of %s', (line) => {
    expect(changesBy(`${OWN}; ${line}`, { withFirst: false })).toHaveLength(1)
  })
})

describe('whoever asks is', () => {
  test.each([
    'req.user.password = hash',
    'req.session.user.password = hash',
    'req.auth.user.password = hash',
    'const me = req.user; me.password = hash',
    'const { user } = req; user.password = hash',
    'const user = await find(req.user.id); user.password = hash',
    'const user = await find(req.userId); user.password = hash',
    'let user; user = await find(req.user.id); user.password = hash',
  ])('in %s', (line) => {
    expect(changesBy(line)).toEqual(['password: password'])
  })

  test.each([
    'req.account.password = hash',
    'req.body.user.password = hash',
    'req.users.password = hash',
    'req.target_user.password = hash',
    'res.locals.user.password = hash',
    'const user = await find(req.params.id); user.password = hash',
    'shared.password = hash; function later() { const shared = req.user }',
  ])('not in %s', (line) => {
    expect(changesBy(line)).toEqual([])
  })
})

test.each(['get', 'head'])('%s changes nothing', (method) => {
  expect(changesBy(`${OWN}; user.password = hash`, { method })).toEqual([])
})

describe('who it is, is asked for again', () => {
  test.each(['auth.required', 'gate', 'other', '[requireAuth, other]', '[, requireAuth]', 'upload.single()', 'confirmPassword', '(req, res, next) => { checkPassword(req); next() }', 'express.verify()', 'express(verify, pass)'])('by %s before it', (before) => {
    expect(changesBy(`${OWN}; user.password = hash`, { before: `${before}, ` })).toEqual(['password: password, confirmed'])
  })

  test.each(['requireAuth', 'requireLogin()', 'isAuthenticated', '[requireAuth]', `'/other'`, '`/other`', '{ schema }', 'validate(schema)', 'rateLimit(user)', 'verifyToken', 'verifyUser', 'protect', '(req, res, next) => next()', `passport.authenticate('jwt')`, 'express.json()'])('not by %s before it', (before) => {
    expect(changesBy(`${OWN}; user.password = hash`, { before: `${before}, ` })).toEqual(['password: password'])
  })

  test.each(['bcrypt.compare(a, b)', 'verify(x)', 'matchPassword(a)', 'req.body.current_password', 'req.body.confirmed', 'validatePassword(a)', 'const otp = 1', 'const otpCode = 1', 'const token = 1', 'timingSafeEqual(a, b)', 'sudo()', 'recentlyAuthenticated()', 'const isPassword = 1', 'assertOwner()', 'sql`select 1 from users where id = ${id} and password = crypt(${old}, password)`', "pool.query('SELECT 1 FROM users WHERE password_hash=$1', [hash])"])('by %s', (line) => {
    expect(changesBy(`${OWN}; user.password = hash; ${line}`)).toEqual(['password: password, confirmed'])
  })

  test.each(['if (req.body.newPassword !== req.body.confirmPassword) {}', 'const passwordConfirmation = 1', 'validateBody(a)', 'req.session.lastLogin'])('not by %s', (line) => {
    expect(changesBy(`${OWN}; user.password = hash; ${line}`)).toEqual(['password: password'])
  })

  test.each([
    'checkCredentials(user.email, attempt)',
    'requirePassword(user, attempt)',
    'ensureCorrectPassword(user, attempt)',
    'validateCredentials(user.email, attempt)',
    'isCorrectPassword(user, attempt)',
    'passwordMatches(user, attempt)',
    'users.testPassword(user.id, attempt)',
    'const passwordOk = await ask(attempt)',
    'login(req.user.email, req.body.password)',
    `login(req.user.email, String(form.get('password')))`,
    'supabase.auth.signInWithPassword({ email: req.user.email, password: attempt })',
    'if (hashPassword(attempt, user.salt) !== user.passwordHash) return res.sendStatus(403)',
    'if ((await bcrypt.hash(attempt, user.salt)) === user.passwordHash) {}',
    'const { passwordHash } = user; if (scrypt(attempt) !== passwordHash) return',
    'if (req.body.attempt !== user.password) return',
    'totp.check(attempt, user.totpSecret)',
    'redeem(user.backupCodes, attempt)',
    'if (pending.code !== String(req.body.code)) return',
    'if (user.verificationCode !== req.body.entered) return',
    'if (Date.now() - req.session.createdAt.getTime() > 300000) return',
    'if (req.session.loggedInAt < limit) return',
    'if (Date.now() - user.lastLoginAt > 300000) return',
    'if (req.session.unlockedUntil < new Date()) return',
    'if (differenceInMinutes(new Date(), req.session.createdAt) > 5) return',
    'if (dayjs(req.session.loginTime).isBefore(limit)) return',
  ])('in the words of %s', (line) => {
    expect(changesBy(`${OWN}; user.password = hash; ${line}`)).toEqual(['password: password, confirmed'])
  })

  test.each([
    'login(user)',
    'hashPassword(req.body.password, user.salt)',
    'checkPasswordStrength(req.body.password)',
    'const isPasswordStrong = check(req.body.password)',
    'if (user.passwordHash === null) return',
    'if (user.passwordHash === undefined) return',
    'if ((await hash(newPassword)) === user.passwordHash) return',
    'if (req.body.password !== req.body.passwordAgain) return',
    `if (error.code === DUPLICATE) return`,
    `if (result.code === 'ok') return`,
    'if (user.createdAt < limit) return',
    'user.lastLoginAt = new Date()',
    'await prisma.user.update({ where: { id: other }, data: { lastLoginAt: new Date() } })',
    'const session = await verifySession()',
    'await verifyAuth(req)',
    'await jwtVerify(req.cookies.sid, key)',
    'user.emailVerified = false',
    'await prisma.user.update({ where: { id: user.id }, data: { name, emailVerified: null } })',
    'await prisma.user.update({ where: { id: user.id }, data: { name, emailConfirmedAt: null } })',
  ])('not in those of %s', (line) => {
    expect(changesBy(`${OWN}; user.password = hash; ${line}`)).toEqual(['password: password'])
  })

  describe('by a function of the file', () => {
    const changesWith = (call: string, helper: string) => {
      const file = fileOf(`import express from 'express'\nexpress().post('/account', async (req, res) => { ${OWN}; ${call}; user.password = hash; res.end() }) // session\n${helper}`)
      return file && readAccountChanges(file).map(({ route }) => isConfirmed(route, file, []))
    }

    test.each([
      ['if (!(await knows(user.id, req.body.now))) return', 'async function knows(id, attempt) { const { passwordHash } = await find(id); return bcrypt.compare(attempt, passwordHash) }'],
      ['await ask(user, req.body.now)', 'const ask = async (user, now) => { if (!(await same(user, now))) throw new Error() }\nconst same = (user, now) => argon.verify(user.secret, now)'],
      ['await ask(user)', 'async function ask(user) { if (!(await ask(user))) throw new Error(); return argon.verify(user) }'],
    ])('%s', (call, helper) => {
      expect(changesWith(call, helper)).toEqual([true])
    })

    test.each([
      ['await getUser(req)', 'function getUser(req) { return jwt.verify(req.cookies.sid, KEY) }'],
      ['await requireAuth(req)', 'function requireAuth(req) { return jwt.verify(req.cookies.sid, KEY) }'],
      ['await secret(req.body.password)', 'function secret(password) { return secret(bcrypt.hash(password, 12)) }'],
    ])('but not %s', (call, helper) => {
      expect(changesWith(call, helper)).toEqual([false])
    })
  })

  test.each(['/reset', '/sign-up', '/admin/users', '/verify', '/forgot', '/activate'])('in another way at %s', (path) => {
    expect(changesBy(`${OWN}; user.password = hash`, { path })).toEqual(['password: password, confirmed'])
  })

  test('not at a path that only looks like it', () => {
    expect(changesBy(`${OWN}; user.password = hash`, { path: '/preset' })).toEqual(['password: password'])
  })
})

describe('of whoever asks, kept with the request of another library', () => {
  test.each([
    `const user = c.get('user'); await db.update(users).set({ passwordHash }).where(eq(users.id, user.id))`,
    `await db.update(users).set({ passwordHash }).where(eq(users.id, c.get('user').id))`,
    'await db.update(users).set({ passwordHash }).where(eq(users.id, c.var.user.id))',
    `await db.update(users).set({ passwordHash }).where(eq(users.id, c.get('userId')))`,
  ])('%s', (line) => {
    const file = fileOf(`import { Hono } from 'hono'\nnew Hono().post('/account', async (c) => { ${line}; return c.json({}) }) // session`)
    expect(file && readAccountChanges(file).map(({ what }) => what)).toEqual(['password'])
  })

  test.each([`const post = c.get('post'); await db.update(users).set({ passwordHash }).where(eq(users.id, post.author))`, `await db.update(users).set({ passwordHash }).where(eq(users.id, c.req.query('user')))`])('not %s', (line) => {
    const file = fileOf(`import { Hono } from 'hono'\nnew Hono().post('/account', async (c) => { ${line}; return c.json({}) }) // session`)
    expect(file && readAccountChanges(file)).toEqual([])
  })
})
