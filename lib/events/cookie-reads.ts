import type { TSESTree } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { returnedBy } from '../ast/flow.js'
import { lastName } from '../ast/last-name.js'
import { unwrap, type Node } from '../ast/nodes.js'
import { staticValue } from '../ast/static-value.js'
import type { CookieCleared, CookieWritten } from './events.js'
import type { FileContext } from './file-context.js'

/** A cookie, by the text of its name or by the expression for it. */
export type NamedCookie = Pick<CookieCleared | CookieWritten, 'name' | 'nameNode'>

/** Tells where the value that came with a request is read from a cookie. */
export interface CookieReads {
  isSame(a: NamedCookie, b: NamedCookie): boolean
  /** `req.cookies.sid`, `ctx.cookies.get('sid')`, `getCookie(c, 'sid')`, `sessionIdOf(req)`; with what gives it a default. */
  isRead(node: Node, cookie: NamedCookie): boolean
}

const COOKIE = /cookie/i

/** What one server calls the cookies of a request. */
const STATE = /^req(?:uest)?\.state$/

export function createCookieReads({ bindings, sourceCode }: FileContext): CookieReads {
  return { isSame, isRead }

  function isSame(a: NamedCookie, b: NamedCookie): boolean {
    if (a.name.state === 'known' || b.name.state === 'known') return textOf(a) !== undefined && textOf(a) === textOf(b)
    return a.nameNode !== undefined && b.nameNode !== undefined && sourceCode.getText(a.nameNode) === sourceCode.getText(b.nameNode)
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
        const isGetter = callee.type === 'MemberExpression' && /^get\w*$/.test(name) && COOKIE.test(lastName(callee.object) ?? '')
        if (isGetter || COOKIE.test(name)) return node.arguments.some((argument) => isName(argument, cookie)) && !/^(?:set|delete|clear|remove)/.test(name)
        return isReadByHelper(node, cookie)
      }
      default:
        return false
    }
  }

  function isMemberRead(object: Node, property: Node, isComputed: boolean, name: string | undefined, cookie: NamedCookie): boolean {
    // `cookies().get('sid')?.value`
    if (name === 'value' && isRead(object, cookie)) return true
    if (!COOKIE.test(nameOfJar(object)) && !STATE.test(sourceCode.getText(object))) return false
    return name === undefined ? isComputed && isName(property, cookie) : name === textOf(cookie)
  }

  /** `cookies` in `req.cookies`, and `parse` of the header in `cookie.parse(req.headers.cookie)`. */
  function nameOfJar(object: Node): string {
    const jar = unwrap(object)
    if (jar.type === 'Identifier') {
      const variable = bindings.variable(jar)
      const held = variable && bindings.value(variable)
      return `${jar.name} ${held && unwrap(held).type === 'CallExpression' ? nameOfJar(held) : ''}`
    }
    return jar.type === 'CallExpression' ? sourceCode.getText(jar) : (lastName(jar) ?? '')
  }

  /** A function of this file that finds the cookie in what it is given. */
  function isReadByHelper(call: TSESTree.CallExpression, cookie: NamedCookie): boolean {
    const callable = bindings.function(call.callee)
    const name = textOf(cookie)
    if (!callable || callable.async || name === undefined) return false
    const text = sourceCode.getText(callable)
    const returned = returnedBy(callable, sourceCode.visitorKeys)
    return COOKIE.test(text) && new RegExp(`(?<![\\w-])${escaped(name)}(?![\\w-])`).test(text) && returned.some((value) => value !== undefined)
  }

  function isName(node: Node, cookie: NamedCookie): boolean {
    const text = staticValue(node, sourceCode, bindings)?.value
    const wanted = textOf(cookie)
    if (typeof text === 'string') return text === wanted
    return wanted === undefined && cookie.nameNode !== undefined && sourceCode.getText(node) === sourceCode.getText(cookie.nameNode)
  }

  function textOf({ name }: NamedCookie): string | undefined {
    return name.state === 'known' ? name.value : undefined
  }

  function isEmpty(node: Node): boolean {
    const found = staticValue(node, sourceCode, bindings)
    return found !== undefined && !found.value
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
