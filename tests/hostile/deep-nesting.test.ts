import { Linter } from 'eslint'
import * as espree from 'espree'
import { describe, expect, test } from 'vitest'
import { unlessTooDeep } from '../../lib/ast/unless-too-deep.js'
import { defineRule } from '../../lib/define-rule.js'
import plugin from '../../lib/index.js'

/** More than any stack holds. */
const LEVELS = 500_000

const linter = new Linter({ cwd: '/' })
const [{ plugins = {}, rules = {} } = {}] = plugin.configs.strict

describe('where the nesting is deeper than the stack', () => {
  test('a file is left alone', () => {
    const code = `import session from 'express-session'\nimport express from 'express'\nconst app = express()\napp.get('/logout', (req, res) => { req.session.destroy() })`
    expect(found(code, rules)).toContain('session-security/no-get-logout')
    expect(found(`${code}\nrequire(SUM)`, rules)).toEqual([])
  })

  test('one rule keeps what it has found, and the others find theirs', () => {
    const once = defineRule({
      name: 'once',
      meta: { type: 'problem', docs: { description: '' }, schema: [], defaultOptions: [], messages: { here: 'Here.' } },
      create: ({ report }) => ({
        sessionConfigured({ node }) {
          report({ node, messageId: 'here' })
          endless()
        },
      }),
    })
    const own = { 'own/once': 'error', 'session-security/no-hardcoded-secret': 'error' } as const
    expect(found(`import session from 'express-session'\napp.use(session({ secret: 'a' }))`, own, { own: { rules: { once } } })).toEqual(Object.keys(own))
  })

  test('other errors are thrown', () => {
    const fail = () => {
      throw new RangeError('Invalid array length')
    }
    expect(() => unlessTooDeep(fail)).toThrow('Invalid array length')
  })
})

function endless(): never {
  return endless()
}

/** The rules that find something in a program, in which `SUM` stands for a sum of very many texts. */
function found(text: string, rules: Linter.Config['rules'], others: NonNullable<Linter.Config['plugins']> = {}): string[] {
  const messages = linter.verify(text, [{ plugins: { ...plugins, ...others }, rules, languageOptions: { parser } }], { filename: '/file.js' })
  return messages.map(({ message, ruleId }) => ruleId ?? message)
}

/** Needs no stack for the sum, and hides its inside from ESLint, which would need some to walk it. */
const parser: Linter.Parser = {
  parseForESLint(text, options) {
    const ast = espree.parse(text, { ...options, range: true, loc: true, tokens: true, comment: true })
    for (const statement of ast.body) deepen(statement)
    return { ast, visitorKeys: { ...espree.VisitorKeys, BinaryExpression: [] } }
  },
}

/** Puts the sum where a call that is a statement of its own has `SUM` first. */
function deepen(statement: object): void {
  const { expression } = statement as { expression?: { arguments?: (Place & { name?: string })[] } }
  const [first, ...others] = expression?.arguments ?? []
  if (expression && first?.name === 'SUM') Object.assign(expression, { arguments: [sumAt(first), ...others] })
}

function sumAt({ end, loc, range, start }: Place): object {
  const place = { end, loc, range, start }
  const piece = { type: 'Literal', value: 'a', raw: "'a'", ...place }
  let sum: object = piece
  for (let level = 0; level < LEVELS; level++) sum = { type: 'BinaryExpression', operator: '+', left: sum, right: piece, ...place }
  return sum
}

type Place = Readonly<Record<'end' | 'loc' | 'range' | 'start', unknown>>
