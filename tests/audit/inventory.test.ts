import { describe, expect, test } from 'vitest'
import type { CookieRow } from '../../lib/audit/inventory.js'
import { inventoryOf, reportOn } from './run-audit.js'

const EXPRESS = `import express from 'express'
import session from 'express-session'
import { randomBytes } from 'node:crypto'
const app = express()
`

/** A row of the matrix as a line: name, purpose, and each cell with its state. */
function lineOf({ by, cells, expression, name, role }: CookieRow): string {
  const parts = Object.values(cells).map(
    ({ findings, state, value }) => `${state}${value === '' ? '' : `=${value}`}${findings.length > 0 ? '!' : ''}`,
  )
  return [name ?? `?${expression}`, role, by, ...parts].join(' | ')
}

async function matrixOf(code: string): Promise<string[]> {
  return (await inventoryOf({ 'app.js': EXPRESS + code })).cookies.map(lineOf)
}

describe('the matrix of cookies', () => {
  test('tells what is set, what is the default, what is missing and what is decided at run time', async () => {
    expect(
      await matrixOf(`app.use(session({ name: '__Host-id', secret, cookie: { httpOnly: false, secure: process.env.NODE_ENV === 'production', domain: config.domain } }))
app.get('/', (req, res) => res.cookie('sid', id, { path: '/app', maxAge: 60 * 60 * 1000 }))`),
    ).toEqual([
      "__Host-id | session | session library | set=false! | dynamic=process.env.NODE_ENV === 'production' | missing! | set=__Host- | dynamic=config.domain | default=/ | missing!",
      'sid | session | program | missing! | missing! | missing! | missing | missing | set=/app | set=1 hour',
    ])
  })

  test('has sessions first, and cookies that are none without a verdict', async () => {
    expect(
      await matrixOf(`app.get('/', (req, res) => {
  res.cookie('theme', 'dark')
  res.cookie(name(), id, options)
  res.cookie('sid', id, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 60000 })
})`),
    ).toEqual([
      'sid | session | program | set=true | set=true | set=lax | missing | missing | default=/ | set=1 minute',
      '?name() | unknown | program | dynamic | dynamic | dynamic | dynamic | dynamic | dynamic | dynamic',
      'theme | other | program | missing | missing | missing | missing | missing | default=/ | missing',
    ])
  })

  test('has the place of each value', async () => {
    const inventory = await inventoryOf({
      'app.js': `${EXPRESS}app.use(session({\n  secret,\n  cookie: { httpOnly: true },\n}))`,
    })
    expect(inventory.cookies).toMatchObject([
      { file: 'app.js', line: 5, column: 9, cells: { httpOnly: { line: 7, column: 23 } } },
    ])
  })

  test('leaves out what tests set up', async () => {
    expect((await inventoryOf({ 'app.js': '', 'test/app.js': `${EXPRESS}app.use(session({ secret }))` })).cookies).toEqual([])
  })
})

describe('the sessions', () => {
  test('have their store, secret, IDs and limits', async () => {
    const inventory = await inventoryOf({
      'app.js': `${EXPRESS}import { RedisStore } from 'connect-redis'
const store = new RedisStore({ client })
app.use(session({ store, secret: process.env.SECRET, genid: () => randomBytes(32).toString('hex'), rolling: true, cookie: { maxAge: 1800000 } }))`,
    })
    expect(inventory.sessions).toMatchObject([
      {
        library: 'express-session',
        data: 'on the server',
        store: '`new RedisStore({ client })`',
        secret: 'environment: `SECRET`',
        ids: "`() => randomBytes(32).toString('hex')` (at most 256 bits)",
        idle: '30 minutes',
        absolute: 'none seen',
        endedBy: 'server',
      },
    ])
    expect(inventory.ids).toMatchObject([{ becomes: 'genid', madeBy: '`randomBytes(32)`', bits: 256, findings: [] }])
  })

  test.each([
    ["'a secret of the shop'", 'written in the source'],
    ["process.env.SECRET || 'a secret of the shop'", 'environment: `SECRET`, else written in the source'],
    ['[process.env.NEW, process.env.OLD]', 'environment: `NEW`, environment: `OLD`'],
    ["read('secret.txt')", "decided at run time: `read('…')`"],
  ])('tell of the secret %s where it comes from, and no more', async (secret, told) => {
    const inventory = await inventoryOf({ 'app.js': `${EXPRESS}app.use(session({ secret: ${secret} }))` })
    expect(inventory.sessions).toMatchObject([{ secret: told }])
  })

  test('say that nothing is known of options from elsewhere', async () => {
    const inventory = await inventoryOf({ 'app.js': `${EXPRESS}app.use(session(options))` })
    const run = 'decided at run time'
    expect(inventory.sessions).toMatchObject([{ store: run, secret: run, ids: run, idle: run, absolute: run, findings: [] }])
  })
})

describe('the handlers', () => {
  test('have their routes and what they do, with the findings about it', async () => {
    const { findings, inventory } = await reportOn({
      'app.js': `${EXPRESS}app.use(session({ secret }))
app.post('/login', (req, res, next) => {
  req.session.userId = 1
  res.end()
})
app.post('/sound/login', (req, res, next) => {
  req.session.regenerate((err) => {
    if (err) return next(err)
    req.session.userId = 1
    res.end()
  })
})
app.post('/logout', (req, res) => {
  res.clearCookie('connect.sid')
  res.end()
})
app.post('/sound/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.clearCookie('connect.sid')
    res.end()
  })
})
app.get('/logout/all', (req, res) => {
  endSessions(req)
  res.clearCookie('connect.sid')
})`,
    })
    const rules = (ids: readonly string[]) => ids.map((id) => findings.find((finding) => finding.id === id)?.rule)
    expect(inventory?.handlers.map((row) => [row.kind, row.name, row.does, rules(row.findings)])).toEqual([
      ['login', 'POST /login', 'keeps the session ID from before', ['require-regenerate-after-login']],
      ['login', 'POST /sound/login', 'gets a new session ID', []],
      ['logout', 'POST /logout', 'deletes the cookie', ['require-store-delete-on-logout']],
      ['logout', 'POST /sound/logout', 'deletes the cookie, ends the session', []],
      ['logout', 'GET /logout/all', 'deletes the cookie, whether the session ends elsewhere is for a person to check', []],
    ])
  })
})
