import type { TSESTree } from '@typescript-eslint/utils'
import { memberName, propertyName } from '../ast/bindings.js'
import { lastName } from '../ast/last-name.js'
import { namesInChain } from '../ast/names-in-chain.js'
import { isFunction, unwrap, wrapped, type Node } from '../ast/nodes.js'
import { onDemand } from '../ast/on-demand.js'
import { usesOf, type Variable } from '../ast/variables.js'
import type { SessionEvent } from './events.js'
import type { FileContext } from './file-context.js'
import type { HandMadeStores, SessionRecord } from './hand-made-stores.js'
import { wordsOf } from './names.js'
import { isRecordId } from './record-names.js'

/** Where a value ends: in a signed token, where the server keeps things, as the result of a function, or where nobody knows. */
type End = 'claim' | 'kept' | 'returned' | 'unknown'

const LONGEST_WAY = 10

/**
 * Tells whether only signed tokens say what is made in a place: nobody sends that by itself, so it may be guessed.
 * The server may keep it, too, for records that are found by what a token says.
 */
export function createSignedClaims({ bindings }: FileContext, events: readonly SessionEvent[], stores: HandMadeStores): (node: Node) => boolean {
  const signed = events.flatMap((event) => (event.type === 'jwtSigned' && event.protection !== 'none' ? [event] : []))
  const claims = new Set<Node>(signed.flatMap(({ made, payloads }) => [...made, ...payloads.map(bindings.held)]))
  const endsOfVariables = new Map<Variable, readonly End[]>()
  const records = onDemand(() => new Set(stores.records.map(({ node }) => node)))
  const clients = onDemand(() => stores.records.map(clientOf).filter((names) => names.length > 0))

  return (node) => {
    const ends = claims.size > 0 ? endsOf(node) : []
    return ends.includes('claim') && ends.every((end) => end === 'claim' || end === 'kept')
  }

  /** Where what is made in a place ends; for a name, what it stands for. */
  function endsOf(node: Node): readonly End[] {
    if (node.type === 'VariableDeclarator') return endsOfName(node.id, LONGEST_WAY)
    if (node.type === 'Property') return endsOf(unwrap(node.value))
    const variable = node.type === 'Identifier' ? bindings.variable(node) : undefined
    return variable?.defs[0]?.type === 'Variable' ? endsOfName(node, LONGEST_WAY) : endsFrom(node, LONGEST_WAY)
  }

  function endsOfName(name: Node, way: number): readonly End[] {
    const variable = name.type === 'Identifier' ? bindings.variable(name) : undefined
    return variable && way > 0 ? endsOfVariable(variable, way) : ['unknown']
  }

  /** Remembered, as functions may call each other, and give on what they are given many times. */
  function endsOfVariable(variable: Variable, way: number): readonly End[] {
    const known = endsOfVariables.get(variable)
    if (known) return known
    endsOfVariables.set(variable, [])
    const found = [...new Set(usesOf(variable).flatMap((use) => endsFrom(use, way - 1)))]
    endsOfVariables.set(variable, found)
    return found
  }

  /** Goes out of all that is put together from a value, to what gets it. */
  function endsFrom(node: Node, way: number): readonly End[] {
    if (way <= 0) return ['unknown']
    let at = node
    for (; at.parent && !isFunction(at.parent); at = at.parent) {
      if (claims.has(at)) return ['claim']
      if (records().has(at)) return ['kept', ...endsOfRow(at, way)]
      const ends = endsIn(at.parent, at, way)
      if (ends) return ends
    }
    return [at.parent?.type === 'ArrowFunctionExpression' && at.parent.body === at ? 'returned' : 'unknown']
  }

  /** Where a part ends, unless it goes on with the whole. */
  function endsIn(whole: Node, part: Node, way: number): readonly End[] | undefined {
    switch (whole.type) {
      case 'VariableDeclarator':
        return endsOfName(whole.id, way)
      case 'AssignmentExpression':
        return whole.left === part ? ['kept'] : records().has(whole) ? undefined : endsOfName(whole.left, way)
      case 'CallExpression':
      case 'NewExpression':
        if (isSigned(whole)) return ['claim']
        return records().has(whole) || SPELLINGS.has(lastName(whole.callee) ?? '') ? undefined : endsOfArgument(whole, part, way)
      case 'MemberExpression':
        return [whole.property === part ? 'kept' : 'unknown']
      case 'IfStatement':
      case 'ExpressionStatement':
        return ['kept']
      case 'ReturnStatement':
        return ['returned']
      default:
        return undefined
    }
  }

  /** Whether a call signs a token, or is one of the steps before that: `new SignJWT({}).setJti(id).sign(key)`. */
  function isSigned(call: Node): boolean {
    for (let at: Node | undefined = call; at; at = nextInChain(at)) if (claims.has(at)) return true
    return false
  }

  function endsOfArgument(call: TSESTree.CallExpression | TSESTree.NewExpression, argument: Node, way: number): readonly End[] {
    const parameter = bindings.function(call.callee)?.params[call.arguments.findIndex((given) => given === argument)]
    if (!parameter) return isKeptBy(call) ? ['kept', ...endsOfRow(call, way)] : ['unknown']
    const ends = endsOfName(parameter.type === 'AssignmentPattern' ? parameter.left : parameter, way)
    return ends.flatMap((end) => (end === 'returned' ? endsFrom(call, way - 1) : [end]))
  }

  /** Where the ID ends of what a store gives back: `session.id` of `const session = await prisma.session.create(…)`. */
  function endsOfRow(made: Node, way: number): readonly End[] {
    const whole = wholeOf(made)
    if (whole.parent?.type === 'ExpressionStatement') return []
    return whole.parent?.type === 'VariableDeclarator' ? endsOfHolder(whole.parent.id, way) : ['unknown']
  }

  function endsOfHolder(pattern: Node, way: number): readonly End[] {
    switch (pattern.type) {
      case 'Identifier':
        return usesOf(bindings.variable(pattern)).flatMap((use) => endsOfMember(wrapped(use), way))
      case 'ArrayPattern':
        return pattern.elements.flatMap((element) => (element ? endsOfHolder(element, way) : []))
      case 'ObjectPattern':
        return pattern.properties.flatMap((property): readonly End[] => {
          if (property.type !== 'Property') return ['unknown']
          return isRecordId(propertyName(property) ?? '') ? endsOfName(property.value, way) : []
        })
      default:
        return ['unknown']
    }
  }

  function endsOfMember(row: Node, way: number): readonly End[] {
    const { parent } = row
    const name = parent?.type === 'MemberExpression' && parent.object === row ? memberName(parent) : undefined
    if (!parent || name === undefined) return ['unknown']
    if (isRecordId(name)) return endsFrom(parent, way - 1)
    return parent.parent?.type === 'CallExpression' && name !== 'save' ? ['unknown'] : []
  }

  /** Whether a call keeps what it is given: `redis.sAdd(…)` where `redis` has records, `repository.save(…)`. */
  function isKeptBy({ callee }: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
    const names = namesInChain(callee)
    return clients().some((client) => client.every((name, index) => name === names[index])) || (KEEPING.test(wordsOf(names.at(-1) ?? '')) && !names.some(namesAnswer))
  }
}

/** What a record is put into, by the names that lead to it. */
function clientOf({ parts }: SessionRecord): readonly string[] {
  const [client] = parts.get('client') ?? parts.get('store') ?? parts.get('table') ?? []
  return client ? namesInChain(client) : []
}

/** What makes a text of a value. */
const SPELLINGS: ReadonlySet<string> = new Set(['String', 'stringify', 'toString'])

const KEEPING = /^(?:save|insert|upsert|persist|store)\b/

function namesAnswer(name: string): boolean {
  return /\b(?:cookies?|response|res|reply|headers?|storage)\b/.test(wordsOf(name))
}

/** The call of a method of what a call gives. */
function nextInChain(call: Node): Node | undefined {
  const at = wrapped(call)
  const member = at.parent?.type === 'MemberExpression' && at.parent.object === at ? wrapped(at.parent) : undefined
  return member?.parent?.type === 'CallExpression' && member.parent.callee === member ? member.parent : undefined
}

/** A call with those that follow it, and with others that are waited for together: `await Promise.all([…])`. */
function wholeOf(made: Node): Node {
  for (let at = wrapped(made); ; ) {
    const next = nextInChain(at) ?? (at.parent && isWaiting(at.parent, at) ? at.parent : undefined)
    if (!next) return at
    at = wrapped(next)
  }
}

function isWaiting(whole: Node, part: Node): boolean {
  if (whole.type === 'CallExpression') return whole.callee !== part && TOGETHER.has(lastName(whole.callee) ?? '')
  return whole.type === 'AwaitExpression' || whole.type === 'ArrayExpression'
}

const TOGETHER: ReadonlySet<string> = new Set(['all', 'allSettled', '$transaction'])
