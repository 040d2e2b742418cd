import { propertyName } from '../ast/bindings.js'
import { functionDeclaredBy } from '../ast/function-declared-by.js'
import { lastName } from '../ast/last-name.js'
import { namesInChain } from '../ast/names-in-chain.js'
import { isFunction, isInside, unwrap, wrapped, type Node } from '../ast/nodes.js'
import { onDemand } from '../ast/on-demand.js'
import { textAt } from '../ast/text-at.js'
import { textWritten } from '../ast/text-parts.js'
import { askedFor, lookedUpBy } from './asked-ids.js'
import { createEntropy } from './entropy-reader.js'
import { isDrawn, isGuessable, type Source, type Worth } from './entropy.js'
import type { BrowserCookieWritten, Certainty, CookieWritten, SessionConfigured, SessionEvent, SessionIdGenerated } from './events.js'
import type { FileContext } from './file-context.js'
import { isAboutOtherSessions, isAboutUsers, isPage } from './file-kind.js'
import { expressionsAt } from './given.js'
import { createGeneratorMatcher } from './generators.js'
import { nameOf } from './handler-types.js'
import type { HandMadeStores, RecordId, SessionRecord } from './hand-made-stores.js'
import { idMakerNameOf, idNameOf, isConnectionName, isOtherKind, type IdName } from './id-names.js'
import { namesGiven, namingIn } from './id-naming.js'
import type { Match } from './match.js'
import { wordsOf } from './names.js'
import { createOrigins, type Origin } from './id-origins.js'
import { createIdPurposes } from './id-purposes.js'
import type { Purposes } from './purposes.js'
import { isOtherRow } from './record-names.js'
import type { RequestUsers } from './request-users.js'
import { createSignedClaims } from './signed-claims.js'

type CookieEvent = BrowserCookieWritten | CookieWritten

/** A place where session IDs end. */
interface Sink {
  readonly name: string
  readonly certainty: Certainty
  readonly told: SessionIdGenerated['told']
  readonly origins: readonly Origin[]
}

/** Reads where a file makes session IDs and tokens, and what they are worth. */
export function readIds(
  context: FileContext,
  purposes: Purposes,
  users: RequestUsers,
  matches: readonly Match[],
  events: readonly SessionEvent[],
  stores: HandMadeStores,
): SessionIdGenerated[] {
  const { bindings, options, sourceCode } = context
  const generators = createGeneratorMatcher(context)
  const entropy = createEntropy(context, generators)
  const origins = createOrigins(context, entropy, generators)
  const isInPage = isPage(context)
  const isForUsers = isAboutUsers(context)
  const isNamed = !isAboutOtherSessions(context)
  const { isForOther } = createIdPurposes(context, purposes, users, events)
  const isOnlyClaim = createSignedClaims(context, events, stores)

  const lookups = onDemand(() => new Set(stores.records.flatMap(lookedUpBy).flatMap(({ expression }) => origins.of(expression).map(({ node }) => node))))

  const sinks: Sink[] = [
    ...matches.flatMap((match) => (match.pattern.emits === 'sessionIdGiven' ? givenSinks(match) : [])),
    ...events.flatMap((event) => (event.type === 'sessionConfigured' ? optionSinks(event) : [])),
    ...events.flatMap((event) => (event.type === 'cookieWritten' || event.type === 'browserCookieWritten' ? cookieSinks(event) : [])),
    ...(isNamed ? namingIn(sourceCode).flatMap(namedSinks) : []),
    ...(isNamed ? namingIn(sourceCode).flatMap(parameterSinks) : []),
    ...(isNamed && !isInPage ? stores.records.flatMap(recordSinks) : []),
  ]
  return eventsOf(sinks)

  /** `lucia.createSession(user.id, {}, { sessionId: … })` */
  function givenSinks({ argument, certainty, pattern: { roles } }: Match): Sink[] {
    const value = argument(roles.value)
    const [name = ''] = roles.value?.split('.').slice(-1) ?? []
    if (value && certainty === 'likely' && isOtherKind(namesAbout(value))) return []
    return value ? [{ name, certainty, told: 'library', origins: origins.of(value) }] : []
  }

  /** `session({ genid: () => … })` */
  function optionSinks({ certainty, facts, options }: SessionConfigured): Sink[] {
    return (facts.generator ?? []).flatMap((name) =>
      (expressionsAt(options, name) ?? []).map((node) => ({ name, certainty, told: 'library' as const, origins: origins.ofResult(node) })),
    )
  }

  /** `res.cookie('sid', …)` */
  function cookieSinks(event: CookieEvent): Sink[] {
    const { certainty, name, role, value } = event
    if (role !== 'session' || !value) return []
    const found = origins.of(value).filter(({ worth }) => {
      if (isOnlyUser(worth)) return isUnsigned(event) && isNamedExactly(event)
      return !isOnlyTime(worth) || !isTimeName(event)
    })
    return [{ name: name.state === 'known' ? name.value : 'session cookie', certainty, told: 'cookie', origins: found }]
  }

  /** `const sessionId = …`, `session.id = …`, `function generateSessionId() { return … }` */
  function namedSinks(node: Node): Sink[] {
    return namesGiven(node, bindings).flatMap(({ name, value, told }) => {
      const callable = value && isFunction(unwrap(value)) ? value : undefined
      const kind = callable ? idMakerNameOf(name) : (told ?? idNameOf(name))
      if (!value || !kind || isOtherKind(namesAbout(node), kind) || !isOfServer(kind, name)) return []
      const isVague = told !== undefined || (kind === 'token' && !callable && !isVariable(node))
      if (isVague && (node.type === 'AssignmentPattern' || !isForUsers)) return []
      const isKey = /key$/i.test(name)
      const found = (callable ? origins.ofResult(callable) : origins.of(targetOf(node) ?? value)).filter((origin) => isCounted(origin, kind) && !(isKey && isMadeOfFacts(origin.worth)) && !saysOther(origin) && !lookups().has(origin.node))
      return found.length === 0 || isForOther(node, name) || isOnlyClaim(node) ? [] : [{ name, certainty: 'likely', told: 'name', origins: found }]
    })
  }

  /** `open(Math.random())`, where this file has a `function open(sessionId)`. */
  function parameterSinks(node: Node): Sink[] {
    const callable = functionDeclaredBy(node)
    if (!callable) return []
    return callable.params.flatMap((parameter, index) => {
      const name = nameOf(parameter) ?? ''
      if (idNameOf(name) !== 'id') return []
      const uses = bindings.entries(callable) ?? []
      return uses.flatMap((use): Sink[] => {
        const call = wrapped(use).parent
        const isCall = call?.type === 'CallExpression' || call?.type === 'NewExpression'
        const argument = isCall && call.callee === wrapped(use) ? call.arguments[index] : undefined
        if (!argument || argument.type === 'SpreadElement' || isOtherKind(namesAbout(argument)) || !isOfServer('id', name) || isOnlyClaim(argument)) return []
        return [{ name, certainty: 'likely', told: 'name', origins: origins.of(argument).filter((origin) => isCounted(origin, 'id')) }]
      })
    })
  }

  /** `sessions.set(id, …)`, `redis.set(`session:${id}`, …)`, `prisma.session.create({ data: { id } })` */
  function recordSinks(record: SessionRecord): Sink[] {
    const { columns, name, node } = record
    if (isOtherKind(namesAbout(node)) || isForOther(node, name) || isOtherRow(columns) || !isKept(record)) return []
    return askedFor(record, options).flatMap((id): Sink[] => {
      if (isOnlyClaim(id.expression)) return []
      const found = origins.of(id.expression).filter((origin) => !isOnlyUser(origin.worth) && isCounted(origin, 'short'))
      return [{ name: nameInRecord(record, id), certainty: 'likely', told: 'name', origins: found }]
    })
  }

  /** Whether the sessions of all users are kept there: in the server behind a client, or in a variable of the module. */
  function isKept({ contents, parts }: SessionRecord): boolean {
    const [store] = parts.get('store') ?? []
    if (!store || !parts.has('key')) return true
    const variable = store.type === 'Identifier' ? bindings.variable(store) : undefined
    const held = variable && bindings.value(variable)
    const kind = held && unwrap(held).type
    if (variable?.scope.type !== 'module' && variable?.scope.type !== 'global') return false
    return (kind === 'ObjectExpression' || kind === 'NewExpression' || kind === 'CallExpression') && !contents.some((content) => isConnectionName(lastName(content) ?? ''))
  }

  function nameInRecord({ knownBy, name, node }: SessionRecord, { column, expression }: RecordId): string {
    if (column !== undefined) return `${name}.${column}`
    const id = expression.type === 'Identifier' ? expression.name : '…'
    if (knownBy === 'key') return id === '…' ? `${name}…` : `${name}\${${id}}`
    return node.type === 'CallExpression' ? `${name}.set(${id}, …)` : `${name}[${id}]`
  }

  /** In a page nobody makes the IDs of sessions, but those of visits and conversations. */
  function isOfServer(kind: IdName, name: string): boolean {
    return !isInPage || (kind === 'id' && /token/i.test(name))
  }

  /** Whether a name alone is enough to say that this value must not be guessed. */
  function isCounted({ worth }: Origin, kind: IdName): boolean {
    if (isOnlyUser(worth)) return false
    const isRandom = worth.sources.some(({ isHashed, weakness }) => weakness === 'random' || isHashed)
    switch (kind) {
      case 'id':
        return !isCountOfSomething(worth) || isForUsers
      case 'short':
        return isDrawn(worth) || (isGuessable(worth) && (isRandom || isForUsers) && !(isCountOfSomething(worth) && !isForUsers))
      case 'token':
        return isGuessable(worth) && worth.form === 'text' && (isRandom || isForUsers)
    }
  }

  /** `chat_${Date.now()}` */
  function saysOther({ node }: Origin): boolean {
    const text = textWritten(node, bindings)
    return isOtherKind([text]) || /^(?:agent|conv|run|thread)\b/.test(wordsOf(text))
  }

  /** The names of what is around a place: functions, routes, classes, receivers, calls. */
  function namesAbout(node: Node): string[] {
    const names = [...purposes.namesAround(node)]
    for (let at: Node | undefined = node; at; at = at.parent) names.push(...namesOf(at))
    const { parent } = node.parent ? wrapped(node.parent) : node
    // `req.visit = { sessionId: … }`
    return parent?.type === 'AssignmentExpression' ? [...names, lastName(parent.left) ?? ''] : names
  }
}

/** One event for each expression, for the place that is surest to be a session's. */
function eventsOf(sinks: readonly Sink[]): SessionIdGenerated[] {
  const events = new Map<Node, SessionIdGenerated>()
  const sure = sinks.toSorted((a, b) => Number(a.certainty === 'likely') - Number(b.certainty === 'likely'))
  for (const { certainty, name, origins, told } of sure) {
    for (const { isDirect, isFunction: isHandedOn, node, worth } of origins) {
      const source = tellingSource(worth)
      if (!source || events.has(node)) continue
      events.set(node, {
        type: 'sessionIdGenerated',
        node: small(tellingNode(source, worth, node)),
        certainty,
        value: node,
        sink: name,
        told,
        worth,
        source,
        isFunction: isHandedOn,
        isText: told !== 'name' && isDirect,
      })
    }
  }
  return [...events.values()]
}

/** What makes it weak: what draws too little, or else the worst of what can be guessed. */
function tellingSource({ sources }: Worth): Source | undefined {
  const guessable = WORST_FIRST.flatMap((kind) => sources.find(({ weakness }) => weakness === kind) ?? [])
  return sources.find(({ weakness }) => weakness === undefined) ?? guessable[0]
}

const WORST_FIRST = ['random', 'counter', 'time', 'process', 'encoding', 'user'] as const

/** `Math.random()`, or the call that draws too little, or the one that cuts too much away. */
function tellingNode(source: Source, { cuts }: Worth, origin: Node): Node {
  if (source.weakness !== undefined) return nodeOf(source, origin)
  const cut = cuts.findLast(({ isFelt, node }) => isFelt && (!source.isFromFunction || isInside(node, origin)))?.node
  return cut ?? (source.isFromFunction ? nodeOf(source, origin) : source.nodes[0])
}

/** Where a source is seen in an expression; the call itself, if the expression only names what it filled. */
function nodeOf({ nodes }: Source, origin: Node): Node {
  return nodes.find((node) => isInside(node, origin)) ?? nodes[0]
}

/** The name of what is called, where a call goes over several lines or has a callback. */
function small(node: Node): Node {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return node
  if (node.loc.start.line === node.loc.end.line && !node.arguments.some((argument) => isFunction(argument))) return node
  const callee = unwrap(node.callee)
  return callee.type === 'MemberExpression' ? callee.property : callee
}

function isOnlyUser({ sources }: Worth): boolean {
  return sources.every(({ isHashed, weakness }) => weakness === 'user' && !isHashed)
}

/** `session:1234`: a key under which something is found again, made of what is known about it. */
function isMadeOfFacts({ sources }: Worth): boolean {
  return sources.every(({ weakness }) => weakness === 'user' || weakness === 'process')
}

/** A number that counts: of connections, requests or turns, unless the file is about users. */
function isCountOfSomething({ form, sources }: Worth): boolean {
  return form !== 'text' && sources.every(({ weakness }) => weakness === 'counter' || weakness === 'process')
}

/** A user's name in a signed cookie is no ID: the signature is what can't be guessed. */
function isUnsigned({ cookie, framework }: CookieEvent): boolean {
  if (cookie.place.kind === 'header') return true
  const signed = cookie.place.options.get('signed')
  if (signed.state === 'absent') return framework.cookie?.signed !== 'with keys'
  return signed.state === 'known' && !signed.value
}

/** Not `remember_me`, where a user's name fills in the form, nor `session_user`, which is for showing. */
function isNamedExactly({ name }: CookieEvent): boolean {
  return name.state === 'known' && /^(?:.* )?(?:s?sid|sess|session|session ?id|auth|token|auth ?token|session ?token|jwt)$/.test(wordsOf(name.value))
}

/** `session_started` */
function isTimeName({ name }: CookieEvent): boolean {
  return name.state === 'known' && /\b(?:start|started|begin|began|time|date|at|created|login|seen|visit|visited|age)\b/.test(wordsOf(name.value))
}

function isOnlyTime({ sources }: Worth): boolean {
  return sources.every(({ weakness }) => weakness === 'time')
}

/** A variable called `token` is one; a parameter or property may be that of a parser or a container. */
function isVariable(node: Node): boolean {
  return node.type === 'VariableDeclarator' || node.type === 'AssignmentExpression'
}

/** The variable that is written, so that its other values are seen too. */
function targetOf(node: Node): Node | undefined {
  return node.type === 'AssignmentExpression' && node.left.type === 'Identifier' ? node.left : undefined
}

function namesOf(node: Node): string[] {
  switch (node.type) {
    case 'ClassDeclaration':
    case 'ClassExpression':
      return node.id ? [node.id.name] : []
    case 'VariableDeclarator':
      return node.id.type === 'Identifier' ? [node.id.name] : []
    case 'Property':
    case 'PropertyDefinition':
      return [propertyName(node) ?? '']
    case 'AssignmentExpression':
      return node.left.type === 'MemberExpression' ? namesInChain(node.left.object) : []
    case 'CallExpression':
    case 'NewExpression':
      return [...namesInChain(node.callee), ...node.arguments.flatMap((argument) => textAt(argument) ?? [])]
    case 'ObjectExpression':
      // `{ sessionId: …, chatInput: … }`: what stands beside it says whose session it is.
      return node.properties.flatMap((property) => (property.type === 'Property' ? [propertyName(property) ?? ''] : []))
    default:
      return []
  }
}
