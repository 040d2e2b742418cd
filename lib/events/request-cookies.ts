import type { TSESTree } from '@typescript-eslint/utils'
import { memberName, propertyName } from '../ast/bindings.js'
import { usesOfResult } from '../ast/calls-of-result.js'
import { nodesOf } from '../ast/nodes-of.js'
import { wrapped, type Node } from '../ast/nodes.js'
import type { Framework } from '../frameworks/framework.js'
import { frameworks } from '../frameworks/index.js'
import type { Certainty } from './events.js'
import type { FileContext } from './file-context.js'
import type { Handlers } from './handlers.js'
import type { Match } from './match.js'
import { createRequestInput } from './request-input.js'

/** A place that reads a cookie of a request, as whoever sent the request has written it. */
export interface CookieRead {
  readonly node: Node
  readonly name: string
  readonly framework: Framework
  readonly certainty: Certainty
  /** `cookies` in `req.cookies.role`, or in a pattern that takes nothing else out of it. */
  readonly jar: Node | undefined
}

const LIBRARIES = frameworks.filter(({ requestCookies }) => requestCookies)

/** The members that hold all cookies of a request, in any library. */
const JARS: ReadonlySet<string> = new Set(LIBRARIES.flatMap(({ requestCookies }) => requestCookies?.plain ?? []))

/** Whether a name may be that of all cookies of a request. */
function mayBeJar(node: Node): boolean {
  if (node.type === 'Identifier') return JARS.has(node.name)
  return node.type === 'Literal' && typeof node.value === 'string' && JARS.has(node.value) && isMember(node)
}

/** `cookies` in `req.cookies`, and `'cookies'` in `req['cookies']`. */
function isMember(node: Node): boolean {
  const { parent } = node
  return parent?.type === 'MemberExpression' && parent.property === node && parent.computed === (node.type === 'Literal')
}

/** Reads where a file reads cookies that nobody has signed, in the order of the source. */
export function readRequestCookies(context: FileContext, handlers: Handlers, matches: readonly Match[]): CookieRead[] {
  const { bindings, sourceCode } = context
  const jars = nodesOf(sourceCode, 'Identifier', 'Literal').filter(mayBeJar)

  const input = createRequestInput(context, handlers)

  return [...matches.flatMap(byCall), ...matches.flatMap(byParsing), ...jars.flatMap(byMember)]
    .toSorted((a, b) => a.node.range[0] - b.node.range[0])

  /**
   * `getCookie(c, 'role')`, and `ctx.cookies.get('role')`: where keys may sign, signatures are looked at by a reading
   * that is given options alone, unless they say `signed: false`.
   */
  function byCall(match: Match): CookieRead[] {
    const { certainty, node, pattern } = match
    const name = pattern.emits === 'cookieRead' ? match.text(pattern.roles.name) : undefined
    if (name?.state !== 'known') return []
    const given = match.argument(pattern.roles.options)
    const signed = match.options(pattern.roles.options).options.get('signed')
    const mayBeSigned = pattern.framework.cookie?.signed === 'with keys' && given !== undefined && !(signed.state === 'known' && signed.value === false)
    return mayBeSigned ? [] : [{ node, name: name.value, framework: pattern.framework, certainty, jar: undefined }]
  }

  /** `cookie.parse(req.headers.cookie).role`, also through a variable or a pattern. */
  function byParsing({ argument, certainty, node, pattern }: Match): CookieRead[] {
    const text = pattern.emits === 'cookiesRead' ? argument(pattern.roles.text) : undefined
    if (!text || !input.wayOf(text)) return []
    const read = { framework: pattern.framework, certainty, jar: undefined }
    return (usesOfResult(node, bindings) ?? []).flatMap((use) => {
      const { parent } = use
      if (parent?.type === 'VariableDeclarator' && parent.init === use) return namesIn(parent.id).flatMap(({ name, uses }) => uses.map((own) => ({ ...read, node: own, name })))
      const name = parent?.type === 'MemberExpression' && parent.object === use ? memberName(parent) : undefined
      return parent && name !== undefined ? [{ ...read, node: parent, name }] : []
    })
  }

  /** `req.cookies.role`, `const { role } = req.cookies`, `({ cookies: { role } }, res) => …` */
  function byMember(jar: Node): CookieRead[] {
    const { parent } = jar
    if (parent?.type === 'Property' && parent.key === jar && parent.parent.type === 'ObjectPattern') return inPattern(parent.value, jar)
    return ofJar(parent && isMember(jar) ? parent : jar, jar)
  }

  function ofJar(expression: Node, jar: Node): CookieRead[] {
    const owner = ownerOf(expression)
    if (!owner) return []
    const at = wrapped(expression)
    const { parent } = at
    if (parent?.type === 'MemberExpression' && parent.object === at) {
      const name = memberName(parent)
      return name === undefined ? [] : [{ ...owner, node: parent, name, jar }]
    }
    return parent?.type === 'VariableDeclarator' && parent.init === at ? inPattern(parent.id, jar) : []
  }

  /** What a pattern takes out of all cookies: the cookies themselves under another name, or some of them. */
  function inPattern(pattern: Node, jar: Node): CookieRead[] {
    if (pattern.type === 'AssignmentPattern') return inPattern(pattern.left, jar)
    if (pattern.type === 'Identifier') return usesOf(pattern).flatMap((use) => (use === jar ? [] : ofJar(use, jar).map((read) => ({ ...read, jar: undefined }))))
    const own = pattern.type === 'ObjectPattern' && pattern.properties.length === 1 ? jar : undefined
    return namesIn(pattern).flatMap(({ name, uses }) =>
      uses.flatMap((node) => {
        const owner = ownerOf(node, [name])
        return owner ? [{ ...owner, node, name, jar: own }] : []
      }),
    )
  }

  /** The properties that a pattern takes out of an object, and where they are used. */
  function namesIn(pattern: Node): readonly { readonly name: string; readonly uses: readonly Node[] }[] {
    if (pattern.type !== 'ObjectPattern') return []
    return pattern.properties.flatMap((property) => {
      if (property.type !== 'Property') return []
      const name = propertyName(property)
      const target = property.value.type === 'AssignmentPattern' ? property.value.left : property.value
      return name === undefined || target.type !== 'Identifier' ? [] : [{ name, uses: usesOf(target) }]
    })
  }

  /** The library whose cookies an expression stands for, or one of them, by the steps behind. */
  function ownerOf(expression: Node, behind: readonly string[] = []): Pick<CookieRead, 'certainty' | 'framework'> | undefined {
    const path = bindings.resolve(expression)
    const handed = path && handlers.objectOf(path)
    if (!handed) return undefined
    for (const framework of LIBRARIES) {
      const { of, plain } = framework.requestCookies ?? {}
      if (of?.kind !== 'object' || of.object !== handed.object || !of.servers.includes(handed.server ?? '')) continue
      if (handed.steps.join('.') === [plain, ...behind].join('.')) return { certainty: handed.certainty, framework }
    }
    return undefined
  }

  function usesOf(name: TSESTree.Identifier): Node[] {
    return (bindings.variable(name)?.references ?? []).flatMap((reference) => (reference.isWrite() ? [] : [reference.identifier]))
  }
}
