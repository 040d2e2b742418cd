import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { onDemand } from '../ast/on-demand.js'
import { unlessTooDeep } from '../ast/unless-too-deep.js'
import type { SessionEvent } from './events.js'
import { createCredentials } from './credentials.js'
import { createFileContext } from './file-context.js'
import { createSessionFile, type SessionFile } from './file.js'
import { mayMatter } from './gate.js'
import { createHandedSessions } from './handed-sessions.js'
import { createHandlers } from './handlers.js'
import { createHandMadeStores } from './hand-made-stores.js'
import { createLeftRecords } from './left-records.js'
import { createLogouts } from './logouts.js'
import { createMatcher } from './match.js'
import { candidatesIn, readers } from './patterns.js'
import { createPurposes } from './purposes.js'
import { readComparisons } from './read-comparisons.js'
import { readConfigurations } from './read-configurations.js'
import { readCookieTrust, readUnsignedSessions } from './read-cookie-trust.js'
import { readCookies } from './read-cookies.js'
import { readCors } from './read-cors.js'
import { readCsrf } from './read-csrf.js'
import { readExposures } from './read-exposures.js'
import { readIds } from './read-ids.js'
import { readJwts } from './read-jwts.js'
import { readLogins } from './read-logins.js'
import { readReadableData } from './read-readable-data.js'
import { readRefreshes } from './read-refreshes.js'
import { readRenewals } from './read-renewals.js'
import { readRoutes } from './routes.js'
import { readSecrets } from './read-secrets.js'
import { readSuppliedIds } from './read-supplied-ids.js'
import { readUrls } from './read-urls.js'
import { readWebStorage } from './read-web-storage.js'
import { readRequestCookies } from './request-cookies.js'
import { createRequestUsers } from './request-users.js'
import { createSessions } from './sessions.js'
import type { Settings } from './settings.js'
import { createTokenOrigins } from './token-origins.js'

/**
 * What was read from a file, for all rules. Keyed by the tree, because Oxlint hands every file to the
 * rules in the same `SourceCode` object.
 */
const files = new WeakMap<TSESTree.Program, SessionFile | undefined>()

/** The events of a file, in the order of the source; undefined where the text has none of the words, or is nested too deeply. */
export function readFile(
  sourceCode: Readonly<TSESLint.SourceCode>,
  filename: string,
  settings: Settings,
): SessionFile | undefined {
  if (!mayMatter(sourceCode)) return undefined
  const { ast } = sourceCode
  if (!files.has(ast)) files.set(ast, unlessTooDeep(() => read(sourceCode, filename, settings)))
  return files.get(ast)
}

function read(sourceCode: Readonly<TSESLint.SourceCode>, filename: string, settings: Settings): SessionFile {
  const candidates = candidatesIn(sourceCode)
  const context = createFileContext(sourceCode, filename, settings, readers())
  const handlers = createHandlers(context)
  const matcher = createMatcher(context, handlers)
  const purposes = createPurposes(handlers)
  const matches = candidates.flatMap((node) => matcher.match(node))
  const sessions = createSessions(context, handlers, matcher, matches)
  const credentials = createCredentials(context, handlers, matcher)
  const stores = createHandMadeStores(context, candidates)
  const jwts = readJwts(context, matches)
  const cookieReads = readRequestCookies(context, handlers, matches)
  const routes = onDemand(() => readRoutes(context, handlers, purposes))
  const configured = readConfigurations(context, matches)
  const events: SessionEvent[] = [
    ...configured,
    ...readCookies(context, matches, sessions, stores, jwts),
    ...readRenewals(context, handlers, matches),
    ...jwts,
    ...readWebStorage(context, matches),
    ...readSecrets(context, matches),
    ...readComparisons(context, handlers),
    ...readExposures(context, handlers, credentials, matches, createTokenOrigins(context, handlers, purposes, matches, cookieReads, jwts), routes),
    ...readUrls(context, handlers, purposes, credentials),
    ...readCookieTrust(context, purposes, matches, cookieReads),
    ...readUnsignedSessions(context, sessions, matches, configured),
    ...readCors(context, purposes, matches),
    ...readCsrf(context, matches),
    ...readLogins(context, handlers, matches, sessions, purposes),
  ]
  add(readRefreshes(context, handlers, purposes, events))
  add(readReadableData(context, sessions, matches, events))
  const users = createRequestUsers(context, handlers, purposes)
  add(readSuppliedIds(context, handlers, purposes, users, matches, events))
  add(readIds(context, purposes, users, matches, events, stores))
  events.sort((a, b) => a.node.range[0] - b.node.range[0])
  const logouts = createLogouts(context, handlers, matches, purposes, events)
  const leftRecords = createLeftRecords(context, handlers, purposes, logouts, stores, events)
  const handedSessions = createHandedSessions(context, handlers, purposes, credentials, matches, events)
  return createSessionFile(context, handlers, purposes, routes, { ...logouts, ...leftRecords, ...handedSessions }, events)

  /** One by one: a call takes only so many arguments. */
  function add(more: readonly SessionEvent[]): void {
    for (const event of more) events.push(event)
  }
}
