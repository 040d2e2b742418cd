import { tellsLibrary } from '../../lib/events/names.js'
import { frameworks } from '../../lib/frameworks/index.js'
import { actFromElsewhere, fillStore, goOnAfter, keepAfterLogout, lockOut, plantFromSibling, readAtSibling, readByScript, readOnWire, replayAfter, tellLibrary, type Attack } from './attacks.js'
import { proveEach } from './proof.js'
import type { Repairable, RuleName } from './repair.js'
import { flawed, type Flaws, type Specimen } from './specimens.js'

/** One rule is about cookies that browsers refuse, the others are about those that they take. */
const VALID = 'valid-cookie-options'
const RULES: readonly RuleName[] = [
  'require-secure',
  'require-same-site',
  'no-broad-cookie-scope',
  'prefer-host-prefix',
  'no-default-session-name',
  'no-save-uninitialized',
  'no-excessive-lifetime',
  'require-cookie-clear-on-logout',
]

/** A minute more than the default profile has, idle and in all. */
const IDLE = 31
const ABSOLUTE = 12 * 60 + 1

const AWAY = { idle: goOnAfter(IDLE), absolute: goOnAfter(ABSOLUTE) }
const COPIED = { idle: replayAfter(IDLE), absolute: replayAfter(ABSOLUTE) }

const ATTACKS: Readonly<Partial<Record<RuleName, Attack>>> = {
  'require-secure': readOnWire,
  'require-same-site': actFromElsewhere,
  'no-broad-cookie-scope': readAtSibling,
  'prefer-host-prefix': plantFromSibling,
  'no-default-session-name': tellLibrary,
  'no-save-uninitialized': fillStore,
  'require-cookie-clear-on-logout': keepAfterLogout,
  'require-http-only': readByScript,
  'require-max-age': AWAY.absolute,
  [VALID]: lockOut,
}

/** Options that do nothing, or something else. */
const MISTAKES: Readonly<Record<string, readonly Attack[]>> = { misspelt: [actFromElsewhere], tooLong: [AWAY.absolute] }

const HOST_NAME = '__Host-session'
const SOUND = { secure: true, sameSite: 'lax' } as const
const REFUSED: Trials = { rules: [VALID], isBroken: true }
const DELETED: Trials = { rules: ['require-cookie-clear-on-logout'] }
const MONTH = 30 * 24 * 60 * 60

interface Trials {
  readonly rules?: readonly RuleName[]
  readonly isBroken?: boolean
}

function proveRepairs(specimen: Specimen, flaws: Flaws, { isBroken = false, rules = RULES }: Trials = {}): Promise<void> {
  return proveEach(flawed(specimen, flaws), {
    rules,
    isBroken,
    attacksOn: (flaw) => (isBroken ? attacksOn(flaw) : attacksOnUsed(specimen, flaws, flaw)),
    isTriedInDevelopment: ({ by, rule }) => rule === 'require-secure' && by === 'fix',
    prepared: specimen.prepared,
  })
}

function attacksOn({ rule }: Repairable): readonly Attack[] {
  const attack = ATTACKS[rule]
  return attack ? [attack] : []
}

/** Attacks on a program that people can use. */
function attacksOnUsed({ library }: Specimen, { isLong = false }: Flaws, flaw: Repairable): readonly Attack[] {
  if (flaw.rule !== 'no-excessive-lifetime') return MISTAKES[flaw.messageId] ?? attacksOn(flaw)
  const kind = flaw.messageId === 'idle' ? 'idle' : 'absolute'
  const { enforced, enforcedBy } = frameworks.find(({ name }) => name === library)?.session?.lifetime ?? {}
  // Where another option tells the server, the attribute is for the browser alone.
  const isEnforced = enforcedBy === 'server' && (isLong || enforced === undefined)
  return isEnforced ? [AWAY[kind], COPIED[kind]] : [AWAY[kind]]
}

interface Case {
  readonly of: string
  readonly flaws: Flaws
  readonly trials?: Trials
  /** The specimens that can have the flaws. */
  readonly suits?: (specimen: Specimen) => boolean
}

/** A test for each flaw and each specimen that can have it. */
function proveCases(cases: readonly Case[], specimens: readonly Specimen[]): void {
  for (const { flaws, of, suits = () => true, trials } of cases) {
    it.each(specimens.filter(suits))(`${of}: $library`, (specimen) => proveRepairs(specimen, flaws, trials), 120_000)
  }
}

/** What is proved of the cookies of all libraries. */
export function proveCookies(specimens: readonly Specimen[]): void {
  describe('what other people and other sites do with', () => {
    proveCases(
      [
        { of: 'a cookie of which nothing is said', flaws: { cookie: { path: '/' } } },
        { of: 'a cookie that is said to go over any connection, from any site', flaws: { cookie: { path: '/', secure: false, sameSite: false } }, suits: takesFalse },
        { of: 'a cookie that is said to go over any connection', flaws: { cookie: { path: '/', secure: false } }, suits: (specimen) => !takesFalse(specimen) },
        { of: 'a cookie that scripts can read, and that has no end', flaws: { cookie: { path: '/', ...SOUND } }, trials: { rules: ['require-http-only', 'require-max-age'] }, suits: isProvedHereAlone },
        { of: 'a cookie that is said to be for scripts', flaws: { cookie: { path: '/', ...SOUND, httpOnly: false } }, trials: { rules: ['require-http-only'] }, suits: isProvedHereAlone },
        { of: 'a cookie for a whole domain and a month', flaws: { cookie: { path: '/', ...SOUND, domain: 'shop.example', maxAge: MONTH } } },
      ],
      specimens,
    )
  })

  describe('a browser refuses', () => {
    const deletion = { path: '/', secure: true }
    proveCases(
      [
        { of: 'a cookie that is not Secure, as its name says', flaws: { name: HOST_NAME, deletion, cookie: { path: '/', ...SOUND, secure: false } }, trials: REFUSED, suits: hasName },
        { of: 'a cookie that is not for the whole host, as its name says', flaws: { name: HOST_NAME, deletion, cookie: { path: '/login', ...SOUND } }, trials: REFUSED, suits: hasName },
        { of: 'a cookie that is not for this host alone, as its name says', flaws: { name: HOST_NAME, deletion, cookie: { path: '/', ...SOUND, domain: 'app.shop.example' } }, trials: REFUSED, suits: hasName },
        { of: 'a cookie that is for every site, and not Secure', flaws: { cookie: { path: '/', secure: false, sameSite: 'none' } }, trials: REFUSED },
      ],
      specimens,
    )
  })

  describe('options that are no options:', () => {
    proveCases(
      [
        { of: 'SameSite in small letters', flaws: { cookie: { path: '/', secure: true, samesite: 'lax' } }, trials: { rules: [VALID] }, suits: isWithoutSameSite },
        { of: 'twelve hours in seconds', flaws: { cookie: { path: '/', ...SOUND, count: 43_200 } }, trials: REFUSED, suits: (specimen) => counts(specimen, 'milliseconds') },
        { of: 'twelve hours in milliseconds', flaws: { cookie: { path: '/', ...SOUND, count: 43_200_000 } }, trials: { rules: [VALID] }, suits: (specimen) => counts(specimen, 'seconds') && !refusesMuch(specimen) },
        { of: 'twelve hours in milliseconds, where the library refuses that', flaws: { cookie: { path: '/', ...SOUND, count: 43_200_000 } }, trials: REFUSED, suits: refusesMuch },
      ],
      specimens,
    )
  })
}

/** What is proved of sessions alone. */
export function proveSessions(specimens: readonly Specimen[]): void {
  describe('what libraries do, or are told to do', () => {
    proveCases(
      [
        { of: 'a session that the server keeps for a month', flaws: { cookie: { path: '/', ...SOUND }, isLong: true }, suits: ({ lifetime }) => lifetime !== undefined },
        { of: 'a session whose cookies are said not to be Secure', flaws: { cookie: { path: '/' }, changes: [['advanced: {', 'advanced: {\n    useSecureCookies: false,']] }, trials: { rules: ['require-secure'] }, suits: ({ library }) => library === 'better-auth' },
        { of: 'a cookie that another host can set', flaws: { name: 'visit', cookie: { path: '/', ...SOUND } }, suits: hasName },
        {
          of: 'a session for everybody',
          flaws: { cookie: { path: '/', ...SOUND }, changes: [['store,', 'store,\n    saveUninitialized: true,']] },
          trials: { rules: ['no-save-uninitialized'] },
          suits: ({ path }) => path.includes('/shop.'),
        },
      ],
      specimens,
    )
    const telling = specimens.filter((specimen) => hasName(specimen) && tellsLibrary(defaultNameOf(specimen)))
    it.each(telling)('a name that is the default: $library', (specimen) => proveRepairs(specimen, { name: defaultNameOf(specimen), cookie: { path: '/', ...SOUND } }, { rules: ['no-default-session-name'] }), 120_000)
  })
}

/** What is proved of the deletions of cookies. */
export function proveDeletions(specimens: readonly Specimen[]): void {
  const named = { name: HOST_NAME, cookie: { path: '/', ...SOUND } }
  const ownCases: readonly Omit<Case, 'trials'>[] = [
    { of: 'a deletion that is not Secure, as the name says', flaws: { ...named, deletion: { path: '/' } } },
    { of: 'a deletion that is not for the whole host, as the name says', flaws: { ...named, deletion: { path: '/login', secure: true } } },
    { of: 'a deletion that is not for this host alone, as the name says', flaws: { ...named, deletion: { path: '/', secure: true, domain: 'app.shop.example' } } },
  ]

  describe('a browser takes no notice of', () => {
    const deleting = specimens.filter(({ deletion }) => deletion)
    proveCases(
      [
        ...ownCases.map((own): Case => ({ ...own, trials: DELETED, suits: (specimen) => !refusesDeletion(specimen) })),
        { of: 'a deletion for every site that is not Secure', flaws: { cookie: { path: '/', secure: true, sameSite: 'none' }, deletion: { path: '/', sameSite: 'none' } }, trials: DELETED, suits: (specimen) => !isOfH3(specimen) },
        { of: 'a deletion with another path', flaws: { cookie: { path: '/', ...SOUND }, deletion: { path: '/login' } }, trials: DELETED },
        { of: 'a deletion with another Domain', flaws: { cookie: { path: '/', ...SOUND, domain: 'shop.example' }, deletion: { path: '/', domain: 'app.shop.example' } }, trials: DELETED },
        { of: 'a deletion with a Domain', flaws: { cookie: { path: '/', ...SOUND }, deletion: { path: '/', domain: 'shop.example' } }, trials: DELETED },
      ],
      deleting,
    )
  })

  describe('a library refuses, so that the logout fails,', () => {
    const refusing = specimens.filter(refusesDeletion)
    const trials: Trials = { ...DELETED, isBroken: true }
    proveCases(
      [
        ...ownCases.map((own): Case => ({ ...own, trials })),
        { of: 'a deletion for every site that is not Secure', flaws: { cookie: { path: '/', secure: true, sameSite: 'none' }, deletion: { path: '/', sameSite: 'none' } }, trials, suits: isOfH3 },
      ],
      refusing,
    )
  })
}

/** Libraries whose programs are no others than these. */
const ALONE: readonly string[] = ['@nestjs/common', '@remix-run/cookie', 'better-auth', 'cookies-next', 'fastify', 'iron-session/next', 'lucia', 'nookies']
const isProvedHereAlone = ({ library }: Specimen): boolean => ALONE.includes(library)
const hasName = ({ name }: Specimen): boolean => name !== undefined
/** What is h3 itself, or made with it. */
const isOfH3 = ({ library }: Specimen): boolean => library === 'h3' || library === '@tanstack/react-start'
const refusesDeletion = (specimen: Specimen): boolean => specimen.library === 'hono' || isOfH3(specimen)
/** Hono throws for what browsers would cut to 400 days. */
const refusesMuch = ({ library }: Specimen): boolean => library.startsWith('hono')
const takesFalse = ({ library }: Specimen): boolean => library !== 'koa-session' && library !== 'better-auth'

function isWithoutSameSite(specimen: Specimen): boolean {
  return !specimen.isHeader && cookieOf(specimen)?.defaults.sameSite === undefined
}

function counts(specimen: Specimen, unit: 'milliseconds' | 'seconds'): boolean {
  return !specimen.isHeader && cookieOf(specimen)?.maxAge === unit
}

function cookieOf({ library, words = library }: Specimen) {
  return frameworks.find(({ name }) => name === words)?.cookie
}

/** What Nest names cookies is the business of the library that it is given. */
function defaultNameOf({ library, words }: Specimen): string {
  return frameworks.find(({ name }) => name === (words === undefined ? library : 'express-session'))?.session?.name.default ?? ''
}
