import type { TSESTree } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { lastName } from '../ast/last-name.js'
import { functionAround, functionsAround, isFunction, unwrap, unwrapAwait, wrapped, type Node } from '../ast/nodes.js'
import { plainText } from '../ast/plain-text.js'
import { walk } from '../ast/walk.js'
import type { FileContext } from './file-context.js'
import { wordsOf } from './names.js'
import { usesOfValue, type ValueUse } from './value-uses.js'

/** As what a cookie is trusted: as a permission, as a login, as the name of a user. */
export type Trust = 'identity' | 'login' | 'permission'

/** What a cookie is trusted as by the code that reads it; undefined where it decides nothing, or is verified. */
export function trustIn(node: Node, name: string, context: FileContext): Trust | undefined {
  const uses = usesOfValue(node, context)
  return uses.map((use) => trustBy(use, name, context)).find((trust) => trust !== undefined)
}

/** Whether a value that comes from a cookie is given to what finds out whether somebody has changed it. */
export function isVerified(node: Node, context: FileContext): boolean {
  return usesOfValue(node, context).some((use) => use.kind === 'given' && VERIFYING.test(wordsOf(lastName(use.call.callee) ?? '')))
}

const VERIFYING =
  /\b(?:verify|verifies|verified|unsign|unsigned|unseal|decrypt|decipher|decode|validate|hmac|sign|signature|timing safe equal|compare|authenticate|introspect|session|token|jwt|update)\b/

function trustBy(use: ValueUse, cookie: string, context: FileContext): Trust | undefined {
  const words = wordsOf(use.path.at(-1) ?? cookie)
  // What is inside an object in a cookie counts where that is about a user: `JSON.parse(req.cookies.user).role`.
  if (use.path.length > 0 && !/\b(?:user|account|profile|auth|session|admin)\b/.test(wordsOf(cookie))) return undefined
  if (FLAG.test(words)) return decides(use) ? 'permission' : undefined
  // That there is a role says nothing: which one, does.
  if (ROLE.test(words)) return use.kind === 'compared' && isSomething(use.with) ? 'permission' : undefined
  if (LOGIN.test(words)) return decides(use) && (isYes(use) || !AMBIGUOUS.test(words)) && guards(use, context) ? 'login' : undefined
  const isId = IDENTITY.test(words) || /^(?:_?id|uid)$/.test(use.path.at(-1) ?? '')
  return isId && identifies(use, words, context) ? 'identity' : undefined
}

const FLAG = /^(?:is )?(?:admin|superuser|super user|superadmin|super admin|administrator|staff|moderator|root)$/
const ROLE = /^(?:user )?(?:roles?|permissions?|privileges?|access level)$/
const LOGIN = /^(?:is )?(?:user )?(?:logged in|loggedin|logged|authenticated|authed|auth|login|authorized)$/
const IDENTITY = /^(?:current |logged in |auth )?(?:user|account|member|admin|customer)(?: ?id)?$|^uid$|^user ?name$/

/** An `auth` cookie may be a token, which somebody else verifies. */
const AMBIGUOUS = /^(?:is )?(?:auth|login)$/

function decides(use: ValueUse): boolean {
  return use.kind === 'condition' || (use.kind === 'compared' && isSomething(use.with))
}

function isSomething(value: unknown): boolean {
  return value !== null && value !== ''
}

/** `=== 'true'` */
function isYes(use: ValueUse): boolean {
  return use.kind === 'compared' && /^(?:true|1|yes|ok)$/i.test(String(use.with))
}

/** Whether a decision lets somebody in, or keeps him out, rather than showing another link. */
function guards({ node }: ValueUse, { sourceCode }: FileContext): boolean {
  for (let at: Node | undefined = node; at && !isFunction(at); at = at.parent) {
    const isRefusing = DECISIONS.has(at.type) && (isRefusal(at) || /\bnext\(\s*\)/.test(plainText(at, sourceCode)))
    if (isRefusing) return true
    if (at.type === 'IfStatement') return isFollowedByRefusal(at)
  }
  return isGuardByName(node)

  function isRefusal(statement: Node): boolean {
    return REFUSAL.test(plainText(statement, sourceCode))
  }

  /** `if (req.cookies.loggedIn) return show(); res.redirect('/login')` */
  function isFollowedByRefusal(statement: Node): boolean {
    const list = statement.parent?.type === 'BlockStatement' ? statement.parent.body : []
    const next = list[list.findIndex((other) => other === statement) + 1]
    return next !== undefined && isRefusal(next)
  }
}

const DECISIONS = new Set(['IfStatement', 'ConditionalExpression', 'LogicalExpression'])
const REFUSAL = /\b40[13]\b|unauthori[sz]ed|forbidden|access denied|redirect\([^)]{0,200}(?:log-?in|sign-?in|auth)/i

/** `const isLoggedIn = (req) => req.cookies.loggedIn === 'true'` */
function isGuardByName(node: Node): boolean {
  return functionsAround(node)
    .slice(0, 1)
    .some((callable) => {
      const holder = callable.parent
      const name = callable.id?.name ?? (holder.type === 'VariableDeclarator' ? lastName(holder.id) : undefined) ?? ''
      return /\b(?:is|check|has|require|ensure|must)\b.*\b(?:auth|authed|authenticated|login|logged|user|admin)\b/.test(wordsOf(name))
    })
}

/** Whether a value is used as the name of the user who asks. */
function identifies(use: ValueUse, words: string, context: FileContext): boolean {
  const { sourceCode } = context
  if (isAmongOwn(use, context)) return false
  // A cookie called `user` may be the name that a page greets.
  const isSure = / ?id$/.test(words) && words !== 'uid'
  switch (use.kind) {
    case 'given': {
      const callee = wordsOf(plainText(use.call.callee, sourceCode))
      const isOfUsers = /\b(?:users?|accounts?|members?|customers?|admins?)\b/.test(callee)
      return isOfUsers ? LOOKUP.test(callee) : isSure && SEARCH.test(callee)
    }
    case 'assigned': {
      const target = wordsOf(`${lastName(use.target.object) ?? ''} ${lastName(use.target) ?? ''}`)
      return /^(?:req|request|ctx|context|c|session|locals|state) (?:current )?(?:user|account|auth|uid)(?: ?id)?$/.test(target)
    }
    case 'index':
      return /^(?:users?|accounts?|members?|customers?)(?: by id)?$/.test(wordsOf(lastName(use.object) ?? ''))
    case 'matched':
      return isSure || /\b(?:users?|accounts?|owner|author)\b/.test(wordsOf(plainText(use.other, sourceCode)))
    default:
      return false
  }
}

const SEARCH = /\b(?:find|select|look ?up|query|retrieve|where)\b/
const LOOKUP = new RegExp(`${SEARCH.source}|\\b(?:get|load|fetch|first|read)\\b`)

/** Whether a value only chooses among what belongs to the user of the session: `{ id: accountId, userId: session.user.id }`. */
function isAmongOwn(use: ValueUse, { bindings, sourceCode }: FileContext): boolean {
  if (use.kind === 'given') return conditionsAround(use.call).some(mentionsAsker)
  if (use.kind !== 'matched') return false
  if (mentionsAsker(use.other)) return true
  const callback = functionAround(use.node)
  const search = callback && wrapped(callback).parent
  const list = search?.type === 'CallExpression' && search.callee !== callback ? unwrap(search.callee) : undefined
  return list?.type === 'MemberExpression' && SEARCHING.has(memberName(list) ?? '') && mentionsAsker(list.object)

  function mentionsAsker(node: Node): boolean {
    let mentioned = false
    walk(node, sourceCode.visitorKeys, (part) => {
      mentioned ||= (part.type === 'MemberExpression' && OF_ASKER.test(plainText(part, sourceCode))) || (part.type === 'Identifier' && isAsker(part))
      return !mentioned && !isFunction(part)
    })
    return mentioned
  }

  /** `user` of `const user = await requireUser()`; not of what a cookie says. */
  function isAsker(name: TSESTree.Identifier): boolean {
    const held = ASKERS.has(name.name) ? bindings.held(name) : undefined
    const call = held && unwrapAwait(held)
    return call?.type === 'CallExpression' && ASKED.test(wordsOf(lastName(call.callee) ?? '')) && !/cookie/i.test(plainText(call, sourceCode))
  }
}

/** What a query is given, in one call or in a chain, without callbacks. */
function conditionsAround(call: TSESTree.CallExpression | TSESTree.NewExpression): readonly Node[] {
  const { parent } = wrapped(call)
  const next = parent?.type === 'MemberExpression' && !/^(?:then|catch|finally)$/.test(memberName(parent) ?? '') ? parent.parent : undefined
  return [...call.arguments.filter((argument) => !isFunction(argument)), ...(next?.type === 'CallExpression' ? conditionsAround(next) : [])]
}

const SEARCHING = new Set(['find', 'some', 'filter', 'findIndex', 'every', 'findLast'])

/** `session.user.id`, `req.session.userId`, `event.locals.user`, `req.user`, `session.memberships` */
const OF_ASKER = /\b(?:session|locals)[?!]?\.(?:\w+[?!]?\.){0,3}(?:user|sub\b|uid\b|accounts?|member|organi[sz]ation|team|role)|^(?:req|request|ctx|context|c)[?!]?\.(?:state\.|var\.)?user\b/i

const ASKERS: ReadonlySet<string> = new Set(['user', 'currentUser', 'me', 'viewer'])
const ASKED = /^(?:get|require|ensure|current|load|fetch|validate|assert)\b.*\b(?:user|session|auth|viewer|me)\b|^(?:auth|current user)$/
