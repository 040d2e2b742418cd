import { expect, test } from 'vitest'
import { underlined } from '../../lib/ast/underlined.js'
import { sourceCodeOf } from '../events-of.js'

test.each([
  ['a node of one line as a whole', "app.use(session({ secret: 'a' }))", "app.use(session({ secret: 'a' }))"],
  ['what is called', "res.cookie(\n  'sid',\n  id,\n)", 'res.cookie'],
  ['the method at the end of a chain', 'app\n  .use(json())\n  .listen(\n    80,\n  )', 'listen'],
  ['the class that is constructed', 'new Session({\n  secret,\n})', 'Session'],
  ['what is awaited', 'await save(\n  session,\n)', 'save'],
  ['what is called if it is there', 'session?.save(\n  done,\n)', 'session?.save'],
  ['a member of what is called', 'open(\n  a,\n).id', 'id'],
  ['the first line of an object', '({\n  secret,\n}).x = { // ends here\n  y,\n}', '({'],
  ['the first line of a function', 'export default function login(req, res) {\n  next()\n}', 'export default function login(req, res) {'],
])('a squiggle is under %s', (_title, code, expected) => {
  const sourceCode = sourceCodeOf(code)
  const [statement] = sourceCode.ast.body
  const node = statement?.type === 'ExpressionStatement' ? statement.expression : statement
  const { start, end } = underlined(node ?? sourceCode.ast, sourceCode.lines)
  expect(sourceCode.text.slice(sourceCode.getIndexFromLoc(start), sourceCode.getIndexFromLoc(end))).toBe(expected)
})
