import { frameworks } from '../../lib/frameworks/index.js'
import { actFromElsewhere, fillStore, goOnAfter, keepAfterLogout, lockOut, plantFromSibling, readAtSibling, readOnWire, replayAfter, tellLibrary, type Attack } from './attacks.js'
import { proveEach, type Repaired } from './proof.js'
import type { RuleName } from './repair.js'
import { COOKIE_SPECIMENS, flawed, SESSION_SPECIMENS, type Flaws, type Specimen } from './specimens.js'
import { expectRecord } from './table.js'

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
  [VALID]: lockOut,
}

const SPECIMENS = [...SESSION_SPECIMENS, ...COOKIE_SPECIMENS]
const HOST_NAME = '__Host-session'
const SOUND = { secure: true, sameSite: 'lax' } as const
const MONTH = 30 * 24 * 60 * 60

function proveRepairs(specimen: Specimen, flaws: Flaws, rules = RULES): Promise<void> {
  return proveEach(flawed(specimen, flaws), {
    rules,
    attacksOn: (flaw) => attacksOn(specimen, flaws, flaw),
    isTriedInDevelopment: ({ by, rule }) => rule === 'require-secure' && by === 'fix',
    prepared: specimen.prepared,
  })
}

function attacksOn({ library }: Specimen, { isLong = false }: Flaws, { messageId, rule }: Repaired): readonly Attack[] {
  if (rule === 'no-excessive-lifetime') {
    const kind = messageId === 'idle' ? 'idle' : 'absolute'
    const { enforced, enforcedBy } = frameworks.find(({ name }) => name === library)?.session?.lifetime ?? {}
    // Where another option tells the server, the attribute is for the browser alone.
    const isEnforced = enforcedBy === 'server' && (isLong || enforced === undefined)
    return isEnforced ? [AWAY[kind], COPIED[kind]] : [AWAY[kind]]
  }
  const attack = ATTACKS[rule]
  return attack ? [attack] : []
}

describe('a cookie of which nothing is said', { timeout: 120_000 }, () => {
  it.each(SPECIMENS)('$library', (specimen) => proveRepairs(specimen, { cookie: { path: '/' } }))
})

describe('a cookie that is said to go over any connection, from any site', { timeout: 120_000 }, () => {
  // One library does not start with the latter.
  const said = SPECIMENS.map((specimen) => ({ ...specimen, sameSite: specimen.library === 'koa-session' ? undefined : false as const }))

  it.each(said)('$library', ({ sameSite, ...specimen }) => proveRepairs(specimen, { cookie: { path: '/', secure: false, ...(sameSite === false && { sameSite }) } }))
})

describe('a cookie for a whole domain and a month', { timeout: 120_000 }, () => {
  it.each(SPECIMENS)('$library', (specimen) => proveRepairs(specimen, { cookie: { path: '/', ...SOUND, domain: 'shop.example', maxAge: MONTH } }))
})

describe('a session that the server keeps for a month', { timeout: 120_000 }, () => {
  it.each(SPECIMENS.filter(({ lifetime }) => lifetime))('$library', (specimen) => proveRepairs(specimen, { cookie: { path: '/', ...SOUND }, isLong: true }))
})

describe('a cookie that another host can set', { timeout: 120_000 }, () => {
  it.each(SESSION_SPECIMENS.filter(({ name }) => name))('$library', (specimen) => proveRepairs(specimen, { name: 'app', cookie: { path: '/', ...SOUND } }))
})

describe('a cookie that browsers refuse', { timeout: 120_000 }, () => {
  const named = SPECIMENS.filter(({ name }) => name)

  it.each(named)('as it is not Secure, as its name says: $library', (specimen) => proveRepairs(specimen, { name: HOST_NAME, deletion: { path: '/', secure: true }, cookie: { path: '/', ...SOUND, secure: false } }, [VALID]))
  it.each(named)('as it is not for the whole host, as its name says: $library', (specimen) => proveRepairs(specimen, { name: HOST_NAME, deletion: { path: '/', secure: true }, cookie: { path: '/login', ...SOUND } }, [VALID]))
  it.each(named)('as it is not for this host alone, as its name says: $library', (specimen) => proveRepairs(specimen, { name: HOST_NAME, deletion: { path: '/', secure: true }, cookie: { path: '/', ...SOUND, domain: 'app.shop.example' } }, [VALID]))
  it.each(SPECIMENS)('as it is for every site, and not Secure: $library', (specimen) => proveRepairs(specimen, { cookie: { path: '/', secure: false, sameSite: 'none' } }, [VALID]))
})

expectRecord('cookies')
