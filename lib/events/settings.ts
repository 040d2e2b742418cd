/** What a team can say about its project, once for all rules. See docs/settings.md. */
export interface Settings {
  /** Libraries that the project uses, where neither the file nor the manifest says it. */
  readonly libraries: readonly string[]
  readonly cookies: {
    readonly session: readonly RegExp[]
    readonly other: readonly RegExp[]
    readonly readable: readonly RegExp[]
  }
  readonly functions: Readonly<Record<FunctionKind, readonly string[]>>
  readonly profile: Profile
  readonly fixes: 'apply' | 'suggest'
  readonly certainty: 'likely' | 'proved'
  /** Where the files run that the block is for; undefined where each file tells it by itself. */
  readonly environment: (typeof ENVIRONMENTS)[number] | undefined
}

export type FunctionKind = 'destroy' | 'login' | 'logout' | 'regenerate' | 'revoke'
export type Profile = keyof typeof LIMITS

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * The longest lifetimes that each profile allows, in seconds.
 *
 * ASVS v4.0.3-3.3.2; NIST SP 800-63B-4 sections 2.1.3, 2.2.3 and 2.3.3; PCI DSS v4 8.2.8 (idle only,
 * the absolute limit is ours); OWASP Session Management Cheat Sheet, "Session Expiration".
 */
export const LIMITS = {
  'asvs-l1': { idle: 30 * DAY, absolute: 30 * DAY },
  'asvs-l2': { idle: 30 * MINUTE, absolute: 12 * HOUR },
  'asvs-l3': { idle: 15 * MINUTE, absolute: 12 * HOUR },
  'nist-aal1': { idle: 30 * DAY, absolute: 30 * DAY },
  'nist-aal2': { idle: 60 * MINUTE, absolute: 24 * HOUR },
  'nist-aal3': { idle: 15 * MINUTE, absolute: 12 * HOUR },
  'pci-dss': { idle: 15 * MINUTE, absolute: 12 * HOUR },
  'owasp-high-value': { idle: 5 * MINUTE, absolute: 4 * HOUR },
  'owasp-low-risk': { idle: 30 * MINUTE, absolute: 8 * HOUR },
} as const

const FUNCTION_KINDS = ['destroy', 'login', 'logout', 'regenerate', 'revoke'] as const
const COOKIE_KINDS = ['session', 'other', 'readable'] as const
const ENVIRONMENTS = ['browser', 'server', 'test'] as const
const PROFILES = Object.keys(LIMITS).filter((name): name is Profile => Object.hasOwn(LIMITS, name))
const KEY = 'session-security'

const cache = new WeakMap<object, Settings>()
const DEFAULTS = read({})

/**
 * Reads `settings['session-security']`.
 *
 * @throws {Error} when a key is unknown or a value is not allowed; the message names the key and what is allowed.
 */
export function readSettings(all: Readonly<Record<string, unknown>>): Settings {
  const own = Object.hasOwn(all, KEY) ? all[KEY] : undefined
  if (own === undefined) return DEFAULTS
  const block = objectAt(KEY, own)
  // ESLint hands every file the same object, which holds for all of a run.
  const known = cache.get(block) ?? read(block)
  cache.set(block, known)
  return known
}

function read(block: Readonly<Record<string, unknown>>): Settings {
  onlyKeys('', block, ['libraries', 'cookies', 'functions', 'profile', 'fixes', 'certainty', 'environment'])
  const cookies = objectAt('cookies', valueOf(block, 'cookies', {}))
  const functions = objectAt('functions', valueOf(block, 'functions', {}))
  onlyKeys('cookies', cookies, COOKIE_KINDS)
  onlyKeys('functions', functions, FUNCTION_KINDS)
  const patterns = (kind: (typeof COOKIE_KINDS)[number]) => patternsAt(`cookies.${kind}`, valueOf(cookies, kind))
  const names = (kind: FunctionKind) => stringsAt(`functions.${kind}`, valueOf(functions, kind))
  return {
    libraries: stringsAt('libraries', valueOf(block, 'libraries')),
    cookies: { session: patterns('session'), other: patterns('other'), readable: patterns('readable') },
    functions: {
      destroy: names('destroy'),
      login: names('login'),
      logout: names('logout'),
      regenerate: names('regenerate'),
      revoke: names('revoke'),
    },
    profile: choiceAt('profile', valueOf(block, 'profile'), PROFILES, 'asvs-l2'),
    fixes: choiceAt('fixes', valueOf(block, 'fixes'), ['apply', 'suggest'], 'apply'),
    certainty: choiceAt('certainty', valueOf(block, 'certainty'), ['likely', 'proved'], 'likely'),
    environment: choiceAt('environment', valueOf(block, 'environment'), ENVIRONMENTS, undefined),
  }
}

function valueOf(block: Readonly<Record<string, unknown>>, key: string, fallback?: unknown): unknown {
  return Object.hasOwn(block, key) && block[key] !== undefined ? block[key] : fallback
}

function objectAt(path: string, value: unknown): Readonly<Record<string, unknown>> {
  if (isObject(value)) return value
  throw refusal(path, 'must be an object')
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function onlyKeys(path: string, block: Readonly<Record<string, unknown>>, allowed: readonly string[]): void {
  const unknown = Object.keys(block).find((key) => !allowed.includes(key))
  if (unknown === undefined) return
  throw refusal(path === '' ? unknown : `${path}.${unknown}`, `is not a setting; allowed are ${allowed.join(', ')}`)
}

function stringsAt(path: string, value: unknown): readonly string[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw refusal(path, 'must be an array of strings')
  return value.map((item: unknown, index) => {
    if (typeof item === 'string') return item
    throw refusal(`${path}[${index}]`, 'must be a string')
  })
}

function patternsAt(path: string, value: unknown): readonly RegExp[] {
  return stringsAt(path, value).map((pattern, index) => {
    try {
      return new RegExp(pattern, 'u')
    } catch {
      throw refusal(`${path}[${index}]`, `is not a regular expression: ${pattern}`)
    }
  })
}

function choiceAt<T extends string, Fallback extends T | undefined>(path: string, value: unknown, allowed: readonly T[], fallback: Fallback): Fallback | T {
  if (value === undefined) return fallback
  const choice = allowed.find((option) => option === value)
  if (choice !== undefined) return choice
  throw refusal(path, `must be one of ${allowed.join(', ')}`)
}

function refusal(path: string, what: string): Error {
  const place = path === KEY || path === '' ? `settings['${KEY}']` : `settings['${KEY}'].${path}`
  return new Error(`${place} ${what}.`)
}
