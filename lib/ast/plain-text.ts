import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { memberName } from './member-name.js'
import { isFunction, unwrap, type Node } from './nodes.js'
import { parenthesesAround } from './parentheses.js'
import { walk } from './walk.js'

type SourceCode = Readonly<TSESLint.SourceCode>

const texts = new WeakMap<Node, string>()

/**
 * The code of a node, spelt in one way: without comments, line ends, needless parentheses and type assertions, members
 * by their names, texts in single quotes. For questions about what code says; people are shown the source.
 */
export function plainText(node: Node, sourceCode: SourceCode): string {
  if (node.type === 'Identifier') return node.name
  const known = texts.get(node)
  if (known !== undefined) return known
  const spellings = spellingsIn(node, sourceCode)
  const words = sourceCode.getTokens(node).map((token) => spellings.get(token.range[0]) ?? token.value).filter((word) => word !== '')
  const text = words.map((word, index) => (/^[\w$]/.test(word) && /[\w$]$/.test(words[index - 1] ?? '') ? ` ${word}` : word)).join('')
  texts.set(node, text)
  return text
}

/** What is spelt otherwise than it stands in the source, by where its token starts. */
function spellingsIn(outer: Node, sourceCode: SourceCode): ReadonlyMap<number, string> {
  const spellings = new Map<number, string>()
  walk(outer, sourceCode.visitorKeys, (node) => {
    if (node !== outer) leaveParentheses(node)
    switch (node.type) {
      case 'Literal':
        if (typeof node.value === 'string') spell(sourceCode.getFirstToken(node), quoted(node.value))
        break
      case 'TemplateLiteral':
        if (node.expressions.length === 0) spell(sourceCode.getFirstToken(node), quoted(node.quasis[0]?.value.cooked ?? ''))
        break
      case 'MemberExpression':
        spellMember(node)
        break
      case 'CallExpression':
        if (node.optional) spell(sourceCode.getTokenAfter(node.callee, isChaining), '')
        break
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
        leave(sourceCode.getTokenAfter(node.expression, isAsserting), node)
        break
      default:
    }
    return true
  })
  return spellings

  function spell(token: TSESTree.Token | null, text: string): void {
    // Outer nodes come first, and know better: a text that names a member is no text.
    if (token && !spellings.has(token.range[0])) spellings.set(token.range[0], text)
  }

  function spellMember(node: TSESTree.MemberExpression): void {
    if (!node.computed && !node.optional) return
    const mark = sourceCode.getTokenAfter(node.object, isAccess)
    const name = memberName(node)
    if (node.computed && name !== undefined && /^[A-Za-z_$][\w$]*$/.test(name)) {
      spell(mark, `.${name}`)
      leave(mark, node)
    } else if (mark && node.optional) {
      spell(mark, node.computed ? '' : '.')
    }
  }

  /** Leaves out what stands in a node from a token on. */
  function leave(from: TSESTree.Token | null, { range }: Node): void {
    for (let token = from; token && token.range[1] <= range[1]; token = sourceCode.getTokenAfter(token)) spell(token, '')
  }

  function leaveParentheses(node: Node): void {
    const { parent } = node
    // Parentheses around a chain are those of the node that holds it.
    if (!parent || parent.type === 'ChainExpression' || (isFunction(parent) && parent.body !== node)) return
    parenthesesAround(node, sourceCode).forEach((pair, index) => {
      const isNeeded = index === 0 && !SINGLE.has(unwrap(node).type)
      if (!isNeeded) pair.forEach((token) => spell(token, ''))
    })
  }
}

/** What needs no parentheses wherever it stands. */
const SINGLE: ReadonlySet<string> = new Set(['Identifier', 'Literal', 'MemberExpression', 'CallExpression', 'TemplateLiteral', 'ThisExpression', 'ArrayExpression'])

function isChaining({ value }: TSESTree.Token): boolean {
  return value === '?.'
}

function isAccess({ value }: TSESTree.Token): boolean {
  return value === '.' || value === '?.' || value === '['
}

function isAsserting({ value }: TSESTree.Token): boolean {
  return value !== ')'
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", '"')}'`
}
