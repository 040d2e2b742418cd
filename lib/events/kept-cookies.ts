import type { TSESTree } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { lastName } from '../ast/last-name.js'
import { isFunction, isInside, unwrap, type FunctionNode, type Node } from '../ast/nodes.js'
import { plainText } from '../ast/plain-text.js'
import { walk } from '../ast/walk.js'
import { nameOf } from './cookie-contract.js'
import type { SessionConfigured, SessionDestroyed } from './events.js'
import type { SessionFile } from './file.js'
import { namesLogout, wordsOf } from './names.js'

/** A cookie that the browser keeps although its session has ended. */
export interface KeptCookie {
  readonly name: string
  /** What its deletion must say, where that is not the usual. */
  readonly path: string | undefined
  readonly domain: string | undefined
  readonly isSecure: boolean
}

/** The cookie that a logout leaves in the browser, where this file shows the logout, the cookie, and that nothing deletes it. */
export function cookieKept(file: SessionFile, event: SessionDestroyed): KeptCookie | undefined {
  const { facts, handler } = { facts: event.framework.session, handler: event.handler }
  if (!facts?.keepsCookie || !handler || !file.handlers.isHandler(handler) || !isEnd(event, facts.end?.code) || !file.isLogout(event.node)) return undefined
  const [session, another] = file.of('sessionConfigured').filter(({ framework }) => framework === event.framework)
  const cookie = session && !another ? cookieOf(session) : undefined
  return cookie && !mayDelete(file, handler, cookie.name) ? cookie : undefined
}

/** Whether an event is the library's own call: what a helper does may be more. */
function isEnd({ node }: SessionDestroyed, code: string | undefined): boolean {
  const callee = node.type === 'CallExpression' ? unwrap(node.callee) : undefined
  return callee?.type === 'MemberExpression' && memberName(callee) === code?.split('.').at(-1)
}

function cookieOf(session: SessionConfigured): KeptCookie | undefined {
  const name = nameOf(session)
  const path = session.cookie.attribute('path')
  const domain = session.cookie.attribute('domain')
  if (name === undefined || path.state === 'unknown' || domain.state === 'unknown') return undefined
  return {
    name,
    path: path.state === 'known' && typeof path.value === 'string' && path.value !== '/' ? path.value : undefined,
    domain: domain.state === 'known' && typeof domain.value === 'string' ? domain.value : undefined,
    isSecure: /^__(?:host|secure)-/i.test(name),
  }
}

/** Whether a handler deletes or writes the cookie, or gives somebody else the means to. */
function mayDelete(file: SessionFile, handler: FunctionNode, name: string): boolean {
  const { context, handlers, purposes } = file
  const { bindings, sourceCode } = context
  const isIts = (other: string | undefined) => other === undefined || other === name
  if ([...file.of('cookieCleared'), ...file.of('cookieWritten')].some((event) => isInside(event.node, handler) && isIts(nameOf(event)))) return true
  if (purposes.registeredWith(handler).middlewares.some((middleware) => namesLogout(middleware) || /\b(?:clear|delete|remove|cookies?)\b/.test(wordsOf(middleware)))) return true
  if (/clear-site-data|set-cookie/i.test(plainText(handler, sourceCode))) return true
  let isHanded = false
  walk(handler.body, sourceCode.visitorKeys, (node) => {
    if (node.type === 'CallExpression') isHanded ||= isNext(node) || node.arguments.some(isResponse)
    return !isHanded
  })
  return isHanded

  /** `next()`, which lets others go on; `next(error)` gives up. */
  function isNext({ arguments: given, callee }: TSESTree.CallExpression): boolean {
    return (objectOf(callee) === 'next' && given.length === 0) || given.some((argument) => objectOf(argument) === 'next')
  }

  function isResponse(argument: Node): boolean {
    const object = objectOf(argument)
    return object === 'response' || object === 'request' || object === 'context'
  }

  /** The object of the handler that an expression is, as a whole. */
  function objectOf(node: Node): string | undefined {
    if (isFunction(node)) return undefined
    const path = lastName(node) === undefined ? undefined : bindings.resolve(node)
    const handed = path && handlers.objectOf(path)
    return handed?.steps.length === 0 ? handed.object : undefined
  }
}
