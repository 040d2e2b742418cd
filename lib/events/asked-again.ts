import { lastName } from '../ast/last-name.js'
import { unwrap, type FunctionNode, type Node } from '../ast/nodes.js'
import type { SessionFile } from './file.js'
import { wordsOf } from './names.js'
import type { Route } from './routes.js'

/** Whether something may have asked who it is again: in the handler, before it, or anywhere where nobody can see. */
export function isConfirmed({ before, handler, names: called }: Route, file: SessionFile, names: readonly string[]): boolean {
  const { bindings, sourceCode } = file.context
  if (called.some((name) => OF_OTHERS.test(wordsOf(name)))) return true
  if (sourceCode.ast.tokens?.some(({ value }) => RECENT_LOGIN.test(wordsOf(value)) || names.includes(value))) return true
  return asksAgain(handler) || before.some(mayAskAgain)

  function asksAgain(callable: FunctionNode): boolean {
    return sourceCode.getTokens(callable).some(({ value }) => ASKING.test(wordsOf(value).replace(REPEATED_PASSWORD, '')) || ASKING_DATABASE.test(value))
  }

  /** Not a path, a guard that only asks whether somebody is logged in, or what says by its name that it does something else. */
  function mayAskAgain(part: Node): boolean {
    const expression = unwrap(part)
    if (expression.type === 'ArrayExpression') return expression.elements.some((element) => element === null || mayAskAgain(element))
    if (['Literal', 'TemplateLiteral', 'ObjectExpression'].includes(expression.type)) return false
    const callable = bindings.function(expression)
    if (callable) return asksAgain(callable)
    const named = expression.type === 'CallExpression' ? [expression, ...expression.arguments] : [expression]
    const called = named.map((node) => wordsOf(lastName(node) ?? ''))
    if (called.some((name) => HARMLESS.test(name))) return false
    const path = bindings.resolve(expression)
    const isOfPackage = path?.root.kind === 'module' && !/^(?:[./~#]|@\/|src\/)/.test(path.root.name)
    return !isOfPackage || called.some((name) => ASKING.test(name))
  }
}

/** Handlers for others than a user at his own account, who is known by something else, or not at all. */
const OF_OTHERS = /\b(?:admin|reset|forgot|forgotten|recover|recovery|sign ?up|register|registration|invite|invitation|activate|activation|onboarding|setup|seed|test|verify|confirm)\b/

/** What asks for a login that is not long ago. */
const RECENT_LOGIN = /\b(?:re ?auth\w*|step ?up|sudo|recent(?:ly)? (?:auth\w*|log\w*|sign\w*)|fresh (?:auth\w*|log\w*|session)|auth(?:enticated)? (?:time|at)|elevated?|elevate)\b/

/** What compares a password, or asks for anything else that only the owner has. */
const ASKING =
  /\b(?:compare\w*|verif\w*|(?:check|match\w*|is|validate|valid|confirm|current|old|existing|previous|provided) ?(?:valid )?password|validate user|authenticate|confirm\w*|challenge|(?:totp|otp|mfa|2fa) (?:code|token)|otp$|token|webauthn|passkey|assert\w*|timing safe equal)\b/

/** `… WHERE id = $1 AND password = crypt($2, password)` */
const ASKING_DATABASE = /\b(?:where|and)\s+(?:\w+\.)?pass\w*\s*=/i

/** The new password, written twice. */
const REPEATED_PASSWORD = /\b(?:confirm(?:ed|ation)? (?:new )?password|(?:new )?password confirm(?:ation|ed)?)\b/g

const HARMLESS =
  /^(?:(?:require|ensure|is|check|must be|needs?|with|verify|only|use) ?)*(?:auth|authed|authenticated|authentication|authenticate|authorize|authorized|login|logged ?in|user|session|token|jwt|protect|protected)(?: (?:auth|user|jwt|token|guard|middleware|required|only|session))*$|\b(?:validat\w*|limit\w*|throttle\w*|upload\w*|pars\w*|sanitize\w*|csrf\w*|log|logger|http code|api)\b/
