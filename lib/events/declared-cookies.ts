import { madeBy } from '../ast/made-by.js'
import { unwrap, type Node } from '../ast/nodes.js'
import { ABSENT, UNKNOWN, type Setting } from '../ast/setting.js'
import type { Attribute } from '../frameworks/framework.js'
import { isSameCookie, type NamedCookie } from './cookie-reads.js'
import type { FileContext } from './file-context.js'
import type { Match } from './match.js'

/**
 * Cookies that are declared, and written somewhere else: as objects (`createCookie(name, options)` and
 * `cookie.serialize(value, options)`), or by name (`server.state(name, options)` and `h.state(name, value)`).
 */
export interface DeclaredCookies {
  /** The declaration of the cookie that a use writes. */
  declarationOf(write: Match): Match | undefined
  /** What the uses of a declared cookie say about an attribute that its declaration leaves out. */
  saidWhereWritten(declaration: Match, attribute: Attribute, isDeletion: (write: Match) => boolean): Setting<unknown>
  /** Whether a declared cookie is given to a session library as the one that carries its sessions. */
  isOfSession(declaration: Match): boolean
}

const LIFETIMES: readonly Attribute[] = ['maxAge', 'expires']

export function createDeclaredCookies({ bindings, sourceCode }: FileContext, matches: readonly Match[]): DeclaredCookies {
  const declarations = new Map<Node, Match>(matches.flatMap((match) => (match.pattern.emits === 'cookieDeclared' ? [[match.node, match] as const] : [])))
  const nodes = new Set(declarations.keys())

  return { declarationOf, saidWhereWritten, isOfSession }

  function declarationOf({ node }: Match): Match | undefined {
    const start = node.type === 'CallExpression' && nodes.size > 0 ? madeBy(node.callee, nodes, bindings) : undefined
    return start && declarations.get(start)
  }

  function saidWhereWritten(declaration: Match, attribute: Attribute, isDeletion: (write: Match) => boolean): Setting<unknown> {
    const { cookie: facts, name, signatures } = declaration.pattern.framework
    const writes = matches.filter(({ pattern }) => pattern.emits === 'cookieWritten' && pattern.framework.name === name)
    const own = writes.filter((write) => (declarationOf(write) === declaration || isOfSameName(write, declaration)) && !isDeletion(write))
    // How long a cookie lives is often said only where it is written: perhaps in another file.
    const isWrittenApart = signatures.some(({ roles }) => roles.emits === 'cookieWritten')
    if (own.length === 0 && isWrittenApart && LIFETIMES.includes(attribute)) return UNKNOWN
    const key = facts?.keys?.[attribute] ?? attribute
    const isSaid = own.some(({ options, pattern }) => options(pattern.roles.cookie).options.get(key).state !== 'absent')
    return isSaid ? UNKNOWN : ABSENT
  }

  /** `h.state('sid', id)` writes what `server.state('sid', options)` declares. */
  function isOfSameName(write: Match, declaration: Match): boolean {
    return isSameCookie(nameIn(write), nameIn(declaration), sourceCode)
  }

  function isOfSession(declaration: Match): boolean {
    return matches.some(({ argument, pattern }) => {
      const given = pattern.emits === 'sessionConfigured' ? argument(pattern.roles.cookie) : undefined
      return given !== undefined && madeBy(unwrap(given), nodes, bindings) === declaration.node
    })
  }
}

function nameIn({ argument, pattern: { roles }, text }: Match): NamedCookie {
  return { name: text(roles.name), nameNode: argument(roles.name) }
}
