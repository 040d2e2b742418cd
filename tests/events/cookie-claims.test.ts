import { describe, expect, test } from 'vitest'
import { fileOf } from '../events-of.js'

/** As what a handler trusts its cookies, which nobody has signed; `COOKIES` stands for those of the request. */
function trustedIn(line: string): string[] {
  const file = fileOf(`import express from 'express'
import cookieParser from 'cookie-parser'
express().use(cookieParser()).get('/account', async (req, res, next) => {
  ${line.replaceAll('COOKIES', 'req.cookies')}
  res.end()
})`)
  return (file?.of('cookieTrusted') ?? []).map(({ as, name }) => `${as} ${name}`)
}

describe('a cookie is trusted', () => {
  test.each([
    ['if (COOKIES.isAdmin) {}', 'permission isAdmin'],
    [`if (COOKIES.admin === 'true') {}`, 'permission admin'],
    ['if (COOKIES.administrator) {}', 'permission administrator'],
    [`if (COOKIES.role === 'admin') {}`, 'permission role'],
    [`if (COOKIES.role !== 'admin') {}`, 'permission role'],
    [`if (COOKIES.roles.includes('admin')) {}`, 'permission roles'],
    [`switch (COOKIES.role) { case 'admin': }`, 'permission role'],
    ['if (COOKIES.loggedIn) next()', 'login loggedIn'],
    [`if (COOKIES.loggedIn) { next() } else { res.redirect('/login') }`, 'login loggedIn'],
    [`if (!COOKIES.loggedIn) return res.redirect('/login')`, 'login loggedIn'],
    ['if (!COOKIES.loggedIn) return res.sendStatus(401)', 'login loggedIn'],
    ['if (!COOKIES.loggedIn) return res.status(403)', 'login loggedIn'],
    ['if (!COOKIES.loggedIn) throw new Unauthorized()', 'login loggedIn'],
    [`if (!COOKIES.loggedIn) return res.send('Access denied')`, 'login loggedIn'],
    [`if (COOKIES.auth !== 'true') return res.redirect('/login')`, 'login auth'],
    [`if (COOKIES.auth === 'yes') return next()`, 'login auth'],
    [`if (COOKIES.login === '1') return next()`, 'login login'],
    [`if (COOKIES.loggedIn) return show(); res.redirect('/login')`, 'login loggedIn'],
    [`log(); load(); if (COOKIES.loggedIn) return show(); res.redirect('/login')`, 'login loggedIn'],
    ['return COOKIES.loggedIn ? next() : res.sendStatus(401)', 'login loggedIn'],
    [`const isLoggedIn = () => COOKIES.loggedIn === 'true'`, 'login loggedIn'],
    [`function requireAuth() { return COOKIES.loggedIn === 'true' }`, 'login loggedIn'],
    ['User.findById(COOKIES.userId)', 'identity userId'],
    ['User.findById(COOKIES.user)', 'identity user'],
    ['users.get(COOKIES.uid)', 'identity uid'],
    ['db.select(COOKIES.userId)', 'identity userId'],
    ['lookUp(COOKIES.userId)', 'identity userId'],
    [`db.query('x', [COOKIES.userId])`, 'identity userId'],
    ['db.users.first(COOKIES.user)', 'identity user'],
    ['req.user = COOKIES.user', 'identity user'],
    ['req.userId = COOKIES.userId', 'identity userId'],
    ['req.session.user = COOKIES.user', 'identity user'],
    ['res.locals.user = COOKIES.user', 'identity user'],
    ['req.currentUser = COOKIES.user', 'identity user'],
    ['req.account = COOKIES.user', 'identity user'],
    ['req.userid = COOKIES.userid', 'identity userid'],
    ['req.user_id = COOKIES.userId', 'identity userId'],
    ['req.auth = COOKIES.user', 'identity user'],
    ['req.uid = COOKIES.uid', 'identity uid'],
    ['ctx.state.user = COOKIES.user', 'identity user'],
    ['context.user = COOKIES.user', 'identity user'],
    ['db.admin.find(COOKIES.user)', 'identity user'],
    ['db.admins.find(COOKIES.user)', 'identity user'],
    ['db.members.load(COOKIES.user)', 'identity user'],
    ['db.customer.fetch(COOKIES.user)', 'identity user'],
    ['db.accounts.read(COOKIES.user)', 'identity user'],
    ['members[COOKIES.user]', 'identity user'],
    ['customers[COOKIES.user]', 'identity user'],
    ['users[COOKIES.user]', 'identity user'],
    ['accountsById[COOKIES.userId]', 'identity userId'],
    ['users.find((u) => u.id === COOKIES.userId)', 'identity userId'],
    ['if (post.author === COOKIES.user) {}', 'identity user'],
    ['if (post.owner === COOKIES.userId) {}', 'identity userId'],
    ['if (post.title === COOKIES.userId) {}', 'identity userId'],
    ['if (post.userId === COOKIES.uid) {}', 'identity uid'],
    [`JSON.parse(COOKIES.user).role === 'admin'`, 'permission user'],
    ['if (JSON.parse(COOKIES.user).isAdmin) {}', 'permission user'],
    ['User.findById(JSON.parse(COOKIES.user).id)', 'identity user'],
    ['User.findById(JSON.parse(COOKIES.profile)._id)', 'identity profile'],
    ['User.findById(JSON.parse(COOKIES.account).uid)', 'identity account'],
    ['User.findById(COOKIES.username)', 'identity username'],
    ['User.findById(COOKIES.currentUserId)', 'identity currentUserId'],
    ['User.findById(COOKIES.customer_id)', 'identity customer_id'],
    ['show(COOKIES.userId); User.findById(COOKIES.userId)', 'identity userId'],
    ['if (COOKIES.is_superuser) {}', 'permission is_superuser'],
    ['if (COOKIES.staff) {}', 'permission staff'],
    [`if (COOKIES.permissions === 'all') {}`, 'permission permissions'],
    [`if (COOKIES.user_role === 'x') {}`, 'permission user_role'],
    [`if (COOKIES.access_level === '3') {}`, 'permission access_level'],
  ])('by %s as %s', (line, trust) => {
    expect(trustedIn(line)).toEqual([trust])
  })

  test.each([
    `if (COOKIES.admin === '') {}`,
    'if (COOKIES.admin === null) {}',
    'if (COOKIES.role) {}',
    `if (COOKIES.role === '') {}`,
    'if (COOKIES.loggedIn) {}',
    'if (!COOKIES.loggedIn) return res.status(404)',
    `if (!COOKIES.loggedIn) return res.redirect('/home')`,
    `if (!COOKIES.auth) return res.redirect('/login')`,
    `if (COOKIES.auth === 'maybe') return next()`,
    `if (COOKIES.loggedIn) return show(); log(); res.redirect('/login')`,
    `if (a) if (COOKIES.loggedIn) return show(); res.redirect('/login')`,
    'COOKIES.loggedIn || res.sendStatus(401)',
    `const a = COOKIES.loggedIn === 'true'`,
    `function show() { return COOKIES.loggedIn === 'true' }`,
    `const isLoggedIn = () => list.map(() => COOKIES.loggedIn === 'true')`,
    'cache.get(COOKIES.userId)',
    'db.select(COOKIES.user)',
    'User.create(COOKIES.userId)',
    'req.theme = COOKIES.user',
    'req.userName = COOKIES.user',
    'row.user = COOKIES.user',
    'usersByName[COOKIES.user]',
    'oldUsers[COOKIES.user]',
    'User.findById(JSON.parse(COOKIES.user).paid)',
    'User.findById(JSON.parse(COOKIES.user).idea)',
    'page.user = COOKIES.user',
    'texts[COOKIES.userId]',
    'users.find((u) => u.name === COOKIES.user)',
    'list.find((u) => u.id === COOKIES.uid)',
    'if (post.title === COOKIES.user) {}',
    'if (JSON.parse(COOKIES.settings).isAdmin) {}',
    'User.findById(JSON.parse(COOKIES.cart).id)',
    'User.findById(JSON.parse(COOKIES.user).name)',
    'User.findById(COOKIES.id)',
    'User.findById(COOKIES.userIdea)',
    'verify(COOKIES.userId); User.findById(COOKIES.userId)',
    'if (COOKIES.super_admins) {}',
  ])('not by %s', (line) => {
    expect(trustedIn(line)).toEqual([])
  })
})

describe('a cookie that chooses among what belongs to the user of the session', () => {
  test.each([
    'prisma.account.findFirst({ where: { id: COOKIES.accountId, members: { some: { userId: session.user.id } } } })',
    'Account.findOne({ _id: COOKIES.accountId, owner: req.session.userId })',
    'Account.findOne({ _id: COOKIES.accountId, owner: req.user.id })',
    'const user = await requireUser(req); Account.findOne({ _id: COOKIES.accountId, owner: user.id })',
    `knex('accounts').where({ id: COOKIES.accountId }).where('user_id', req.session.userId).first()`,
    `db.query('SELECT * FROM accounts WHERE id = $1 AND user_id = $2', [COOKIES.accountId, req.session.userId])`,
    'session.memberships.find((m) => m.accountId === COOKIES.accountId)',
    'req.user.accounts.some((a) => a.id === COOKIES.accountId)',
    'res.locals.user?.accounts.find((a) => { return a.id === Number(COOKIES.accountId) })',
    'if (req.session.accountId !== COOKIES.accountId) return res.sendStatus(403)',
  ])('is not trusted: %s', (line) => {
    expect(trustedIn(line)).toEqual([])
  })

  test.each([
    ['User.findOne({ _id: COOKIES.userId }, (err, user) => { req.session.userId = user.id })', 'identity userId'],
    ['User.findById(COOKIES.userId).then((user) => { req.session.userId = user.id })', 'identity userId'],
    ['users.find((user) => user.id === COOKIES.userId)', 'identity userId'],
    ['const user = JSON.parse(COOKIES.user); User.findById(user.id)', 'identity user'],
    ['const user = await getUser(COOKIES.userId)', 'identity userId'],
    ['db.accounts.find((a) => a.id === COOKIES.accountId)', 'identity accountId'],
    ['Account.findOne({ _id: COOKIES.accountId, isActive: true })', 'identity accountId'],
    ['User.findOne({ _id: COOKIES.userId, language: req.session.language })', 'identity userId'],
  ])('unlike %s', (line, trust) => {
    expect(trustedIn(line)).toEqual([trust])
  })
})
