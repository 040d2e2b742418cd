import { tellsLibrary } from '../lib/events/names.js'
import { carrierOf } from '../lib/events/session-places.js'
import { formParsers } from '../lib/frameworks/form-parsers.js'
import type { Attribute, Emission, Framework, ServerFacts, Signature } from '../lib/frameworks/framework.js'
import { table } from './render-table.js'

/** What a rule does about a library's weak program. */
export interface Finding {
  readonly rule: string
  /** Whether there is a fix or a suggestion. */
  readonly isRepaired: boolean
}

/** Why a rule has nothing to say about a library; undefined where it has. */
export type Silence = (framework: Framework) => string | undefined

/**
 * The reasons, from what the tables say: the events that they emit, and the facts that make those a flaw or no flaw.
 * No cell of the table is written by hand.
 */
export const SILENCES: Readonly<Record<string, Silence | undefined>> = {
  'require-http-only': (framework) => silenceAbout(framework, 'httpOnly', 'HttpOnly'),
  'require-secure': (framework) => silenceAbout(framework, 'secure', 'Secure'),
  'require-same-site': (framework) => silenceAbout(framework, 'sameSite', 'SameSite'),
  'require-max-age'(framework) {
    const { session, store } = framework
    if (store) return store.endlessWith ? undefined : 'ends its records'
    if (session?.lifetime.endless?.length === 0) return 'always ends'
    if (framework.cookie?.forgottenAfter !== undefined) return 'ends with the connection'
    return writesCookies(framework) ? undefined : 'sends no cookie'
  },
  'valid-cookie-options': (framework) => (writesCookies(framework) ? undefined : silenceAbout(framework, 'path', 'valid')),
  'no-broad-cookie-scope': (framework) => silenceAbout(framework, 'domain', 'of one host'),
  'prefer-host-prefix'(framework) {
    if (framework.cookie?.prefixesItself) return 'puts a prefix of its own'
    if (framework.session?.name.options.length === 0) return 'takes no name'
    return silenceAbout(framework, 'path', 'of one host')
  },
  'no-client-side-session-cookie': (framework) => (emits(framework, 'browserCookieWritten') ? undefined : 'works on the server'),
  'no-default-session-name'({ session }) {
    if (!session) return 'keeps no sessions'
    if (session.name.options.length === 0) return 'takes no name'
    if (session.name.default === '') return 'has no name by itself'
    return tellsLibrary(session.name.default) ? undefined : 'its default says nothing'
  },
  'no-excessive-lifetime'(framework) {
    const { options, spans } = framework.session?.lifetime ?? {}
    if (options || spans || emits(framework, 'jwtBuilt', 'jwtSigned', 'jwtSignerMade')) return undefined
    return framework.cookie?.forced?.includes('maxAge') ? 'takes no lifetime' : silenceAbout(framework, 'maxAge', 'short')
  },
  'no-hardcoded-secret': (framework) => (takesSecret(framework) ? undefined : 'takes no secret'),
  'no-memory-store'({ session }) {
    if (session?.memoryStore !== undefined || session?.inMemory) return undefined
    return session ? 'has no such store' : 'keeps no sessions'
  },
  'no-save-uninitialized': ({ session }) => (session?.uninitialized ? undefined : session ? 'saves no empty session' : 'keeps no sessions'),
  'no-auth-from-unsigned-cookie'(framework) {
    const { requestCookies, session } = framework
    if (requestCookies || session?.unsigned || emits(framework, 'cookieRead') || emits(framework, 'cookiesRead')) return undefined
    if (session) return session.kind === 'server' ? 'keeps data on the server' : 'always signs'
    return 'reads no cookie'
  },
  'no-permissive-credentialed-cors': ({ cors }) => (cors ? undefined : 'has no options for it'),
  'no-sensitive-data-in-client-session'(framework) {
    const { session } = framework
    if (session?.isReadable || emits(framework, 'jwtBuilt', 'jwtSigned', 'jwtSignerMade')) return undefined
    if (session) return session.kind === 'server' ? 'keeps data on the server' : 'encrypts what it keeps'
    return 'carries what it is given'
  },
  'no-session-id-in-logs': (framework) => (emits(framework, 'logged') ? undefined : 'logs nothing'),
  'no-session-id-in-response'(framework) {
    const isAnswered = emits(framework, 'answered') || (framework.server?.sendsReturnValue && emits(framework, 'cookieRead'))
    return isAnswered ? undefined : 'answers with no ID'
  },
  'no-session-id-in-url': () => 'is about the URL alone',
  'no-timing-unsafe-token-compare': () => 'compares nothing',
  'no-token-in-web-storage': (framework) => (emits(framework, 'webStorageWritten') ? undefined : 'is no storage of the page'),
  'no-client-supplied-session-id'(framework) {
    return framework.session?.generatorAsks || emits(framework, 'sessionLookedUp') ? undefined : 'is about the request alone'
  },
  'no-get-logout': ({ server }) => (hasRoutes(server) ? undefined : 'has no routes'),
  'no-unhandled-session-error'(framework) {
    if (framework.signatures.some((signature) => mayFailLater(framework, signature))) return undefined
    return framework.session ? 'is done at once' : 'keeps no sessions'
  },
  'no-weak-session-id'(framework) {
    const { session } = framework
    if (session?.generator || emits(framework, 'browserCookieWritten', 'cookieWritten', 'headerWritten', 'sessionIdGiven')) return undefined
    return session ? 'makes its IDs itself' : 'takes no ID'
  },
  'no-unverified-jwt'(framework) {
    if (!framework.jwt) return 'makes no tokens'
    return framework.jwt.ignoringExpiry || emits(framework, 'jwtDecoded', 'jwtDecoderMade') ? undefined : 'verifies every token'
  },
  'require-jwt-expiry': silenceAboutSigning,
  'require-jwt-algorithms'(framework) {
    if (framework.jwt?.algorithms) return undefined
    if (!framework.jwt) return 'makes no tokens'
    return emits(framework, 'jwtVerified') ? 'takes no list' : 'verifies nothing'
  },
  'require-refresh-token-rotation': () => 'is about the handler alone',
  'require-csrf-protection'(framework) {
    const { cookie, session } = framework
    const servers = session ? (carrierOf(session)?.servers ?? []) : []
    if (!session) return 'keeps no sessions'
    if (cookie?.forced?.includes('sameSite')) return 'always SameSite'
    return formParsers.some((parser) => parser.servers.some((server) => servers.includes(server))) ? undefined : 'is not followed to its routes'
  },
  'require-absolute-timeout'(framework) {
    const { session } = framework
    if (!session) return 'keeps no sessions'
    if (typeof session.lifetime.slides !== 'string' || session.lifetime.renewedBy !== undefined || emits(framework, 'sessionProlonged')) return undefined
    return session.lifetime.slides === 'never' ? 'is not prolonged' : 'takes no option for it'
  },
  'require-cookie-clear-on-logout'(framework) {
    const { cookie, session } = framework
    if (session?.keepsCookie || (emits(framework, 'cookieCleared') && cookie?.defaults.secure === undefined)) return undefined
    return session ? 'deletes its cookie itself' : 'has no deletion that browsers refuse'
  },
  'require-revocation-on-credential-change': () => 'is about accounts alone',
  'require-reauthentication': () => 'is about accounts alone',
  'require-regenerate-after-login'(framework) {
    const { session } = framework
    if (session?.renew || emits(framework, 'loginByLibrary')) return undefined
    if (session?.kind === 'client') return 'no session on the server'
    return session ? 'a login makes a session' : 'keeps no sessions'
  },
  'require-store-delete-on-logout'(framework) {
    const { session } = framework
    if (emits(framework, 'logoutByLibrary', 'sessionAbandoned')) return undefined
    if (session?.kind === 'client') return 'no session on the server'
    if (session) return session.end ? undefined : 'a logout ends the session'
    return 'keeps no sessions'
  },
}

/** Why a rule is silent about a library, or about what works underneath it. */
export function silenceOf(rule: string, framework: Framework, all: readonly Framework[]): string | undefined {
  const reasons = subjectsOf(framework, all).map((subject) => SILENCES[rule]?.(subject))
  return reasons.includes(undefined) ? undefined : reasons[0]
}

/** A framework on top of a server brings nothing of its own: what counts is its usual server, and the sessions made for that. */
function subjectsOf(framework: Framework, all: readonly Framework[]): readonly Framework[] {
  const [platform] = framework.server?.platforms ?? []
  if (platform === undefined) return [framework]
  return all.filter(({ name, session }) => name === platform || [session?.of ?? []].flat().some((of) => of.kind === 'object' && of.servers.includes(platform)))
}

/** The table of all libraries and rules. */
export function renderFrameworks(
  frameworks: readonly Framework[],
  rules: readonly string[],
  findingsIn: (framework: Framework) => readonly Finding[],
): string {
  return table(
    ['library', ...rules.map((rule) => `[${rule}](rules/${rule}.md)`)],
    frameworks.map((framework) => {
      const findings = findingsIn(framework)
      return [`[${framework.name}](${framework.reference})`, ...rules.map((rule) => cell(findings.find((found) => found.rule === rule)) ?? `– ${silenceOf(rule, framework, frameworks) ?? ''}`)]
    }),
  )
}

function cell(finding: Finding | undefined): string | undefined {
  if (!finding) return undefined
  return finding.isRepaired ? '🔧' : '✓'
}

function silenceAbout(framework: Framework, attribute: Attribute, name: string): string | undefined {
  if (framework.cookie?.forced?.includes(attribute)) return `always ${name}`
  if (writesCookies(framework)) return undefined
  return emits(framework, 'browserCookieWritten') ? 'written in the browser' : 'sends no cookie'
}

function silenceAboutSigning(framework: Framework): string | undefined {
  if (emits(framework, 'jwtBuilt', 'jwtSigned', 'jwtSignerMade')) return undefined
  return framework.jwt ? 'signs nothing' : 'makes no tokens'
}

/** Whether it sends cookies from a server. */
function writesCookies(framework: Framework): boolean {
  if (emits(framework, 'cookieDeclared', 'cookieWritten', 'headerWritten')) return true
  return framework.cookie !== undefined && emits(framework, 'sessionConfigured')
}

/** Whether handlers are registered for a method, or exported under one. */
function hasRoutes(server: ServerFacts | undefined): boolean {
  // What Node calls a server is given every request.
  const makes = (server?.routers ?? []).some((router) => router.kind !== 'export' || !/^https?2?$/.test(router.module))
  return makes || server?.exports?.some(({ methods, names }) => methods !== undefined || names.includes('GET')) === true
}

/** Whether a signature renews, ends or saves a session in a way whose end a caller must hear of. */
function mayFailLater({ session }: Framework, { roles, text }: Signature): boolean {
  if (text.includes(' = ')) return false
  const known = { sessionRegenerated: session?.renew?.ends, sessionDestroyed: session?.end?.ends, sessionSaved: undefined }
  const { emits: emission } = roles
  if (emission !== 'sessionRegenerated' && emission !== 'sessionDestroyed' && emission !== 'sessionSaved') return false
  const ends = roles.ends ?? known[emission]
  return ends !== undefined && ends !== 'at once'
}

/** Whether it is given a secret: in one of its signatures, or when a token is built. */
function takesSecret({ jwt, signatures }: Framework): boolean {
  return jwt?.builder !== undefined || signatures.some(({ roles }) => roles.secret !== undefined)
}

function emits({ signatures }: Framework, ...emissions: readonly Emission[]): boolean {
  return signatures.some(({ roles }) => emissions.includes(roles.emits))
}
