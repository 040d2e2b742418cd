import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { memberName, type Bindings } from './bindings.js'
import { constantMember } from './constant-member.js'
import { returnedBy } from './flow.js'
import { lastName } from './last-name.js'
import { isFunction, unwrap, type FunctionNode, type Node } from './nodes.js'
import { plainText } from './plain-text.js'
import { staticValue } from './static-value.js'
import { textAt } from './text-at.js'

type SourceCode = Readonly<TSESLint.SourceCode>

/** A text in the source that an expression may come to. */
export interface WrittenText {
  readonly text: string
  /** The expression that says it. */
  readonly node: Node
  /** What is taken before it, where it only steps in: `process.env.SECRET` in `process.env.SECRET || 'text'`. */
  readonly stepsInFor: Node | undefined
  /** The list of which it is one. */
  readonly list: TSESTree.ArrayExpression | undefined
}

interface Reading {
  readonly depth: number
  readonly stepsInFor: Node | undefined
  readonly list: TSESTree.ArrayExpression | undefined
  /** The functions whose results are being read; one that calls itself says nothing. */
  readonly called: readonly FunctionNode[]
}

const DEEPEST = 12

/** Functions that give what they are given first, in another form: bytes, a key, a list of keys. */
const FORMS = new Set([
  'String', 'atob', 'Buffer', 'Uint8Array', 'createSecretKey', 'createPrivateKey', 'importPKCS8', 'scryptSync', 'pbkdf2Sync', 'hkdfSync', 'Keygrip', 'KeyGrip',
])

/** The same for methods that may be anybody's, by what they are called on. */
const FORMS_OF = new Map([
  ['from', /^(?:Buffer|Uint8Array|Array)$/],
  ['encode', /encoder$|base64|hex/i],
  ['decode', /base64|hex/i],
])

/** Methods that give the text that they are called on, in another form. */
const METHODS = new Set(['split', 'trim', 'toString', 'padEnd', 'padStart', 'repeat', 'slice', 'substring', 'concat', 'normalize', 'export'])

/** Functions that read a setting by its name, and take what is given second where there is none. */
const GETTERS = /^(?:get|env|get_?env|get_?config|config|setting|from_?env|env_?or|get_?or_?default|get_?env_?var|env_?var|read_?env|optional)$/i

/**
 * The texts that an expression may come to, as far as they stand in the file: literals, constants, lists, what
 * steps in for a setting that is missing, default values, and all of these as bytes or keys.
 */
export function writtenTexts(node: Node, sourceCode: SourceCode, bindings: Bindings): readonly WrittenText[] {
  return read(node, { depth: DEEPEST, stepsInFor: undefined, list: undefined, called: [] })

  function read(wrapped: Node, reading: Reading): readonly WrittenText[] {
    const expression = unwrap(wrapped)
    if (reading.depth === 0) return []
    const inner = { ...reading, depth: reading.depth - 1 }
    switch (expression.type) {
      case 'Literal':
      case 'TemplateLiteral':
      case 'BinaryExpression':
        return textOf(expression, reading)
      case 'Identifier':
        return readName(expression, inner)
      case 'MemberExpression': {
        const held = constantMember(expression, bindings) ?? (isOfClass(expression) ? bindings.member(expression) : undefined)
        return held ? read(held, inner) : []
      }
      case 'LogicalExpression':
        return readLogical(expression, inner)
      case 'ConditionalExpression':
        return readConditional(expression, inner)
      case 'ArrayExpression':
        return expression.elements.flatMap((element) =>
          element && element.type !== 'SpreadElement' ? read(element, { ...inner, list: expression }) : [],
        )
      case 'AwaitExpression':
        return read(expression.argument, inner)
      case 'AssignmentExpression':
        return expression.operator === '=' ? read(expression.right, inner) : []
      case 'CallExpression':
      case 'NewExpression':
        return readCall(expression, inner)
      default:
        return []
    }
  }

  /** `this.secret`, `Keys.secret` */
  function isOfClass({ object }: TSESTree.MemberExpression): boolean {
    const owner = unwrap(object)
    if (owner.type === 'ThisExpression') return true
    return owner.type === 'Identifier' && bindings.variable(owner)?.defs[0]?.node.type === 'ClassDeclaration'
  }

  function textOf(expression: Node, { list, stepsInFor }: Reading): readonly WrittenText[] {
    const found = staticValue(expression, sourceCode, bindings)
    return typeof found?.value === 'string' ? [{ text: found.value, node: expression, list, stepsInFor }] : []
  }

  function readName(name: TSESTree.Identifier, reading: Reading): readonly WrittenText[] {
    const variable = bindings.variable(name)
    const held = variable && bindings.value(variable)
    if (held) return read(held, reading)
    const [definition] = variable?.defs ?? []
    const fallback = definition && defaultOf(definition.name)
    return fallback ? read(fallback.right, { ...reading, stepsInFor: fallback.left }) : []
  }

  function readLogical({ left, operator, right }: TSESTree.LogicalExpression, reading: Reading): readonly WrittenText[] {
    if (operator === '&&') return []
    const first = read(left, reading)
    // A text that is there whatever happens leaves nothing to what stands behind it.
    if (first.some(({ stepsInFor, text }) => stepsInFor === reading.stepsInFor && text !== '')) return first
    return [...first, ...read(right, { ...reading, stepsInFor: left })]
  }

  function readConditional({ alternate, consequent, test }: TSESTree.ConditionalExpression, reading: Reading): readonly WrittenText[] {
    const [one, other] = [read(consequent, reading), read(alternate, reading)]
    if (one.length > 0 && other.length > 0) return [...one, ...other]
    const asked = plainText(test, sourceCode)
    // `env.SECRET ? env.SECRET : 'text'` is `env.SECRET || 'text'`; of other conditions nobody knows when they hold.
    if (other.length > 0 && asked.includes(plainText(unwrap(consequent), sourceCode))) return other.map((text) => ({ ...text, stepsInFor: consequent }))
    if (one.length > 0 && asked.includes(plainText(unwrap(alternate), sourceCode))) return one.map((text) => ({ ...text, stepsInFor: alternate }))
    return []
  }

  function readCall(call: TSESTree.CallExpression | TSESTree.NewExpression, reading: Reading): readonly WrittenText[] {
    const callable = bindings.function(call.callee)
    if (callable) return readResult(callable, reading)
    const callee = unwrap(call.callee)
    const name = lastName(callee) ?? ''
    const [first, second, third] = call.arguments
    if (callee.type === 'MemberExpression' && METHODS.has(name)) return read(callee.object, reading)
    if (name === 'digest' && callee.type === 'MemberExpression') return readHashed(callee.object, reading)
    if (FORMS.has(name) || isFormOf(callee, name)) return first ? read(first, reading) : []
    const isGetter = second !== undefined && third === undefined && textAt(first) !== undefined && GETTERS.test(name)
    return isGetter ? read(second, { ...reading, stepsInFor: first }) : []
  }

  function readResult(callable: FunctionNode, reading: Reading): readonly WrittenText[] {
    if (callable.generator || reading.called.includes(callable)) return []
    const inside = { ...reading, called: [...reading.called, callable] }
    return returnedBy(callable, sourceCode.visitorKeys).flatMap((value) => (value ? read(value, inside) : []))
  }

  /** `createHash('sha256').update('text').digest()` */
  function readHashed(update: Node, reading: Reading): readonly WrittenText[] {
    const call = unwrap(update)
    if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression' || memberName(call.callee) !== 'update') return []
    const [hashed] = call.arguments
    return hashed ? read(hashed, reading) : []
  }
}

/** `Buffer.from('text')`, `new TextEncoder().encode('text')` */
function isFormOf(callee: Node, name: string): boolean {
  if (callee.type !== 'MemberExpression') return false
  const owner = unwrap(callee.object)
  const named = lastName(owner.type === 'NewExpression' ? owner.callee : owner) ?? ''
  return FORMS_OF.get(name)?.test(named) === true
}

/** `secret = 'text'` among parameters and in patterns. */
function defaultOf(name: Node): TSESTree.AssignmentPattern | undefined {
  const { parent } = name
  if (parent?.type !== 'AssignmentPattern' || parent.left !== name) return undefined
  return isInPattern(parent) ? parent : undefined
}

function isInPattern({ parent }: TSESTree.AssignmentPattern): boolean {
  return isFunction(parent) || parent.type === 'TSParameterProperty' || (parent.type === 'Property' && parent.parent.type === 'ObjectPattern')
}
