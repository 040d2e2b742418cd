import type { TSESTree } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { lastName } from '../ast/last-name.js'
import { unwrap, wrapped, type Node } from '../ast/nodes.js'
import { staticValue } from '../ast/static-value.js'
import type { FileContext } from './file-context.js'
import { isImitation } from './imitations.js'
import type { Match } from './match.js'

/** The texts that a use of a library gives to the header `Set-Cookie` of an answer, or to a page's cookies. */
export function headerTexts(context: FileContext, match: Match): readonly Node[] {
  const { bindings, options, sourceCode } = context
  const { header, headers, text, value } = match.pattern.roles
  return isOfRequest(match.node, context) || isPlayed() ? [] : texts()

  /** What is no handler's may be a part of a test. */
  function isPlayed(): boolean {
    return match.handed === undefined && match.pattern.emits === 'headerWritten' && isImitation(match.node, context)
  }

  function texts(): readonly Node[] {
    const whole = match.argument(text)
    if (whole) return eachText(whole)
    const node = match.argument(value)
    if (node && header !== undefined) {
      const name = match.text(header)
      return name.state === 'known' && isSetCookie(name.value) ? eachText(node) : []
    }
    const given = match.argument(headers)
    const pairs = given && listAt(given)
    return pairs ? pairs.elements.flatMap(textsOfPair) : textsOfObject(given)
  }

  function textsOfObject(headers: Node | undefined): readonly Node[] {
    const read = options.read(headers)
    return read.names.seen.filter(isSetCookie).flatMap((seen) => (read.expressions(seen) ?? []).flatMap(eachText))
  }

  /** `['Set-Cookie', text]` */
  function textsOfPair(pair: Node | null): readonly Node[] {
    const [name, value] = pair?.type === 'ArrayExpression' ? pair.elements : []
    return name && value && isSetCookie(textOf(name)) ? eachText(value) : []
  }

  /** The texts of a list, also when a constant holds it and nothing adds to it; a text may stand in an object of its own. */
  function eachText(node: Node): readonly Node[] {
    const list = listAt(node)
    if (list) return list.elements.flatMap((element) => (element && element.type !== 'SpreadElement' ? eachText(element) : []))
    const value = unwrap(node)
    return isObject(value) ? (options.read(value).expressions('value') ?? []).flatMap(eachText) : [value]
  }

  /** `{ key: 'Set-Cookie', value: text }`, also in a constant. */
  function isObject(node: Node): boolean {
    const variable = node.type === 'Identifier' ? bindings.variable(node) : undefined
    const held = variable ? bindings.value(variable) : node
    return held !== undefined && unwrap(held).type === 'ObjectExpression'
  }

  function listAt(node: Node): TSESTree.ArrayExpression | undefined {
    const value = unwrap(node)
    if (value.type !== 'Identifier') return value.type === 'ArrayExpression' ? value : undefined
    const variable = bindings.variable(value)
    const held = variable && bindings.value(variable)
    const isUntouched = variable?.references.filter((reference) => !reference.isWrite()).length === 1
    return held?.type === 'ArrayExpression' && isUntouched ? held : undefined
  }

  function textOf(node: Node): unknown {
    return staticValue(node, sourceCode, bindings)?.value
  }
}

function isSetCookie(name: unknown): boolean {
  return typeof name === 'string' && name.toLowerCase() === 'set-cookie'
}

/** Whether headers go out with a request, where nobody takes a cookie from them: `request.headers.set(…)`, `fetch(url, { headers })`. */
function isOfRequest(node: Node, { bindings }: FileContext): boolean {
  const receiver = receiverOf(node)
  if (isRequest(receiver)) return true
  const { parent } = wrapped(node)
  const name = parent?.type === 'VariableDeclarator' ? parent.id : receiver
  const uses = name?.type === 'Identifier' ? (bindings.variable(name)?.references ?? []) : []
  return isGivenToClient(node) || uses.some(({ identifier }) => isGivenToClient(identifier))
}

/** What a method is called on, or an assignment changes. */
function receiverOf(node: Node): Node | undefined {
  const target = node.type === 'CallExpression' ? node.callee : node.type === 'AssignmentExpression' ? node.left : undefined
  const member = target && unwrap(target)
  return member?.type === 'MemberExpression' ? unwrap(member.object) : undefined
}

/** `request`, `request.headers`, `request.headers['set-cookie']` */
function isRequest(receiver: Node | undefined): boolean {
  if (receiver?.type !== 'MemberExpression') return receiver !== undefined && REQUEST.test(lastName(receiver) ?? '')
  return !ANSWER.test(memberName(receiver) ?? '') && isRequest(unwrap(receiver.object))
}

const REQUEST = /^(?:req|request|options|config)$/i
const ANSWER = /^(?:res|response|reply)$/i

function isGivenToClient(node: Node): boolean {
  for (let at = wrapped(node); at.parent; at = wrapped(at.parent)) {
    const { parent }: Node = at
    if (parent.type === 'CallExpression' || parent.type === 'NewExpression') {
      return /^(?:fetch|request)$/i.test(lastName(parent.callee) ?? '')
    }
    if (!IN_OPTIONS.has(parent.type)) return false
  }
  return false
}

const IN_OPTIONS = new Set(['ConditionalExpression', 'LogicalExpression', 'ObjectExpression', 'Property', 'SpreadElement'])
