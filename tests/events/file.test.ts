import { expect, test } from 'vitest'
import { sessionFileOf } from '../events-of.js'

const file = sessionFileOf(`import session from 'express-session'
app.use(session({ secret, name: 'sid' }))
app.post('/login', (req, res) => {
  const own = req.session
  own.userId = find(req.body)
  res.cookie('sid', own.id)
})
app.use(session({ secret, name: 'other' }))
app.post('/leave', (req, res) => { res.cookie('other', 1); own(req.session) })`)

test('events of several types come in the order of the source', () => {
  const types = (...wanted: Parameters<typeof file.ofTypes>[0]) => file.ofTypes(wanted).map(({ type }) => type)
  expect(types('cookieWritten', 'sessionConfigured')).toEqual(['sessionConfigured', 'cookieWritten', 'sessionConfigured', 'cookieWritten'])
  expect(types('jwtSigned', 'sessionConfigured')).toEqual(['sessionConfigured', 'sessionConfigured'])
  expect(types('cookieWritten')).toEqual(['cookieWritten', 'cookieWritten'])
  expect(types()).toEqual([])
})

test('uses of variables that hold a session are found where they stand', () => {
  const { ast } = file.context.sourceCode
  const aliasesIn = (node: Parameters<typeof file.aliasesIn>[0]) => file.aliasesIn(node).map(({ loc }) => loc.start.line)
  expect(aliasesIn(ast)).toEqual([5, 6])
  expect(ast.body.map(aliasesIn)).toEqual([[], [], [5, 6], [], []])
})
