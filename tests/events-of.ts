import * as typeScriptParser from '@typescript-eslint/parser'
import type { TSESLint } from '@typescript-eslint/utils'
import { Linter } from 'eslint'
import { expect } from 'vitest'
import type { Node } from '../lib/ast/nodes.js'
import type { Setting } from '../lib/ast/setting.js'
import { nodesIn } from './nodes-in.js'
import type { Cookie } from '../lib/events/cookie.js'
import type { EventOf, EventType, SessionEvent, SessionInHandler } from '../lib/events/events.js'
import type { SessionFile } from '../lib/events/file.js'
import type { Lifetime } from '../lib/events/lifetime.js'
import { createMatcher, type Match } from '../lib/events/match.js'
import { readFile } from '../lib/events/read-events.js'
import { readSettings } from '../lib/events/settings.js'
import type { Attribute } from '../lib/frameworks/framework.js'

export interface Reading {
  readonly filename?: string
  /** What stands under `settings['session-security']`. */
  readonly settings?: Readonly<Record<string, unknown>>
  readonly sourceType?: 'commonjs' | 'module' | 'script'
}

type ParserName = 'espree' | 'typescript'
type SourceCode = Readonly<TSESLint.SourceCode>

/**
 * What is read from a program, one line for each event: type, library, certainty, the underlined
 * text, and what the event carries.
 *
 *     cookieWritten express proved `cookie` sid session httpOnly=true path=/* lifetime=3600s
 *
 * A star marks the library's default, a question mark what nobody can say, followed by the values
 * that some runs have. What makes IDs and what is secret is left out: they have tests of their own. JavaScript is read under
 * both parsers, which must agree.
 */
export function eventsOf(code: string, reading: Reading = {}): string[] {
  const events = linesIn(fileOf(code, reading))
  const sourceCode = asJavaScript(code, reading)
  if (sourceCode) expect(linesIn(fileIn(sourceCode, reading, 'espree')), "events under ESLint's own parser").toEqual(events)
  return events
}

/**
 * Where the signatures of the tables are used, one line for each: what it emits, the library, the
 * certainty, the text, and the texts of its parts.
 */
export function matchesOf(code: string, reading: Reading = {}): string[] {
  const file = fileOf(code, reading)
  if (!file) return []
  const { context, handlers } = file
  const matcher = createMatcher(context, handlers)
  const text = (part: Node) => context.sourceCode.getText(part)
  return nodesIn(context.sourceCode).flatMap((node) => matcher.match(node).map((match) => matchText(match, text)))
}

const PARTS = ['name', 'value', 'property', 'header', 'headers', 'options', 'cookie', 'done'] as const

function matchText(match: Match, text: (node: Node) => string): string {
  const { certainty, pattern } = match
  const property = match.text(pattern.roles.property)
  const parts = PARTS.flatMap((part) => {
    const argument = match.argument(pattern.roles[part])
    return argument ? [`${part}=${text(argument)}`] : []
  })
  const named = pattern.propertyName !== undefined && property.state === 'known' ? [`property=${property.value}`] : []
  return [pattern.emits, pattern.framework.name, certainty, ...named, ...parts].join(' ')
}

/** The file itself, for questions that no line answers. */
export function fileOf(code: string, reading: Reading = {}): SessionFile | undefined {
  return fileIn(sourceCodeOf(code, reading), reading, 'typescript')
}

/** The same where a test is about one. */
export function sessionFileOf(code: string, reading?: Reading): SessionFile {
  const file = fileOf(code, reading)
  if (!file) throw new Error('The program has no session code.')
  return file
}

/** A source as ESLint hands it to rules: parsed, with scopes and parents. */
export function sourceCodeOf(code: string, { filename, sourceType = 'module' }: Reading = {}, parser: ParserName = 'typescript'): SourceCode {
  const languageOptions = { sourceType, ...(parser === 'typescript' && { parser: typeScriptParser }) }
  const [problem] = linter.verify(code, [{ files: ['**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}'], languageOptions }] as Linter.Config[], filename ?? defaultFilename(parser))
  if (problem) throw new Error(`${problem.message} (line ${problem.line}, column ${problem.column}) in\n${code}`)
  // ESLint types its trees for ESTree; at run time they are the trees that the readers know.
  return linter.getSourceCode() as unknown as SourceCode
}

const linter = new Linter({ configType: 'flat', cwd: '/' })

function fileIn(sourceCode: SourceCode, { filename, settings = {} }: Reading, parser: ParserName): SessionFile | undefined {
  return readFile(sourceCode, filename ?? defaultFilename(parser), readSettings({ 'session-security': settings }))
}

function linesIn(file: SessionFile | undefined): string[] {
  const events = file?.events.filter(({ type }) => !WITH_TESTS_OF_THEIR_OWN.has(type)) ?? []
  return file ? events.map((event) => lineOf(event, file)) : []
}

const WITH_TESTS_OF_THEIR_OWN: ReadonlySet<EventType> = new Set<EventType>(['readableDataWritten', 'secretWritten', 'sessionIdGenerated', 'sessionIdSupplied', 'sessionUnsigned'])

/** No folder above it has a manifest, so that nothing but the source speaks. */
function defaultFilename(parser: ParserName): string {
  return parser === 'typescript' ? '/nowhere/file.ts' : '/nowhere/file.js'
}

/** The source under ESLint's own parser, if that can read it. */
function asJavaScript(code: string, reading: Reading): SourceCode | undefined {
  if (/\.[cm]?tsx?$/.test(reading.filename ?? '')) return undefined
  try {
    return sourceCodeOf(code, reading, 'espree')
  } catch {
    return undefined
  }
}

function lineOf(event: SessionEvent, { context }: SessionFile): string {
  const text = context.sourceCode.getText(event.node).replace(/\s+/g, ' ')
  const shown = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text
  const library = 'framework' in event ? (event.framework?.name ?? '') : ''
  const parts = [event.type, library, event.certainty, `\`${shown}\``, ...details(event)]
  return parts.filter((part) => part !== '').join(' ')
}

const LONGEST_TEXT = 40

function details(event: SessionEvent): string[] {
  switch (event.type) {
    case 'sessionConfigured':
      return [...attributesOf(event.cookie), `lifetime=${lifetimeText(event.lifetime)}`]
    case 'browserCookieWritten':
    case 'cookieWritten':
      return [nameText(event.name), event.role, ...attributesOf(event.cookie), `lifetime=${lifetimeText(event.lifetime)}`]
    case 'cookieCleared':
      return [nameText(event.name), event.role]
    case 'userLoggedIn':
      return [`by=${event.by}`, sessionText(event.session)]
    case 'identityUnset':
    case 'sessionAbandoned':
    case 'sessionRestored':
      return [sessionText(event.session)]
    case 'sessionRegenerated':
      return [event.isErrorHandled ? '' : 'error=ignored', completionsText(event.completions)]
    case 'sessionDestroyed':
      return [event.unheard ? `failure=${event.unheard.kind}` : '', completionsText(event.completions)]
    case 'sessionLifetimeGiven':
      return [`lifetime=${event.seconds}s`]
    case 'sessionProlonged':
      return []
    case 'sessionSaved':
      return [event.unheard ? `failure=${event.unheard.kind}` : '']
    case 'cookieTrusted':
      return [event.name, `as=${event.as}`]
    case 'sessionUnsigned':
      return [event.missing === undefined ? `by=${event.option?.name ?? ''}` : `without=${event.missing}`]
    case 'corsAllowed':
      return [event.passing, `by=${event.by}`]
    case 'csrfChecked':
      return [event.ignored.length === 0 ? '' : `ignored=${event.ignored.join('|')}`]
    case 'credentialExposed':
      return [event.what, `in=${event.where}`]
    case 'webStorageWritten':
      return [nameText(event.name)]
    case 'jwtSigned':
      return [event.protection === 'signed' ? '' : event.protection, `payloads=${event.payloads.length}`, `lifetime=${lifetimeText(event.lifetime)}`]
    case 'jwtVerified':
      return [`tokens=${event.tokens?.length ?? '?'}`, algorithmsText(event), event.ignoringExpiry ? 'expiry=ignored' : '', event.limitsAge ? 'age=limited' : '']
    case 'jwtDecoded':
      return [event.token ? '' : 'token=?', event.secret ? 'secret' : '']
    case 'sessionIdSupplied':
      return [event.how, `from=${event.from}`, event.header ?? '']
    case 'sessionIdGenerated':
      return [event.sink]
    case 'tokenRefreshed':
    case 'tokensCompared':
      return []
    case 'readableDataWritten':
      return [event.key, `in=${event.where}`]
    case 'secretWritten':
      return [event.name, event.protects]
  }
}

function algorithmsText({ algorithms }: EventOf<'jwtVerified'>): string {
  if (algorithms.state !== 'listed') return `algorithms=${algorithms.state === 'absent' ? 'none given' : '?'}`
  return `algorithms=${algorithms.names.join('|')}${algorithms.isComplete ? '' : '…'}`
}

function nameText(name: Setting<string>): string {
  return name.state === 'known' ? name.value : '?'
}

const ATTRIBUTES: readonly Attribute[] = ['httpOnly', 'secure', 'sameSite', 'path', 'domain', 'partitioned']

function attributesOf(cookie: Cookie): string[] {
  return ATTRIBUTES.map((name) => settingText(name, cookie.attribute(name)))
}

function settingText(name: string, setting: Setting<unknown>): string {
  switch (setting.state) {
    case 'known':
      return `${name}=${String(setting.value)}${setting.from === 'default' ? '*' : ''}`
    case 'unknown':
      return `${name}=?${setting.possible.map(String).join('|')}`
    case 'absent':
      return ''
  }
}

function lifetimeText(lifetime: Lifetime): string {
  switch (lifetime.state) {
    case 'ends':
      return lifetime.seconds === undefined ? 'ends' : `${lifetime.seconds}s${lifetime.node ? '' : '*'}`
    case 'endless':
      return lifetime.isOnPurpose ? 'endless!' : lifetime.node ? 'endless' : 'none'
    case 'unknown':
      return '?'
  }
}

function sessionText({ carrier, certainty, framework, kind }: SessionInHandler): string {
  return `session=${framework.name}/${kind}/${certainty}${carrier === undefined ? '' : `/${carrier}`}`
}

function completionsText(completions: ReadonlySet<Node>): string {
  return completions.size === 0 ? '' : `completions=${completions.size}`
}
