import type { TSESTree } from '@typescript-eslint/utils'
import { propertyName } from '../ast/bindings.js'
import { byPlace } from '../ast/by-place.js'
import { functionDeclaredBy } from '../ast/function-declared-by.js'
import { namesInChain } from '../ast/names-in-chain.js'
import { functionsAround, isFunction, isInside, statementAround, unwrap, wrapped, type Node } from '../ast/nodes.js'
import { onDemand } from '../ast/on-demand.js'
import { textAt } from '../ast/text-at.js'
import { usesOf } from '../ast/variables.js'
import type { SessionEvent } from './events.js'
import type { FileContext } from './file-context.js'
import { isConnectionName, isOtherKind, namesConversation, namesGateway, namesOtherPage, namesOtherSession, namesOtherSessionBehindVerb } from './id-names.js'
import { wordsOf } from './names.js'
import type { Purposes } from './purposes.js'
import { hasOwner, isOtherRow } from './record-names.js'
import type { RequestUsers } from './request-users.js'

/** Tells what IDs are for, by what is around the places where they are made. */
export interface IdPurposes {
  /** Whether what is made in a place, under a name, is the session of something else: by what it is for, where it goes, or who asks for it. */
  isForOther(node: Node, name: string): boolean
}

/** @param events what is known of the file so far, with its cookies */
export function createIdPurposes({ bindings }: FileContext, purposes: Purposes, users: RequestUsers, events: readonly SessionEvent[]): IdPurposes {
  const cookies = onDemand(() => byPlace(events.filter((event) => event.type === 'cookieWritten' && event.role === 'session'), ({ node }) => node))

  return { isForOther }

  function isForOther(node: Node, name: string): boolean {
    if (purposes.hasNameAround(node, namesOtherPurpose) || placesOf(node).some((place) => isPlaceOfOther(place) || keepsConnection(place)) || makesForOther(node) || isOnlyInFileNames(node)) return true
    return !/token/i.test(name) && users.areKnownAt(node) && !users.areDecidedAt(node) && !opensSession(node)
  }

  /** Whether a function makes what the file puts into places of something else alone: `examSessions[newSessionId()]`. */
  function makesForOther(node: Node): boolean {
    const callable = functionDeclaredBy(node)
    const uses = callable ? (bindings.entries(callable) ?? []) : []
    return uses.length > 0 && uses.every((use) => placesOf(wrapped(use)).some(isPlaceOfOther))
  }

  /** `session-${sessionId}.json` */
  function isOnlyInFileNames(node: Node): boolean {
    const uses = node.type === 'VariableDeclarator' && node.id.type === 'Identifier' ? usesOf(bindings.variable(node.id)) : []
    return uses.length > 0 && uses.every(isInFileName)
  }

  /** A place, and those where what is made there is used under the name that it gets, or had before. */
  function placesOf(node: Node): readonly Node[] {
    const holder = statementAround(node)
    const declared = holder?.type === 'VariableDeclaration' ? holder.declarations.find((declarator) => isInside(node, declarator))?.id : undefined
    const names = [declared, node.type === 'Property' ? unwrap(node.value) : undefined, node.type === 'AssignmentExpression' ? unwrap(node.left) : undefined]
    return [node, ...names.flatMap((name) => (name?.type === 'Identifier' ? referencesOf(name) : []))]
  }

  function referencesOf(name: TSESTree.Identifier): readonly Node[] {
    return bindings.variable(name)?.references.map(({ identifier }) => identifier) ?? []
  }

  /** `this.sessions[sessionId] = this.agent.invite(target)` */
  function keepsConnection(node: Node): boolean {
    const place = wrapped(node).parent
    const assignment = place?.type === 'MemberExpression' && place.computed ? wrapped(place).parent : undefined
    return assignment?.type === 'AssignmentExpression' && assignment.left === place && isConnectionName(namesInChain(bindings.held(assignment.right)).at(-1) ?? '')
  }

  /** Whether a handler that knows its user lets him in all the same: it sends a cookie, or says so. */
  function opensSession(node: Node): boolean {
    return functionsAround(node).some((callable) => cookies()(callable).length > 0) || purposes.hasNameAround(node, namesOpening)
  }
}

/** Whether a value is kept, where it is used, among what belongs to something else: `examSessions[id] = …`. */
export function isPlaceOfOther(node: Node): boolean {
  for (let at: Node | undefined = node; at && !isFunction(at); at = at.parent) if (holdersIn(at).some(namesOtherSession) || isKeptForOther(at) || isBesideOther(at) || isSearched(at)) return true
  return false
}

/** Whether a route is about something that goes on for a while, or is asked by no browser: `/uploads/:sessionId`, `/ussd`. */
export function namesOtherRoute(name: string): boolean {
  return name.startsWith('/') && (namesOtherPurpose(name) || namesGateway(name) || name.split('/').some(namesOtherPage))
}

/** `/focus-sessions`, `startExamSession` */
export function namesOtherPurpose(name: string): boolean {
  return name.split('/').some((part) => (/sessions$/i.test(part) ? namesOtherSession(part) : namesOtherSessionBehindVerb(part)))
}

/** Whether a function or a route is named as one that lets users in. */
function namesOpening(name: string): boolean {
  return OPENING.test(wordsOf(name))
}

const OPENING = /\b(?:log ?[io]n|sign ?(?:in|up)|register|\w*auth\w*|callback|tokens?|sessions?|refresh|renew|rotate|verify|otp|mfa|2fa|sso|saml|impersonate|connect)\b/

/** What a call keeps something in, by name: `examSessions`, `'exam_sessions'`. */
function holdersIn(node: Node): string[] {
  if (node.type === 'AssignmentExpression') return node.left.type === 'MemberExpression' ? namesInChain(node.left.object) : []
  if (node.type === 'NewExpression') return namesInChain(node.callee)
  if (node.type !== 'CallExpression') return []
  return [...namesInChain(node.callee).slice(0, -1), ...node.arguments.flatMap((argument) => tablesIn(textAt(argument) ?? ''))]
}

/** The table that a text is the name of, or that a statement adds to. */
function tablesIn(text: string): readonly string[] {
  return /^[\w-]+$/.exec(text) ?? /\binto\s+["'`[]?(\w+)/i.exec(text)?.slice(1) ?? []
}

/** `{ id: newSessionId(), messages: [] }`, which says nothing of a user. */
function isBesideOther(node: Node): boolean {
  if (node.type !== 'Property' || node.parent.type !== 'ObjectExpression' || !/^_?id$/.test(propertyName(node) ?? '')) return false
  const names = node.parent.properties.flatMap((property) => (property.type === 'Property' ? (propertyName(property) ?? []) : []))
  return isOtherRow(names) && !hasOwner(names)
}

/** Whether a text asks for places on a map: `….googleapis.com/maps/api/place/autocomplete/json?sessiontoken=${token}`, by which searches are charged. */
function isSearched(node: Node): boolean {
  return node.type === 'TemplateLiteral' && node.quasis.some(({ value }) => /\/places?\/|\/searchbox\/|\bautocomplete\b|\bgeocod(?:e|er|ing)\b/.test(value.raw))
}

/** Whether a text goes on with the ending of a file behind a value. */
function isInFileName(node: Node): boolean {
  const { parent } = wrapped(node)
  if (parent?.type === 'TemplateLiteral') return FILE_ENDING.test(parent.quasis[parent.expressions.findIndex((part) => isInside(node, part)) + 1]?.value.raw ?? '')
  const sum = parent?.type === 'BinaryExpression' && parent.operator === '+' ? parent : undefined
  const next = sum?.left === wrapped(node) ? sum.right : sum?.parent.type === 'BinaryExpression' ? sum.parent.right : undefined
  return next !== undefined && FILE_ENDING.test(textAt(next) ?? '')
}

const FILE_ENDING = /^\.(?:jsonl?|log|txt|csv|md|html|zip|pcap|webm|mp4|wav)$/

/** `saveConversation(sessionId, …)`, `chats.create(sessionId)`, `redis.set(`game:${sessionId}`, …)` */
function isKeptForOther(node: Node): boolean {
  if (node.type !== 'CallExpression') return false
  const names = namesInChain(node.callee)
  const [key] = node.arguments
  if (key?.type === 'TemplateLiteral' && isOtherKind([key.quasis[0]?.value.raw ?? ''])) return true
  return KEEPING.test(wordsOf(names.at(-1) ?? '')) && names.some(namesConversation)
}

const KEEPING = /^(?:save|store|create|add|insert|append|update|upsert|put|set|start|open|push)\b/
