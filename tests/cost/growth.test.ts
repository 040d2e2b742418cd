import { Linter } from 'eslint'
import { expect, test } from 'vitest'
import plugin from '../../lib/index.js'

const linter = new Linter({ cwd: '/' })
const [rules = {}] = plugin.configs.strict

/** How much longer the long program is than the short one. */
const TIMES = 8
const SHORT = 40

/** Growth with the square of the length would be more than sixty times as much. */
const MOST = 3 * TIMES

const repeated = (count: number, make: (index: number) => string) => Array.from({ length: count }, (_, index) => make(index)).join('\n')

const PROGRAMS: readonly (readonly [title: string, program: (count: number) => string])[] = [
  ['logins', (count) => `import session from 'express-session'
app.use(session({ secret }))
${repeated(count, (index) => `app.post('/login${index}', async (req, res) => {
  const user = await users.findOne({ email: req.body.email })
  if (!user || !(await compare(req.body.password, user.password))) return res.sendStatus(401)
  req.session.userId = user.id
  res.json(user)
})`)}`],
  ['sessions in a map', (count) => `import crypto from 'node:crypto'
const sessions = new Map()
${repeated(count, (index) => `app.post('/login${index}', async (req, res) => {
  const sessionId = crypto.randomUUID()
  sessions.set(sessionId, { userId: await find(req.body) })
  res.cookie('session_id', sessionId, { httpOnly: true })
})
app.post('/logout${index}', (req, res) => { sessions.delete(req.cookies.session_id); res.clearCookie('session_id') })`)}`],
  ['configurations with secrets of their own', (count) => `import session from 'express-session'
${repeated(count, (index) => `app.use('/${index}', session({ secret: 'secret${index}', name: 'sid${index}', cookie: { maxAge: ${index} * 1000 } }))`)}`],
  ['values of one variable', (count) => `let session = req.session\n${repeated(count * 5, (index) => `session = f${index}(session)\nsession.userId = ${index}`)}`],
  ['calls in one chain', (count) => `import express from 'express'\nexpress()${repeated(count * 5, (index) => `.post('/login${index}', (req, res) => { req.session.userId = ${index} })`)}`],
  ['tokens', (count) => `import jwt from 'jsonwebtoken'\n${repeated(count, (index) => `const token${index} = jwt.sign({ id: ${index} }, 'secret${index}')
if (req.cookies.token === token${index}) jwt.verify(token${index}, 'secret${index}')
localStorage.setItem('token', token${index})`)}`],
  ['options', (count) => `import session from 'express-session'\nsession({ ${repeated(count * 25, (index) => `option${index}: f(${index}),`)} secret, cookie: { ${repeated(count * 25, (index) => `'attribute-${index}': ${index},`)} } })`],
]

test.each(PROGRAMS)('a program of %s costs as much as it is long', { timeout: 60_000 }, (_title, program) => {
  cost(program(3))
  const short = Math.min(cost(program(SHORT)), cost(program(SHORT)))
  expect(Math.min(cost(program(SHORT * TIMES)), cost(program(SHORT * TIMES)))).toBeLessThan(MOST * Math.max(short, MILLISECONDS))
})

/** Less than this is not measured. */
const MILLISECONDS = 5000

function cost(code: string): number {
  const start = process.cpuUsage()
  const messages = linter.verify(code, [rules], { filename: '/file.js' })
  const { user } = process.cpuUsage(start)
  expect(messages.filter(({ fatal }) => fatal)).toEqual([])
  return user
}
