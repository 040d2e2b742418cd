import type { TSESTree } from '@typescript-eslint/utils'
import { callsNamed } from '../ast/calls-named.js'
import { lastName } from '../ast/last-name.js'
import { unwrap, type Node } from '../ast/nodes.js'
import { plainText } from '../ast/plain-text.js'
import { timesWritten } from '../ast/times-written.js'
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

/** Tells whether a record may end by itself, so that a copy of the cookie is worth nothing then. */
export function createRecordExpiry({ bindings, options, sourceCode }: FileContext): (record: SessionRecord) => boolean {
  const known = new Map<SessionRecord, boolean>()
  let timers: readonly TSESTree.CallExpression[] | undefined

  return (record) => {
    const answer = known.get(record) ?? mayEnd(record)
    known.set(record, answer)
    return answer
  }

  /** The store is told an end, the record holds one, or the program takes out what is old. */
  function mayEnd({ contents, name, parts, store }: SessionRecord): boolean {
    if (parts.has('end') || contents.some(mayHoldEnd) || store.endings?.some(isCalled) === true) return true
    if (store.made === undefined) return OF_SCHEMA.test(sourceCode.text)
    const [named] = parts.get('store') ?? []
    return isNoPlainStore(named, store.made) || isCleanedUp(name)
  }

  function mayHoldEnd(content: Node): boolean {
    const value = held(content)
    if (value.type === 'NewExpression') return isOfSession(value.callee)
    const { complete, seen } = options.read(value).names
    // What a function or a class makes of a session may hold anything; a user's name holds no end.
    if (value.type === 'CallExpression' && !complete && isOfSession(value)) return true
    return (value.type !== 'CallExpression' && EXPIRY.test(plainText(value, sourceCode))) || seen.some((name) => EXPIRY.test(name) || isTimeAskedFor(name))
  }

  function held(node: Node): Node {
    const value = unwrap(node)
    const variable = value.type === 'Identifier' ? bindings.variable(value) : undefined
    const inside = variable && bindings.value(variable)
    return inside ? unwrap(inside) : value
  }

  /** `createdAt: Date.now()`, where the file has another use for `createdAt`. */
  function isTimeAskedFor(name: string): boolean {
    return TIME.test(wordsOf(name)) && timesWritten(name, sourceCode) > 1
  }

  /** `redis.expire(key, 3600)` */
  function isCalled(method: string): boolean {
    return callsNamed(sourceCode, (name) => name === method).some(({ callee }) => unwrap(callee).type === 'MemberExpression')
  }

  /** A store that is made in another way may drop what is old: a cache, a map with a lifetime. */
  function isNoPlainStore(store: Node | undefined, made: readonly string[]): boolean {
    const value = store && held(store)
    return value?.type === 'NewExpression' && !made.includes(`new ${lastName(value.callee) ?? ''}`)
  }

  /** `setTimeout(() => sessions.delete(id), HOUR)`, `setInterval(dropOldSessions, MINUTE)` */
  function isCleanedUp(name: string): boolean {
    timers ??= callsNamed(sourceCode, (name) => TIMERS.test(name))
    return timers.some(({ arguments: [work] }) => {
      const callable = work && bindings.function(work)
      return callable !== undefined && plainText(callable, sourceCode).includes(name)
    })
  }
}

function isOfSession(maker: Node): boolean {
  return /\b(?:session|record|entry)\b/.test(wordsOf(lastName(maker) ?? ''))
}
