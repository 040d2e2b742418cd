import { expect, it } from 'vitest'
import { functionAround, isFunction, type Node } from '../../lib/ast/nodes.js'
import { losesNarrowing } from '../../lib/fixes/narrowing.js'
import { nodesIn, probe } from '../ast/probe.js'

it.each([
  ['reads what was tested', 'if (!req.user) return; MARK; use(req.user.id)', true],
  ['reads what was tested in a loop', 'while (!req.user) wait(); MARK; use(req.user)', true],
  ['reads what stood in a condition of values', 'const a = req.user && b; MARK; use(req.user)', true],
  ['reads what was tested by chaining', 'if (!req?.user) return; MARK; use(req.user)', true],
  ['reads what was tested, in a function', 'if (!req.user) return; MARK; run(() => use(req.user))', true],
  ['reads what was tested after it wrote something else', 'if (!req.user) return; MARK; a.b = req.user', true],
  ['writes what was tested', 'if (!req.user) return; MARK; req.user = a', false],
  ['reads something else', 'if (!req.user) return; MARK; use(req.body)', false],
  ['reads what was only given to a function', 'use(req.user); MARK; use(req.user)', false],
  ['reads what is tested later', 'MARK; if (req.user) a(); use(req.user)', false],
  ['reads what a function tested that is only defined', 'const f = () => { if (!req.user) return }; MARK; use(req.user)', false],
  ['reads a name', 'if (!user) return; MARK; use(user)', false],
  ['is nothing', 'if (!req.user) return; MARK;', false],
])('whether TypeScript forgets what a callback needs that %s', (_title, code, expected) => {
  const { sourceCode } = probe(`function handle(req) { ${code} }`)
  const [mark] = nodesIn(sourceCode, (node): node is Node => node.type === 'ExpressionStatement' && sourceCode.getText(node) === 'MARK;')
  const owner = mark && functionAround(mark)
  const body = owner && isFunction(owner) && owner.body.type === 'BlockStatement' ? owner.body.body : []
  const behind = body.filter((statement) => mark !== undefined && statement.range[0] > mark.range[0])
  expect(owner && losesNarrowing(sourceCode, behind, owner)).toBe(expected)
})
