import type { TSESTree } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { lastName } from '../ast/last-name.js'
import { unwrap, type Node } from '../ast/nodes.js'
import type { FileContext } from './file-context.js'
import type { SessionRecord } from './hand-made-stores.js'
import { wordsOf } from './names.js'

/** Words by which a record says when it is over. */
const EXPIRY = /expir|max_?age|\bttl\b|valid_?(?:until|till|to)\b|\bexp\b|deadline|time_?out/i

/** Properties that hold a time, from which somebody may work out how old a record is. */
const TIME = /\b(?:created|issued|started|logged in|login|last|seen|updated|time|timestamp|date|since)\b/

const TIMERS = /^set(?:Timeout|Interval)$/

/** An index or a schema with which a database deletes what is old. */
const OF_SCHEMA = /\bexpireAfterSeconds\b|\bexpires\s*:\s*(?:['"\d]|[A-Z_]{2})/

/**
 * Whether a record may end by itself, so that a copy of the cookie is worth nothing then: the store is told an end,
 * the record holds one, or the program takes out what is old.
 */
export function mayEnd(record: SessionRecord, { bindings, sourceCode }: FileContext, calls: readonly TSESTree.CallExpression[]): boolean {
  const { contents, parts, store } = record
  if (parts.has('end') || contents.some(mayHoldEnd) || calls.some(endsLater)) return true
  if (store.made === undefined) return OF_SCHEMA.test(sourceCode.text)
  return isMadeElsewhere() || calls.some(isCleanUp)

  function mayHoldEnd(content: Node): boolean {
    const value = held(content)
    // What a function or a class makes of a session may hold anything; a user's name holds no end.
    if (value.type === 'CallExpression' || value.type === 'NewExpression') return /\b(?:session|record|entry)\b/.test(wordsOf(lastName(value.type === 'NewExpression' ? value.callee : value) ?? ''))
    if (EXPIRY.test(sourceCode.getText(value))) return true
    return value.type === 'ObjectExpression' && value.properties.some((property) => isTimeAskedFor(property))
  }

  function held(node: Node): Node {
    const value = unwrap(node)
    const variable = value.type === 'Identifier' ? bindings.variable(value) : undefined
    const inside = variable && bindings.value(variable)
    return inside ? unwrap(inside) : value
  }

  /** `createdAt: Date.now()`, where the file has another use for `createdAt`. */
  function isTimeAskedFor(property: TSESTree.ObjectLiteralElement): boolean {
    if (property.type !== 'Property' || property.key.type !== 'Identifier' || !TIME.test(wordsOf(property.key.name))) return false
    return sourceCode.text.split(new RegExp(`\\b${property.key.name}\\b`)).length > 2
  }

  /** `redis.expire(key, 3600)` */
  function endsLater({ arguments: [key], callee }: TSESTree.CallExpression): boolean {
    return callee.type === 'MemberExpression' && key !== undefined && store.endings?.includes(memberName(callee) ?? '') === true
  }

  /** A store that is no plain one may drop what is old: a cache, a map with a lifetime. */
  function isMadeElsewhere(): boolean {
    const [named] = parts.get('store') ?? []
    const value = named && held(named)
    if (value?.type !== 'NewExpression') return false
    return store.made?.includes(`new ${lastName(value.callee) ?? ''}`) !== true
  }

  /** `setTimeout(() => sessions.delete(id), HOUR)`, `setInterval(dropOldSessions, MINUTE)` */
  function isCleanUp(call: TSESTree.CallExpression): boolean {
    if (!TIMERS.test(lastName(call.callee) ?? '')) return false
    const [work] = call.arguments
    const callable = work && bindings.function(work)
    return callable !== undefined && sourceCode.getText(callable).includes(record.name)
  }
}
