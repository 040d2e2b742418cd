import type { TSESTree } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { callsNamed } from '../ast/calls-named.js'
import { lastName } from '../ast/last-name.js'
import { unwrap, type Node } from '../ast/nodes.js'
import { staticValue } from '../ast/static-value.js'
import type { Credential, Credentials } from './credentials.js'
import type { CredentialExposed } from './events.js'
import type { FileContext } from './file-context.js'
import type { Match } from './match.js'
import { isAboutOtherSessions } from './file-kind.js'
import { namesLogger } from './names.js'

const DEEPEST = 6

/** Reads where credentials leave the program: into a log, or into the body or a header of an answer. */
export function readExposures(
  context: FileContext,
  credentials: Credentials,
  matches: readonly Match[],
  isToken: (node: Node) => boolean,
): CredentialExposed[] {
  const { bindings, options, sourceCode } = context
  if (isAboutOtherSessions(context)) return []
  const logged = matches.filter(({ pattern }) => pattern.emits === 'logged')
  const known = new Set(logged.map(({ node }) => node))

  return [
    ...logged.flatMap((match) => (match.node.type === 'CallExpression' ? inLog(match.node, match.certainty) : [])),
    ...logged.flatMap(inFormat),
    ...callsNamed(sourceCode, (name) => LOG_METHODS.has(name)).flatMap((call) => (!known.has(call) && isCallOfLogger(call) ? inLog(call, 'likely') : [])),
    ...matches.flatMap(inAnswer),
  ]

  function inLog({ arguments: list }: TSESTree.CallExpression, certainty: CredentialExposed['certainty']): CredentialExposed[] {
    return list.flatMap((argument) => exposedIn(argument, 'log', certainty))
  }

  /** `morgan(':method :url :req[cookie]')` */
  function inFormat({ argument, certainty, pattern }: Match): CredentialExposed[] {
    const format = argument(pattern.roles.value)
    const text = format && staticValue(format, sourceCode, bindings)?.value
    if (!format || typeof text !== 'string' || !/:(?:req\[(?:cookie|authorization)\]|res\[set-cookie\])/i.test(text)) return []
    return [{ type: 'credentialExposed', where: 'log', what: 'header', node: format, certainty }]
  }

  function inAnswer({ argument, certainty, pattern, text }: Match): CredentialExposed[] {
    const { emits, roles } = pattern
    const value = emits === 'answered' || emits === 'headerWritten' ? argument(roles.value) : undefined
    if (!value) return []
    if (emits === 'answered') return exposedIn(value, 'answer', certainty)
    const header = text(roles.header)
    if (header.state !== 'known' || /^(?:set-cookie|authorization|location)$/i.test(header.value)) return []
    return exposedIn(value, 'answer', certainty)
  }

  function exposedIn(node: Node, where: CredentialExposed['where'], certainty: CredentialExposed['certainty']): CredentialExposed[] {
    return partsOf(node, DEEPEST).flatMap((part): CredentialExposed[] => {
      // What has logged in is answered with its token; the log has no use for it.
      const what: Credential | undefined = credentials.credentialOf(part) ?? (where === 'log' && isToken(part) ? 'token' : undefined)
      return what ? [{ type: 'credentialExposed', where, what, node: part, certainty }] : []
    })
  }

  /** The expressions whose values are in the text or object that an expression makes. */
  function partsOf(node: Node, depth: number): readonly Node[] {
    const expression = unwrap(node)
    const inside = (part: Node | null) => (part && depth > 0 ? partsOf(part, depth - 1) : [])
    switch (expression.type) {
      case 'ObjectExpression':
        return expression.properties.flatMap((property) => inside(property.type === 'Property' ? property.value : property.argument))
      case 'ArrayExpression':
        return expression.elements.flatMap((element) => inside(element))
      case 'SpreadElement':
        return inside(expression.argument)
      case 'TemplateLiteral':
        return expression.expressions.flatMap(inside)
      case 'BinaryExpression':
        return expression.operator === '+' ? [expression.left, expression.right].flatMap(inside) : []
      case 'LogicalExpression':
        return [expression.left, expression.right].flatMap(inside)
      case 'ConditionalExpression':
        return [expression.consequent, expression.alternate].flatMap(inside)
      case 'CallExpression':
        // `JSON.stringify(req.session)` is the session; `hash(req.sessionID)` is not the ID.
        return SPELLINGS.has(lastName(expression.callee) ?? '') ? expression.arguments.flatMap(inside) : (partsOfObject(expression, inside) ?? [expression])
      case 'Identifier':
        return partsOfObject(expression, inside) ?? [expression]
      default:
        return [expression]
    }
  }

  /** What is in an object that is made elsewhere in the file, if all of it can be seen. */
  function partsOfObject(expression: Node, inside: (part: Node) => readonly Node[]): readonly Node[] | undefined {
    const object = options.read(expression)
    const { complete, seen } = object.names
    return complete && seen.length > 0 ? seen.flatMap((name) => object.expressions(name) ?? []).flatMap(inside) : undefined
  }
}

const SPELLINGS = new Set(['stringify', 'String', 'inspect', 'format', 'toString'])

/** `logger.info(…)`, `this.log.debug(…)`: by what people call it. */
function isCallOfLogger({ callee }: TSESTree.CallExpression): boolean {
  const target = unwrap(callee)
  if (target.type !== 'MemberExpression' || !LOG_METHODS.has(memberName(target) ?? '')) return false
  const name = lastName(target.object)
  return name !== undefined && namesLogger(name)
}

const LOG_METHODS = new Set(['log', 'info', 'warn', 'error', 'debug', 'trace', 'fatal', 'verbose', 'http', 'silly', 'notice'])
