import type { TSESTree } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { callsNamed } from '../ast/calls-named.js'
import { returnedBy } from '../ast/flow.js'
import { codeText } from '../ast/code-text.js'
import { lastName } from '../ast/last-name.js'
import { functionsAround, unwrap, type FunctionNode, type Node } from '../ast/nodes.js'
import { staticValue } from '../ast/static-value.js'
import type { Form } from '../frameworks/framework.js'
import type { Credential, Credentials } from './credentials.js'
import type { CredentialExposed } from './events.js'
import type { FileContext } from './file-context.js'
import type { Match } from './match.js'
import { isAboutOtherSessions, isCommand } from './file-kind.js'
import type { Handlers } from './handlers.js'
import { namesLogger } from './names.js'
import type { Route } from './routes.js'
import { mayReadSessionId } from './session-id-readings.js'
import type { TokenOrigins } from './token-origins.js'

const DEEPEST = 6

/** Reads where credentials leave the program: into a log, or into the body or a header of an answer. */
export function readExposures(
  context: FileContext,
  handlers: Handlers,
  credentials: Credentials,
  matches: readonly Match[],
  origins: TokenOrigins,
  routes: () => readonly Route[],
): CredentialExposed[] {
  const { bindings, options, sourceCode } = context
  if (isAboutOtherSessions(context)) return []
  const logged = matches.filter(({ pattern }) => pattern.emits === 'logged')
  const known = new Set(logged.map(({ node }) => node))

  return [
    ...logged.flatMap((match) => (match.node.type === 'CallExpression' ? inLog(match.node, match.certainty, match.pattern.framework.logs) : [])),
    ...logged.flatMap(inFormat),
    ...callsNamed(sourceCode, (name) => LOG_METHODS.has(name)).flatMap((call) => (!known.has(call) && isCallOfLogger(call) ? inLog(call, 'likely', undefined) : [])),
    ...(origins.readsSessionIds || mayReadSessionId(codeText(sourceCode)) ? [...matches.flatMap(inAnswer), ...answeringHandlers().flatMap(inReturned)] : []),
  ]

  /** The handlers whose servers send what they return; one may answer several routes. */
  function answeringHandlers(): readonly FunctionNode[] {
    return [...new Set(routes().flatMap(({ handler, server }) => (server?.server?.sendsReturnValue === true ? [handler] : [])))]
  }

  function inLog(call: TSESTree.CallExpression, certainty: CredentialExposed['certainty'], form: Form | undefined): CredentialExposed[] {
    const { arguments: list } = call
    if (form === 'printed' && list.length === 1 && isOutput(call)) return []
    return list.flatMap((argument) => exposedIn(argument, 'log', certainty, form))
  }

  /** `console.log(token)` of a command that is there to print one. */
  function isOutput(call: TSESTree.CallExpression): boolean {
    const [value] = call.arguments
    const isAlone = value !== undefined && ['Identifier', 'MemberExpression'].includes(unwrap(value).type)
    return isAlone && lastName(call) === 'log' && isCommand(context) && !functionsAround(call).some(handlers.isHandler)
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
    if (emits === 'answered') return exposedIn(value, 'answer', certainty, 'json')
    const header = text(roles.header)
    if (header.state !== 'known' || /^(?:set-cookie|authorization|location)$/i.test(header.value)) return []
    return exposedIn(value, 'answer', certainty, 'json')
  }

  /** `return { id: request.session.id }`, where the server sends what its handler returns. */
  function inReturned(handler: FunctionNode): CredentialExposed[] {
    return returnedBy(handler, sourceCode.visitorKeys).flatMap((value) => (value ? exposedIn(value, 'answer', 'proved', 'json') : []))
  }

  function exposedIn(exposed: Node, where: CredentialExposed['where'], certainty: CredentialExposed['certainty'], shown: Form | undefined): CredentialExposed[] {
    return partsOf({ node: exposed, form: shown }, DEEPEST).flatMap(({ form, node }): CredentialExposed[] => {
      const what = whatIs(node, where)
      if (!what || (what === 'session' && !(form && credentials.showsId(node, form)))) return []
      return [{ type: 'credentialExposed', where, what, node, certainty }]
    })
  }

  /** What has logged in is answered with its token, and has its session in a cookie; the log has no use for either. */
  function whatIs(node: Node, where: CredentialExposed['where']): Credential | undefined {
    if (where === 'answer' && origins.isSessionId(node)) return 'id'
    return credentials.credentialOf(node) ?? (where === 'log' && origins.isToken(node) ? 'token' : undefined)
  }

  /** The expressions whose values are in the text or object that an expression makes. */
  function partsOf({ form, node }: Part, depth: number): readonly Part[] {
    const expression = unwrap(node)
    const within = (shown: Form | undefined) => (part: Node | null) => (part && depth > 0 ? partsOf({ node: part, form: shown }, depth - 1) : [])
    const inside = within(form)
    const itself = [{ node: expression, form }]
    switch (expression.type) {
      case 'ObjectExpression':
        return expression.properties.flatMap((property) => inside(property.type === 'Property' ? property.value : property.argument))
      case 'ArrayExpression':
        return expression.elements.flatMap((element) => inside(element))
      case 'SpreadElement':
        return inside(expression.argument)
      case 'TemplateLiteral':
        return expression.expressions.flatMap(within(undefined))
      case 'BinaryExpression':
        return expression.operator === '+' ? [expression.left, expression.right].flatMap(within(undefined)) : []
      case 'LogicalExpression':
        return [expression.left, expression.right].flatMap(inside)
      case 'ConditionalExpression':
        return [expression.consequent, expression.alternate].flatMap(inside)
      case 'CallExpression': {
        // `JSON.stringify(req.session)` is the session; `hash(req.sessionID)` is not the ID.
        const spelling = SPELLINGS.get(lastName(expression.callee) ?? '')
        return spelling ? expression.arguments.flatMap(within(spelling.form)) : (partsOfObject(expression, inside) ?? itself)
      }
      case 'Identifier':
        return partsOfObject(expression, inside) ?? itself
      default:
        return itself
    }
  }

  /** What is in an object that is made elsewhere in the file, if all of it can be seen. */
  function partsOfObject(expression: Node, inside: (part: Node) => readonly Part[]): readonly Part[] | undefined {
    const object = options.read(expression)
    const { complete, seen } = object.names
    return complete && seen.length > 0 ? seen.flatMap((name) => object.expressions(name) ?? []).flatMap(inside) : undefined
  }
}

/** A part of what is exposed. */
interface Part {
  readonly node: Node
  /** How it is written down, if it is an object; a text has nothing of that but `[object Object]`. */
  readonly form: Form | undefined
}

/** Functions that write down what they are given, and how. */
const SPELLINGS: ReadonlyMap<string, { readonly form: Form | undefined }> = new Map([
  ['stringify', { form: 'json' }],
  ['inspect', { form: 'printed' }],
  ['format', { form: 'printed' }],
  ['String', { form: undefined }],
  ['toString', { form: undefined }],
])


/** `logger.info(…)`, `this.log.debug(…)`: by what people call it. */
function isCallOfLogger({ callee }: TSESTree.CallExpression): boolean {
  const target = unwrap(callee)
  if (target.type !== 'MemberExpression' || !LOG_METHODS.has(memberName(target) ?? '')) return false
  const name = lastName(target.object)
  return name !== undefined && namesLogger(name)
}

const LOG_METHODS = new Set(['log', 'info', 'warn', 'error', 'debug', 'trace', 'fatal', 'verbose', 'http', 'silly', 'notice'])
