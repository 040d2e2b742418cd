import type { TSESTree } from '@typescript-eslint/utils'
import { memberName, propertyName } from '../ast/bindings.js'
import { callsNamed } from '../ast/calls-named.js'
import { codeText } from '../ast/code-text.js'
import { lastName } from '../ast/last-name.js'
import { namesInChain } from '../ast/names-in-chain.js'
import { nodesOf } from '../ast/nodes-of.js'
import { unwrap, unwrapAwait, wrapped, type Node } from '../ast/nodes.js'
import { textAt } from '../ast/text-at.js'
import { textParts, textWritten, type TextPart } from '../ast/text-parts.js'
import { typeNames } from '../ast/type-names.js'
import { usesOf } from '../ast/variables.js'
import { isUserName } from './account-changes.js'
import { createBareTokens } from './bare-tokens.js'
import { isBrowserSentTo } from './browser-targets.js'
import type { Credential, Credentials } from './credentials.js'
import type { CredentialExposed } from './events.js'
import type { FileContext } from './file-context.js'
import { isAboutLogins, isAboutOtherSessions, isAboutUsers, isPage } from './file-kind.js'
import type { Handlers } from './handlers.js'
import { idNameOf, isOtherKind, namesConversation, namesOtherPage, namesOtherSession, namesOtherSessionBehindVerb } from './id-names.js'
import { isPlaceOfOther, namesOtherPurpose } from './id-purposes.js'
import { describesUser, isIdentity, wordsOf } from './names.js'
import type { Purposes } from './purposes.js'
import { createSuppliedValues } from './supplied-values.js'
import { urlOfObject } from './url-parameters.js'

/** Parameters of a URL that are called after a session or a token. */
const PARAMETER = /^(?:sid|session[-_]?id|session|session[-_]?token|phpsessid|jsessionid|connect\.sid|(?:access|auth|id|refresh|bearer)[-_]?token|jwt|token)$/i

/** Those that any kind of session has; the others are names of cookies, and of what opens something. */
const ANY_SESSION = /^session(?:[-_]?id)?$/i

/** What is only called a token may be one of anything. */
const BARE_TOKEN = /^token$/i

/** A text that ends where the value of such a parameter begins. */
const BEFORE_VALUE = /[?&;#]([\w.-]+)=$/

/** Links that are sent by mail and used once, and what belongs to OAuth. */
const ONE_TIME = /\b(?:reset|verif\w*|invit\w*|magic|unsubscribe|confirm\w*|activat\w*|recover\w*|one[- ]?time|otp|(?:new|set|forgot) password)\b/i

/** Without one of these in a file there is nothing to read. */
const WORTH_READING = /[?&;#](?=[\w.-]*(?:sid|session|token|jwt))[\w.-]*=|searchParams|URLSearchParams|sessionID|session\??\.id\b|\b(?:params|query)\b\s*[:,}]|\b(?:qs|querystring)\.stringify/i

/** Reads the session IDs and tokens that a file writes into URLs. */
export function readUrls(context: FileContext, handlers: Handlers, purposes: Purposes, credentials: Credentials): CredentialExposed[] {
  const { bindings, options, sourceCode } = context
  if (!WORTH_READING.test(codeText(sourceCode)) || isAboutOtherSessions(context)) return []
  // A page shows its user whatever it is about.
  const isForUsers = isPage(context) ? isAboutLogins(context) : isAboutUsers(context)
  const supplied = createSuppliedValues(context, handlers)
  const bareTokens = createBareTokens(context, purposes)
  const texts = nodesOf(sourceCode, 'TemplateLiteral', 'BinaryExpression').filter(isWholeText).map((node) => ({ node, parts: textParts(node, bindings) }))
  // A mail says what the link is for that it has in it.
  const mailed = new Set(texts.filter(({ parts }) => isOneTime(written(parts))).flatMap(({ parts }) => parts).map(({ node }) => node))
  return oneForEachPlace([
    ...texts.flatMap(inText),
    ...callsNamed(sourceCode, (name) => name === 'append' || name === 'set').flatMap(inParameterCall),
    ...nodesOf(sourceCode, 'NewExpression').flatMap(inParameters),
    ...callsNamed(sourceCode, (name) => name === 'stringify').flatMap(inQuery),
    ...nodesOf(sourceCode, 'Property').flatMap(inObject),
  ])

  function inText({ node, parts }: { readonly node: Node; readonly parts: readonly TextPart[] }): CredentialExposed[] {
    const text = written(parts)
    // Without a question mark it is the body of a request: `grant_type=refresh_token&refresh_token=…`.
    if (!/[?#;/]/.test(text)) return []
    const found = parts.flatMap((part, index) => (part.kind === 'hole' && !mailed.has(part.node) ? atHole(part.node, parts[index - 1], text) : []))
    return found.length > 0 && isOfAnotherHost(text) && !isBrowserSentTo(node, bindings) ? [] : found
  }

  function atHole(node: Node, before: TextPart | undefined, text: string): CredentialExposed[] {
    const [, parameter] = (before?.kind === 'text' && BEFORE_VALUE.exec(before.text)) || []
    const what = credentials.credentialOf(node)
    const isId = what === 'id' && /^(?:\/|wss?:|https?:|\uFFFF[/?])|[?&]/.test(text)
    if (parameter === undefined ? !isId : !isCredential(parameter, what, node, text)) return []
    return [{ type: 'credentialExposed', where: 'url', what: what ?? 'token', parameter, node, certainty: 'likely' }]
  }

  /** `url.searchParams.set('access_token', token)`, `params.append('sid', id)` */
  function inParameterCall({ arguments: [name, value], callee }: TSESTree.CallExpression): CredentialExposed[] {
    const target = unwrap(callee)
    if (target.type !== 'MemberExpression' || !['append', 'set'].includes(memberName(target) ?? '') || !value) return []
    const object = unwrap(target.object)
    const isOfUrl = object.type === 'MemberExpression' && memberName(object) === 'searchParams'
    const url = isOfUrl ? unwrap(object.object) : urlOfParameters(object)
    if (!url || (isOfUrl && isRequested(url))) return []
    const text = textAt(name)
    return text === undefined ? [] : named(text, value, url)
  }

  /** `` `/app?${new URLSearchParams({ access_token: token })}` `` */
  function inParameters(node: TSESTree.NewExpression): CredentialExposed[] {
    const isParameters = node.callee.type === 'Identifier' && node.callee.name === 'URLSearchParams'
    return isParameters ? inMembers(node.arguments[0], urlAround(node)) : []
  }

  /** `` `/app?${qs.stringify({ access_token: token })}` `` */
  function inQuery(call: TSESTree.CallExpression): CredentialExposed[] {
    return namesInChain(call).slice(0, -1).some((name) => /^(?:qs|query-?string)$/i.test(name)) ? inMembers(call.arguments[0], urlAround(call)) : []
  }

  /** `axios.get('/file', { params: { access_token: token } })` */
  function inObject({ parent, value }: TSESTree.Property): CredentialExposed[] {
    return parent.type === 'ObjectExpression' && value.type === 'ObjectExpression' ? inMembers(value, urlOfObject(value, bindings)) : []
  }

  function inMembers(parameters: Node | undefined, url: Node | undefined): CredentialExposed[] {
    const given = parameters && unwrap(parameters)
    if (!url || given?.type !== 'ObjectExpression') return []
    return given.properties.flatMap((property) => (property.type === 'Property' ? named(propertyName(property) ?? '', property.value, url) : []))
  }

  /** The URL that parameters end in; as the body of a request they are no part of one. */
  function urlOfParameters(object: Node): Node | undefined {
    const path = bindings.resolve(object)
    const isParameters = path?.root.kind === 'global' && path.root.name === 'URLSearchParams' && path.steps.join('.') === 'new()'
    return isParameters && object.type === 'Identifier' ? urlAroundUses(object) : undefined
  }

  function urlAroundUses(name: TSESTree.Identifier): Node | undefined {
    return usesOf(bindings.variable(name)).map(urlAround).find((url) => url !== undefined)
  }

  /** The text that parameters are put into, or the URL whose own they become. */
  function urlAround(node: Node): Node | undefined {
    const { parent } = wrapped(node)
    switch (parent?.type) {
      case 'TemplateLiteral':
        return parent
      case 'BinaryExpression':
        return parent.operator === '+' ? parent : undefined
      case 'AssignmentExpression':
        return parent.left.type === 'MemberExpression' && memberName(parent.left) === 'search' ? unwrap(parent.left.object) : undefined
      case 'MemberExpression':
        return memberName(parent) === 'toString' && parent.parent.type === 'CallExpression' ? urlAround(parent.parent) : undefined
      case 'VariableDeclarator':
        return parent.id.type === 'Identifier' ? urlAroundUses(parent.id) : undefined
      default:
        return undefined
    }
  }

  /** What is written of a URL: `/game` of `new URL('/game', base)` and of `url.pathname = '/game'`. */
  function textOfUrl(url: Node): string {
    const made = bindings.held(url)
    const [start] = made.type === 'NewExpression' ? made.arguments : [made]
    const uses = url.type === 'Identifier' ? usesOf(bindings.variable(url)) : []
    return [...(start ? [start] : []), ...uses.flatMap(pathGiven)].map((part) => textWritten(part, bindings)).join(' ')
  }

  /** Whether the program asks the URL itself, of whatever server: how tokens travel there is decided there. */
  function isRequested(url: Node): boolean {
    const uses = url.type === 'Identifier' ? usesOf(bindings.variable(url)) : []
    return uses.some((use) => {
      const { parent } = wrapped(use)
      return parent?.type === 'CallExpression' && parent.callee !== use && /^(?:fetch|request|axios|got|get|\$?fetch\w*)$/i.test(lastName(parent.callee) ?? '')
    })
  }

  /** A session may be one of a conversation or a run, unless the file has to do with users, and nothing says whose it is. */
  function isCredential(parameter: string, what: Credential | undefined, node: Node, url: string): boolean {
    if (!PARAMETER.test(parameter) || bareTokens.isSetting(node)) return false
    if (what === 'id') return true
    if (BARE_TOKEN.test(parameter)) return !isInUrl(node) && (what === 'token' || !bareTokens.isOfOther(node, pathIn(url)))
    if (!/^s(?:ession|id)/i.test(parameter)) return true
    return (isForUsers || namesInChain(node).some(isUserName)) && !(ANY_SESSION.test(parameter) && (leadsToOther(url) || isOfOtherSession(node)))
  }

  /** Whether a value is of a session that something else is about, or one that the page has asked for by a URL. */
  function isOfOtherSession(node: Node): boolean {
    const value = unwrap(node)
    const path = bindings.resolve(value)
    if ([...namesInChain(value), ...(path ? typeNames(path, bindings) : [])].some(namesOther) || isInUrl(value) || isNumberOfOther(value)) return true
    if (purposes.hasNameAround(node, namesOtherPurpose) || (value.type === 'Identifier' && usesOf(bindings.variable(value)).some(isKeptForOther))) return true
    const made = bindings.held(value.type === 'MemberExpression' ? value.object : value)
    if (made.type === 'ObjectExpression') return saysNoUser(made)
    const call = unwrapAwait(made)
    if (call.type !== 'CallExpression' && call.type !== 'NewExpression') return false
    const name = lastName(call.callee) ?? ''
    if ((call.type === 'CallExpression' ? isCallForOther(call) : namesOther(name)) || isAskedFromOther(call)) return true
    return LOOKING_UP.test(wordsOf(name)) && call.arguments.some(isAskedByUrl)
  }

  /** `req.body.CallSid`: what was sent is called by what it is of. */
  function isNumberOfOther(value: Node): boolean {
    return idNameOf(lastName(value) ?? '') === undefined && supplied.of(value).length > 0
  }

  /** `examSessions[id] = …`, `sessions.set(id, { quizId, userId, players })` */
  function isKeptForOther(use: Node): boolean {
    return isPlaceOfOther(use) || recordsAt(use).some((record) => options.read(record).names.seen.some(namesConversation))
  }

  /** Whether a session that the file makes itself has no user in it. */
  function saysNoUser(session: Node): boolean {
    const { complete, seen } = options.read(session).names
    return complete && seen.length > 1 && !seen.some((name) => isIdentity(name) || describesUser(name) || isUserName(name))
  }

  /** `req.params.id`, `{ where: { id: req.params.id } }` */
  function isAskedByUrl(node: Node): boolean {
    const value = unwrap(node)
    if (value.type !== 'ObjectExpression') return isInUrl(value)
    return value.properties.some((property) => property.type === 'Property' && isAskedByUrl(property.value))
  }

  /** `await (await fetch('/api/tables/1/sessions')).json()` */
  function isAskedFromOther(call: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
    const callee = unwrap(call.callee)
    const before = callee.type === 'MemberExpression' ? unwrapAwait(callee.object) : undefined
    if (before?.type === 'CallExpression') return isAskedFromOther(before)
    const [url] = call.arguments
    return url !== undefined && leadsToOther(textWritten(url, bindings))
  }

  function isInUrl(node: Node): boolean {
    return supplied.of(node).some(({ from }) => from === 'params' || from === 'query' || from === 'page')
  }

  function named(parameter: string, node: Node, url: Node): CredentialExposed[] {
    const what = credentials.credentialOf(node)
    const text = textOfUrl(url)
    if (isOneTime(text) || !isCredential(parameter, what, node, text) || isNothing(node) || isConstant(node)) return []
    return [{ type: 'credentialExposed', where: 'url', what: what ?? 'token', parameter, node, certainty: 'likely' }]
  }
}

/** What is kept under an ID: `record` in `sessions.set(id, record)` and `sessions[id] = record`. */
function recordsAt(use: Node): readonly Node[] {
  const { parent } = wrapped(use)
  if (parent?.type === 'CallExpression') return parent.arguments.filter((argument) => argument !== use && argument.type === 'ObjectExpression')
  const assignment = parent?.type === 'MemberExpression' && parent.property === use ? parent.parent : undefined
  return assignment?.type === 'AssignmentExpression' && assignment.left === parent ? [assignment.right] : []
}

/** What finds a record by what it is given. */
const LOOKING_UP = /\b(?:find|get|retrieve|load|fetch|look ?up|read|by id)\b/

/** `/chat/history?…`, `/exam-sessions?…`: the page is about something else than its user. */
export function leadsToOther(url: string): boolean {
  return pathIn(url).split('/').some((part) => namesOther(part) || namesOtherPage(part))
}

function namesOther(name: string): boolean {
  return namesOtherSession(name) || isOtherKind([name])
}

/** `ExamSession.create(…)`, `stripe.checkout.sessions.retrieve(id)`, `createExamSession(…)` */
function isCallForOther(call: TSESTree.CallExpression): boolean {
  const names = namesInChain(call)
  return names.slice(0, -1).some(namesOther) || names.slice(-1).some((name) => namesOtherSessionBehindVerb(name) || isOtherKind([name]))
}

/** A text with a sign for each hole in it. */
function written(parts: readonly TextPart[]): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : '\uFFFF')).join('')
}

/** `/reset?token=…`, `/resetPassword?token=…` */
function isOneTime(text: string): boolean {
  return ONE_TIME.test(text) || ONE_TIME.test(wordsOf(pathIn(text)))
}

function pathIn(url: string): string {
  return url.split('?', 1).join('')
}

/** The path that a URL is given where it is used: `url.pathname = '/reset'`. */
function pathGiven(use: Node): readonly Node[] {
  const { parent } = wrapped(use)
  const assignment = parent?.type === 'MemberExpression' && memberName(parent) === 'pathname' ? parent.parent : undefined
  return assignment?.type === 'AssignmentExpression' && assignment.left === parent ? [assignment.right] : []
}

/** A text that is put together in several steps is read in each of them. */
function oneForEachPlace(exposed: readonly CredentialExposed[]): CredentialExposed[] {
  return [...new Map(exposed.map((each) => [each.node, each])).values()]
}

/** The text as a whole, and not a part of a longer one. */
function isWholeText(node: Node): boolean {
  const { parent } = wrapped(node)
  return isTextOfParts(node) && parent?.type !== 'TaggedTemplateExpression' && !(parent && isTextOfParts(parent))
}

function isTextOfParts(node: Node): boolean {
  return node.type === 'TemplateLiteral' || (node.type === 'BinaryExpression' && node.operator === '+')
}

/** A request to a server that is named in the text: how its tokens travel is decided there. */
function isOfAnotherHost(text: string): boolean {
  return /^https?:\/\/(?!localhost\b|127\.)[\w.-]+/.test(text)
}

function isNothing(node: Node): boolean {
  const value = unwrap(node)
  return textAt(value) === '' || (value.type === 'Literal' && !value.value)
}

/** `REDACTED` stands in for a token. */
function isConstant(node: Node): boolean {
  const value = unwrap(node)
  return value.type === 'Identifier' && /^[A-Z][A-Z\d_]*$/.test(value.name)
}
