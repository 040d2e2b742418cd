import type { TSESTree } from '@typescript-eslint/utils'
import { byPlace } from '../ast/by-place.js'
import { namesInChain } from '../ast/names-in-chain.js'
import { functionsAround, isFunction, isInside, statementAround, unwrap, type Node } from '../ast/nodes.js'
import { onDemand } from '../ast/on-demand.js'
import { textAt } from '../ast/text-at.js'
import { usesOf } from '../ast/variables.js'
import type { SessionEvent } from './events.js'
import type { FileContext } from './file-context.js'
import { namesConversation, namesGateway, namesOtherPage, namesOtherSession, namesOtherSessionBehindVerb } from './id-names.js'
import { wordsOf } from './names.js'
import type { Purposes } from './purposes.js'
import type { RequestUsers } from './request-users.js'

/** Tells what IDs are for, by what is around the places where they are made. */
export interface IdPurposes {
  /** Whether what is made in a place, under a name, is the session of something else: by what it is for, where it goes, or who asks for it. */
  isForOther(node: Node, name: string): boolean
  /** Whether only a signed token says what is made in a place: nobody sends that by itself, so it may be guessed. */
  isOnlyClaim(node: Node): boolean
}

/** @param events what is known of the file so far, with its cookies and tokens */
export function createIdPurposes({ bindings }: FileContext, purposes: Purposes, users: RequestUsers, events: readonly SessionEvent[]): IdPurposes {
  const cookies = onDemand(() => byPlace(events.filter((event) => event.type === 'cookieWritten' && event.role === 'session'), ({ node }) => node))
  const claims = new Set(events.flatMap((event) => (event.type === 'jwtSigned' && event.protection !== 'none' ? event.payloads.map(bindings.held) : [])))

  return { isForOther, isOnlyClaim }

  function isForOther(node: Node, name: string): boolean {
    if (purposes.hasNameAround(node, namesOtherPurpose) || placesOf(node).some(isPlaceOfOther)) return true
    return !/token/i.test(name) && users.areKnownAt(node) && !users.areDecidedAt(node) && !opensSession(node)
  }

  function isOnlyClaim(node: Node): boolean {
    const uses = node.type === 'VariableDeclarator' && node.id.type === 'Identifier' ? usesOf(bindings.variable(node.id)) : []
    return isClaim(node) || (uses.length > 0 && uses.every(isClaim))
  }

  function isClaim(part: Node): boolean {
    for (let at: Node | undefined = part; at && claims.size > 0; at = at.parent) if (claims.has(at)) return true
    return false
  }

  /** A place, and those where what is made there is used under the name that it gets, or had before. */
  function placesOf(node: Node): readonly Node[] {
    const holder = statementAround(node)
    const declared = holder?.type === 'VariableDeclaration' ? holder.declarations.find((declarator) => isInside(node, declarator))?.id : undefined
    const names = [declared, node.type === 'Property' ? unwrap(node.value) : undefined]
    return [node, ...names.flatMap((name) => (name?.type === 'Identifier' ? referencesOf(name) : []))]
  }

  function referencesOf(name: TSESTree.Identifier): readonly Node[] {
    return bindings.variable(name)?.references.map(({ identifier }) => identifier) ?? []
  }

  /** Whether a handler that knows its user lets him in all the same: it sends a cookie, or says so. */
  function opensSession(node: Node): boolean {
    return functionsAround(node).some((callable) => cookies()(callable).length > 0) || purposes.hasNameAround(node, namesOpening)
  }
}

/** Whether a value is kept, where it is used, among what belongs to something else: `examSessions[id] = …`. */
export function isPlaceOfOther(node: Node): boolean {
  for (let at: Node | undefined = node; at && !isFunction(at); at = at.parent) if (holdersIn(at).some(namesOtherSession) || isKeptForOther(at)) return true
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
  return [...namesInChain(node.callee).slice(0, -1), ...node.arguments.flatMap((argument) => textAt(argument)?.match(/^[\w-]+$/) ?? [])]
}

/** `saveConversation(sessionId, …)`, `chats.create(sessionId)` */
function isKeptForOther(node: Node): boolean {
  const names = node.type === 'CallExpression' ? namesInChain(node.callee) : []
  return KEEPING.test(wordsOf(names.at(-1) ?? '')) && names.some(namesConversation)
}

const KEEPING = /^(?:save|store|create|add|insert|append|update|upsert|put|set|start|open|push)\b/
