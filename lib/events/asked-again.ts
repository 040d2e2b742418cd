import type { TSESTree } from '@typescript-eslint/utils'
import { lastName } from '../ast/last-name.js'
import { namesInChain } from '../ast/names-in-chain.js'
import { isFunction, isInside, unwrap, type FunctionNode, type Node } from '../ast/nodes.js'
import { walk } from '../ast/walk.js'
import { givesAskingUser } from './asking-user.js'
import type { SessionFile } from './file.js'
import { wordsOf } from './names.js'
import { isQuestion } from './questions.js'
import type { Route } from './routes.js'

/** Whether something may have asked who it is again: in the handler, before it, or anywhere where nobody can see. */
export function isConfirmed({ before, handler, names: called }: Route, file: SessionFile, names: readonly string[]): boolean {
  const { bindings, sourceCode } = file.context
  if (called.some((name) => OF_OTHERS.test(wordsOf(name)))) return true
  if (sourceCode.ast.tokens?.some(({ value }) => RECENT_LOGIN.test(wordsOf(value)) || names.includes(value))) return true
  const asked = new Set<FunctionNode>()
  return asksAgain(handler) || before.some(mayAskAgain)

  /** By its words, by what it compares, or by a function of the file that it calls. */
  function asksAgain(callable: FunctionNode): boolean {
    if (asked.has(callable)) return false
    asked.add(callable)
    return sourceCode.getTokens(callable).some(({ value }) => ASKING.test(wordsOf(value).replace(NO_QUESTION, '')) || ASKING_DATABASE.test(value)) || asksInside(callable)
  }

  function asksInside(callable: FunctionNode): boolean {
    let isAsking = false
    walk(callable, sourceCode.visitorKeys, (node) => {
      isAsking ||= isQuestion(node, sourceCode) || (node.type === 'CallExpression' && isHelperAsking(node))
      return !isAsking
    })
    return isAsking
  }

  /** Not one that finds out who has logged in: that is no question to him. */
  function isHelperAsking({ callee }: TSESTree.CallExpression): boolean {
    const name = lastName(callee) ?? ''
    const helper = givesAskingUser(name) || HARMLESS.test(wordsOf(name)) ? undefined : bindings.function(callee)
    return helper !== undefined && asksAgain(helper)
  }

  /** Not a path, a guard that only asks whether somebody is logged in, or what says by its name that it does something else. */
  function mayAskAgain(part: Node): boolean {
    const expression = unwrap(part)
    if (expression.type === 'ArrayExpression') return expression.elements.some((element) => element === null || mayAskAgain(element))
    if (['Literal', 'TemplateLiteral', 'ObjectExpression'].includes(expression.type)) return false
    if (expression.type === 'CallExpression' && isInside(handler, expression)) return mayAskAround(expression)
    const callable = bindings.function(expression)
    if (callable) return asksAgain(callable)
    const named = expression.type === 'CallExpression' ? [expression, ...expression.arguments] : [expression]
    const called = named.map((node) => wordsOf(lastName(node) ?? ''))
    if (called.some((name) => HARMLESS.test(name))) return false
    return !isOfPackage(expression) || called.some((name) => ASKING.test(name))
  }

  /** What a handler is given to: `withPassword(handler)`, `passwordClient.schema(schema).action(handler)`, `client.use(askPassword).action(handler)`. */
  function mayAskAround(call: TSESTree.CallExpression): boolean {
    const callable = bindings.function(call.callee)
    if (callable) return asksAgain(callable)
    const others = [...call.arguments, ...usedIn(call.callee)].filter((argument) => !isInside(handler, argument))
    if (others.some((argument) => isGuard(argument) && !HARMLESS_AROUND.test(wordsOf(lastName(argument) ?? '')) && mayAskAgain(argument))) return true
    const names = namesInChain(call.callee)
    const [name = ''] = names.length > 1 && STEPS.test(names.at(-1) ?? '') ? names : names.slice(-1)
    const words = wordsOf(name)
    return !(HARMLESS.test(words) || HARMLESS_AROUND.test(words) || isOfPackage(call))
  }

  function isOfPackage(node: Node): boolean {
    const path = bindings.resolve(node)
    return path?.root.kind === 'module' && !/^(?:[./~#]|@\/|src\/)/.test(path.root.name)
  }
}

/** What a client of actions is told to run before them: `askPassword` in `client.use(askPassword).schema(schema)`. */
function usedIn(node: Node): readonly Node[] {
  const expression = unwrap(node)
  if (expression.type === 'MemberExpression') return usedIn(expression.object)
  if (expression.type !== 'CallExpression') return []
  return [...(lastName(expression.callee) === 'use' ? expression.arguments : []), ...usedIn(expression.callee)]
}

/** A function, or a list of them; a schema says nothing about who asks. */
function isGuard(node: Node): boolean {
  const { type } = unwrap(node)
  if (type === 'ArrayExpression' || isFunction(node)) return true
  return (type === 'Identifier' || type === 'MemberExpression') && !/\b(?:schema|validator|options|config|input|dto|form)$/.test(wordsOf(lastName(node) ?? ''))
}

/** Methods that take the handler of an action at the end of a chain. */
const STEPS = /^(?:action|stateAction|handler|mutation|post|put|patch|delete)$/

/** Names of what is wrapped around handlers, all of whose words say something else. */
const HARMLESS_AROUND =
  /^(?:(?:with|define|create|make|use|my|app|next|safe|server|form|api|web|event|request|auth\w*|protected|private|public|logged|in|login|user|session|member|admin|errors?|catch\w*|try|async|wrap\w*|handle\w*|handling|boundary|log|logger|logging|trac\w*|sentry|cors|cached?|db|database|transaction|metrics|routes?|router|allow\w*|methods?|actions?|procedure|mutation|client|endpoint|validat\w*|zod|schema|json|rate|limit\w*|base|org|organi[sz]ation|team|workspace|roles?|permissions?|csrf)(?: |$))+$/

/** Handlers for others than a user at his own account, who is known by something else, or not at all. */
const OF_OTHERS = /\b(?:admin|reset|forgot|forgotten|recover|recovery|sign ?up|register|registration|invite|invitation|activate|activation|onboarding|setup|seed|test|verify|confirm)\b/

/** What asks for a login that is not long ago. */
const RECENT_LOGIN = /\b(?:re ?auth\w*|step ?up|sudo|recent(?:ly)? (?:auth\w*|log\w*|sign\w*)|fresh (?:auth\w*|log\w*|session)|auth(?:enticated)? (?:time|at)|elevated?|elevate)\b/

/** What compares a password, or asks for anything else that only the owner has. */
const ASKING =
  /\b(?:compare\w*|verif\w*|(?:check|match\w*|is|validate|valid|confirm|current|old|existing|previous|provided|require|ensure|test|knows?|correct|right|wrong|incorrect) ?(?:(?:the|a|user|own|valid|correct|right) )*password|password (?:matches|ok|correct|is (?:ok|correct|right|wrong|incorrect))|(?:check|validate|is|ensure|test|require|valid) (?:(?:the|user|valid|login) )*credentials?|sign ?in with (?:e ?mail )?(?:and )?password|validate user|authenticate|confirm\w*|challenge|(?:totp|otp|mfa|2fa) (?:code|token)|otp$|token|webauthn|passkey|assert\w*|timing safe equal)\b/

/** `… WHERE id = $1 AND password = crypt($2, password)` */
const ASKING_DATABASE = /\b(?:where|and)\s+(?:\w+\.)?pass\w*\s*=/i

/** Words of a question that are none here: the new password written twice or looked at, whether somebody has logged in, whether an address is his. */
const NO_QUESTION =
  /\b(?:confirm(?:ed|ation)? (?:new )?password|(?:new )?password confirm(?:ation|ed)?|(?:check|validate|valid|is|require|ensure|test) (?:\w+ )?password (?:strength|strong|weak|policy|length|rules?|complex\w*|schema|change|reset|requirements?|format)|jwt verify|verify (?:(?:user|auth|access|id|csrf|jwt) )*(?:session|token|auth|jwt|cookie|csrf|origin|request)|(?:is )?e ?mail (?:is )?(?:verified|confirmed)(?: at)?)\b/g

const HARMLESS =
  /^(?:(?:require|ensure|is|check|must be|needs?|with|verify|only|use) ?)*(?:auth|authed|authenticated|authentication|authenticate|authorize|authorized|login|logged ?in|user|session|token|jwt|protect|protected)(?: (?:auth|user|jwt|token|guard|middleware|required|only|session))*$|\b(?:validat\w*|limit\w*|throttle\w*|upload\w*|pars\w*|sanitize\w*|csrf\w*|log|logger|http code|api)\b/
