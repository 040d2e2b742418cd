import type { TSESTree } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { returnedBy } from '../ast/flow.js'
import { groupBy } from '../ast/group-by.js'
import { lastName } from '../ast/last-name.js'
import { nodesOf } from '../ast/nodes-of.js'
import { unwrap, wrapped, type Node } from '../ast/nodes.js'
import { plainText } from '../ast/plain-text.js'
import { staticValue } from '../ast/static-value.js'
import { textAt } from '../ast/text-at.js'
import type { CookieCleared, CookieWritten, SessionEvent } from './events.js'
import type { FileContext } from './file-context.js'

/** A cookie, by the text of its name or by the expression for it. */
export type NamedCookie = Pick<CookieCleared | CookieWritten, 'name' | 'nameNode'>

/** Tells where the value that came with a request is read from a cookie. */
export interface CookieReads {
  isSame(a: NamedCookie, b: NamedCookie): boolean
  /** `req.cookies.sid`, `ctx.cookies.get('sid')`, `getCookie(c, 'sid')`, `sessionIdOf(req)`; with what gives it a default. */
  isRead(node: Node, cookie: NamedCookie): boolean
  /** Where the file reads a cookie; of places that look the same, the first few. */
  readsOf(cookie: NamedCookie): readonly Node[]
}

const MOST_ALIKE = 4

/** For names that stand in a variable; no source has this character. */
const ANY_NAME = '\uFFFF'

const COOKIE = /cookie/i

/** How functions are called that write cookies, wherever they come from. */
const WRITING = /^(?:set|save|write|store|put|add|append|send|issue|create|make|attach|reset|refresh|renew|update|delete|clear|remove|destroy|drop|expire|unset|serialize)/

/** What one server calls the cookies of a request. */
const STATE = /^req(?:uest)?\.state$/

/** What writes a cookie is no read of it, although it may look like one: `res.cookie('sid', id)`. */
export function createCookieReads({ bindings, sourceCode }: FileContext, events: readonly SessionEvent[]): CookieReads {
  const writtenNames = new Set(events.map((event) => (event.type === 'cookieWritten' ? event.nameNode : undefined)))
  const known = new Map<string | undefined, readonly Node[]>()
  let candidates: ReadonlyMap<string | undefined, readonly Node[]> | undefined

  return { isSame: (a, b) => isSameCookie(a, b, sourceCode), isRead, readsOf }

  function readsOf(cookie: NamedCookie): readonly Node[] {
    const key = textOf(cookie) ?? (cookie.nameNode && `${ANY_NAME}${plainText(cookie.nameNode, sourceCode)}`)
    const reads = known.get(key) ?? findReads(cookie)
    known.set(key, reads)
    return reads
  }

  function findReads(cookie: NamedCookie): readonly Node[] {
    candidates ??= readCandidates()
    const alike = new Map<string, Node[]>()
    for (const node of [...(candidates.get(textOf(cookie)) ?? []), ...(candidates.get(ANY_NAME) ?? [])]) {
      if (!isRead(node, cookie)) continue
      const whole = wholeRead(node, cookie)
      const text = plainText(whole, sourceCode)
      const found = alike.get(text) ?? []
      if (found.length < MOST_ALIKE) alike.set(text, [...found, whole])
    }
    return [...alike.values()].flat()
  }

  /** Everything that may read some cookie, by the name of the cookie where it is a name or a text. */
  function readCandidates(): ReadonlyMap<string | undefined, readonly Node[]> {
    return groupBy<string | undefined, Node>(nodesOf(sourceCode, 'MemberExpression', 'CallExpression'), nameRead)
  }

  function nameRead(node: Node): string | undefined {
    if (node.type === 'MemberExpression') return memberName(node) ?? ANY_NAME
    if (node.type !== 'CallExpression') return undefined
    const [text] = node.arguments.flatMap((argument) => textAt(argument) ?? [])
    return text ?? ANY_NAME
  }

  /** A read with what gives it a default, and what waits for it. */
  function wholeRead(node: Node, cookie: NamedCookie): Node {
    const { parent } = wrapped(node)
    return parent && isRead(parent, cookie) ? wholeRead(parent, cookie) : node
  }

  function isRead(wrappedNode: Node, cookie: NamedCookie): boolean {
    const node = unwrap(wrappedNode)
    switch (node.type) {
      case 'LogicalExpression':
        return node.operator !== '&&' && isRead(node.left, cookie) && isEmpty(node.right)
      case 'AwaitExpression':
        return isRead(node.argument, cookie)
      case 'MemberExpression':
        return isMemberRead(node.object, node.property, node.computed, memberName(node), cookie)
      case 'CallExpression': {
        const callee = unwrap(node.callee)
        const name = lastName(callee) ?? ''
        const isGetter = callee.type === 'MemberExpression' && /^get\w*$/.test(name) && COOKIE.test(nameOfJar(callee.object))
        if (isGetter || COOKIE.test(name)) return !WRITING.test(name) && node.arguments.some((argument) => isName(argument, cookie))
        return isReadByHelper(node, cookie)
      }
      default:
        return false
    }
  }

  function isMemberRead(object: Node, property: Node, isComputed: boolean, name: string | undefined, cookie: NamedCookie): boolean {
    // `cookies().get('sid')?.value`
    if (name === 'value' && isRead(object, cookie)) return true
    if (!COOKIE.test(nameOfJar(object)) && !STATE.test(plainText(object, sourceCode))) return false
    return name === undefined ? isComputed && isName(property, cookie) : name === textOf(cookie)
  }

  /** What says that an object holds cookies: `cookies` of `req.cookies`, and what makes it, also through a variable. */
  function nameOfJar(object: Node): string {
    const jar = unwrap(object)
    switch (jar.type) {
      case 'Identifier': {
        const variable = bindings.variable(jar)
        const held = variable && bindings.value(variable)
        return `${jar.name} ${held ? nameOfMaker(held) : ''}`
      }
      case 'CallExpression':
      case 'AwaitExpression':
        return nameOfMaker(jar)
      default:
        return lastName(jar) ?? ''
    }
  }

  /** `cookies` of `await cookies()`; a parser is told by what it parses: `parse(request.headers.cookie)`. */
  function nameOfMaker(node: Node): string {
    const made = unwrap(node)
    if (made.type === 'AwaitExpression') return nameOfMaker(made.argument)
    if (made.type !== 'CallExpression') return ''
    return plainText(lastName(made.callee) === 'parse' ? made : made.callee, sourceCode)
  }

  /** A function of this file that finds the cookie in what it is given. */
  function isReadByHelper(call: TSESTree.CallExpression, cookie: NamedCookie): boolean {
    const callable = bindings.function(call.callee)
    const name = textOf(cookie)
    if (!callable || callable.async || name === undefined) return false
    const text = plainText(callable, sourceCode)
    const returned = returnedBy(callable, sourceCode.visitorKeys)
    return COOKIE.test(text) && new RegExp(`(?<![\\w-])${escaped(name)}(?![\\w-])`).test(text) && returned.some((value) => value !== undefined)
  }

  function isName(node: Node, cookie: NamedCookie): boolean {
    if (writtenNames.has(node)) return false
    const text = staticValue(node, sourceCode, bindings)?.value
    const wanted = textOf(cookie)
    if (typeof text === 'string') return text === wanted
    return wanted === undefined && cookie.nameNode !== undefined && plainText(node, sourceCode) === plainText(cookie.nameNode, sourceCode)
  }

  function isEmpty(node: Node): boolean {
    const found = staticValue(node, sourceCode, bindings)
    return found !== undefined && !found.value
  }
}

/** Whether two cookies have the same name, as far as it shows. */
export function isSameCookie(a: NamedCookie, b: NamedCookie, sourceCode: FileContext['sourceCode']): boolean {
  if (a.name.state === 'known' || b.name.state === 'known') return textOf(a) !== undefined && textOf(a) === textOf(b)
  return a.nameNode !== undefined && b.nameNode !== undefined && plainText(a.nameNode, sourceCode) === plainText(b.nameNode, sourceCode)
}

function textOf({ name }: NamedCookie): string | undefined {
  return name.state === 'known' ? name.value : undefined
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
