import type { TSESTree } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { lastName } from '../ast/last-name.js'
import { unwrap, type Node } from '../ast/nodes.js'
import { possibleValues } from '../ast/static-value.js'
import type { FileContext } from './file-context.js'
import { wordsOf } from './names.js'

/** What is known of the value of a cookie. */
export interface CookieValue {
  /** The expression for it; none where it is written out in a header. */
  readonly node: Node | undefined
  /** All values that it can have, where the source decides them. */
  readonly written?: readonly unknown[] | undefined
  /** Whether it is a time to come: `Date.now() + HOUR`. */
  readonly isTime?: boolean
}

/** Reads what the source says about the value of a cookie. */
export function cookieValue(node: Node, { bindings, instantOf, sourceCode }: Pick<FileContext, 'bindings' | 'instantOf' | 'sourceCode'>): CookieValue {
  const { complete, values } = possibleValues(node, sourceCode, bindings)
  return {
    node,
    written: complete ? values : undefined,
    get isTime() {
      const instant = complete ? undefined : instantOf(spelled(node))
      return instant?.from === 'now' && (instant.milliseconds ?? 0) > 0
    },
  }
}

/** Whether a text says that there is no session any more: `'none'`, `'loggedout'`. */
export function namesEnd(text: string): boolean {
  return /^(?:none|null|nil|undefined|empty|invalid|(?:logged|log|signed|sign) ?(?:out|off)|(?:delet|remov|clear|expir|invalidat|revok|destroy)(?:ed?)?)$/.test(wordsOf(text))
}

/** `value` in `String(value)`, in `encodeURIComponent(value)` and in a template that has nothing else. */
export function spelled(node: Node): Node {
  const expression = unwrap(node)
  if (expression.type === 'TemplateLiteral') {
    const [inserted, another] = expression.expressions
    return inserted && !another && expression.quasis.every(({ value }) => value.raw === '') ? spelled(inserted) : expression
  }
  const inside = expression.type === 'CallExpression' ? spelledBy(expression) : undefined
  return inside ? spelled(inside) : expression
}

/** The names of a value, with those of what it is a member of: `tokens.refresh.token`. */
export function nameOfValue(node: Node): string {
  const names: string[] = []
  let at = spelled(node)
  while (names.length < MOST_NAMES && (at.type === 'MemberExpression' || at.type === 'CallExpression' || at.type === 'AwaitExpression')) {
    if (at.type === 'MemberExpression') names.unshift(memberName(at) ?? '')
    at = unwrap(at.type === 'MemberExpression' ? at.object : at.type === 'CallExpression' ? at.callee : at.argument)
  }
  return (at.type === 'Identifier' ? [at.name, ...names] : names).join('.')
}

const MOST_NAMES = 4

/** What a call only writes in another way: `value` in `JSON.stringify(value)` and `value.toString()`. */
export function spelledBy({ arguments: [argument], callee }: TSESTree.CallExpression): Node | undefined {
  const name = lastName(callee) ?? ''
  if (name === 'toString') return callee.type === 'MemberExpression' ? callee.object : undefined
  return /^(?:encodeURIComponent|encodeURI|escape|String|stringify)$/.test(name) && argument?.type !== 'SpreadElement' ? argument : undefined
}
