import { table } from './render-table.js'

/** A message of a rule, where it comes with a repair. */
export interface Repair {
  readonly rule: string
  readonly messageId: string
  /** The library, by the name of its table. */
  readonly library: string
}

/** A repair that was made in a program, which was attacked before and after; people used it, too. */
export interface ProvedRepair extends Repair {
  readonly by: 'fix' | 'suggestion'
  readonly before: string
  readonly after: string
}

/** What is tried, for each rule with a repair. */
export const TRIALS: Readonly<Record<string, string>> = {
  'no-auth-from-unsigned-cookie': 'The attacker writes the name of the victim, or that he is logged in or of the staff, into a cookie.',
  'no-broad-cookie-scope': 'The victim visits another host of the domain, which reads the cookie and uses it.',
  'no-default-session-name': 'The attacker looks the name of the cookie up among those that libraries give.',
  'no-excessive-lifetime': 'The attacker comes back to the browser, or with a copy of the cookies where the server ends sessions, a minute after the limit.',
  'no-get-logout': 'Another site sends the browser of the victim to the logout, by a link.',
  'no-hardcoded-secret': 'The attacker has the source, and makes cookies and tokens for the victim at home, or signs the ID of a session. After the repair the program gets its secret from the environment, and does not start without.',
  'no-save-uninitialized': 'Visitors who never log in fill the store.',
  'no-timing-unsafe-token-compare': 'The attacker sends a token of the right length, and measures how long the comparison takes; after the repair it takes as long for each. The right token is taken before and after, and no other one, no part of it and nothing that is no text.',
  'no-unhandled-session-error': 'The attacker has a copy of the cookies, and keeps the record locked while the victim logs out. Empty cells: the library answers the error by itself.',
  'no-unverified-jwt': 'The attacker writes a token, or uses one that has expired.',
  'no-weak-session-id': 'The attacker works out the ID of the victim.',
  'prefer-host-prefix': 'Another host of the domain gives the browser a cookie of its own.',
  'require-absolute-timeout': 'The attacker uses a copy of the cookies again and again, past the limit.',
  'require-cookie-clear-on-logout': 'The victim logs out, and the cookie is still in the browser.',
  'require-http-only': 'A script in the page reads the cookie, and sends it to the attacker.',
  'require-jwt-algorithms': 'The attacker signs a token with another algorithm, with the public key, or not at all. Empty cells: the library looks at what kind of key it has by itself.',
  'require-jwt-expiry': 'The attacker uses a copy of a token an hour later.',
  'require-max-age': 'The attacker comes back to the browser, or with a copy of the cookies where the server ends sessions, long after the last visit.',
  'require-regenerate-after-login': 'The attacker plants a session in the browser, and the victim logs in.',
  'require-same-site': 'A page of another site sends a form to the program, which acts for the victim.',
  'require-secure': 'Somebody on the way reads the cookie from a request over plain HTTP. The program runs in production over TLS; after a fix, developers use it without TLS as well.',
  'require-store-delete-on-logout': 'The attacker has a copy of the cookies, and the victim logs out.',
  'valid-cookie-options': 'No attack: a browser refuses the cookie, or an option is without effect, until the repair.',
}

/** Why libraries are not run. */
const WITHOUT_PROGRAM: Readonly<Record<string, string>> = {
  '@adonisjs/auth': 'needs a newer Node than the tests run on',
  '@adonisjs/core': 'needs a newer Node than the tests run on',
  '@adonisjs/session': 'needs a newer Node than the tests run on',
  '@nestjs/common': 'its programs are counted with the libraries that they use',
  '@auth/core': 'logs in by pages of its own, in another order than the tests do',
  'next-auth': 'logs in by pages of its own, in another order than the tests do',
  'supertokens-node': 'needs a service',
  bun: 'runs under Bun alone',
  '@std/http': 'runs under Deno alone',
  'socket.io': 'has a cookie of the connection, with which nobody logs in',
  nuxt: 'needs a build of Nuxt',
  'nuxt-auth-utils': 'needs a build of Nuxt',
  'document.cookie': 'runs in the page',
  cookieStore: 'runs in the page',
  'js-cookie': 'runs in the page',
  'react-cookie': 'runs in the page',
  'universal-cookie': 'runs in the page',
}

const NOT_YET = 'no program with this library does it yet'
const SAME_EDIT = 'the edit is the same with each library, and proved with others'

/** Why single repairs are not tried. */
const UNTRIED: readonly { readonly why: string; readonly rule?: string; readonly messageId?: string; readonly library?: string }[] = [
  { rule: 'valid-cookie-options', messageId: 'misspelt', library: '@hapi/hapi', why: 'the library does not start with what it does not know' },
  { rule: 'valid-cookie-options', messageId: 'misspelt', library: '@hapi/yar', why: 'the library does not start with what it does not know' },
  { rule: 'valid-cookie-options', messageId: 'misspelt', library: 'better-auth', why: 'the defaults of the library are as good, so that no attack shows it' },
  { rule: 'no-get-logout', why: SAME_EDIT },
  { rule: 'no-hardcoded-secret', why: SAME_EDIT },
  { rule: 'no-unhandled-session-error', why: NOT_YET },
  { rule: 'no-weak-session-id', why: SAME_EDIT },
  { rule: 'require-jwt-algorithms', why: NOT_YET },
  { rule: 'require-max-age', why: NOT_YET },
  { rule: 'require-store-delete-on-logout', why: NOT_YET },
]

/** Why nobody has tried a repair; undefined where there is no reason. */
export function reasonFor(repair: Repair): string | undefined {
  const found = UNTRIED.find(({ library = repair.library, messageId = repair.messageId, rule = repair.rule }) => library === repair.library && messageId === repair.messageId && rule === repair.rule)
  return WITHOUT_PROGRAM[repair.library] ?? found?.why
}

/** Repairs that the samples show and no program has proved. */
export function unproved(shown: readonly Repair[], proved: readonly ProvedRepair[]): readonly Repair[] {
  const done = new Set(proved.map(keyOf))
  return [...new Map(shown.map((repair) => [keyOf(repair), repair])).values()].filter((repair) => !done.has(keyOf(repair)))
}

/** The reasons that stand for nothing any more. */
export function staleReasons(open: readonly Repair[]): readonly string[] {
  const reasons = new Set(open.map(reasonFor))
  return [...UNTRIED.map(({ why }) => why), ...Object.values(WITHOUT_PROGRAM)].filter((why) => !reasons.has(why))
}

export function renderFixes(shown: readonly Repair[], proved: readonly ProvedRepair[]): Readonly<Record<'count' | 'open' | 'proved', string>> {
  const open = unproved(shown, proved)
  const done = new Set(proved.map(keyOf)).size
  const rules = [...new Set([...proved, ...open].map(({ rule }) => rule))].sort()
  return {
    count: `${done} of ${done + open.length} repairs are proved: messages that come with a fix or a suggestion, each with each library that has it.`,
    proved: rules.filter((rule) => proved.some((repair) => repair.rule === rule)).map((rule) => section(rule, proved.filter((repair) => repair.rule === rule))).join('\n\n'),
    open: table(
      ['rule', 'message', 'libraries', 'why'],
      rows(open),
    ),
  }
}

function section(rule: string, proved: readonly ProvedRepair[]): string {
  const cells = proved.map(({ after, before, by, library, messageId }) => [library, messageId, by, before, after, 'fine'])
  const sorted = [...new Map(cells.map((row) => [row.join(' '), row])).entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, row]) => row)
  return [`### [${rule}](rules/${rule}.md)`, TRIALS[rule] ?? '', table(['library', 'message', 'repaired by', 'attack before', 'attack after', 'users'], sorted)].join('\n\n')
}

function rows(open: readonly Repair[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>()
  for (const repair of open) {
    const key = [repair.rule, repair.messageId, reasonFor(repair) ?? ''].join('|')
    groups.set(key, [...(groups.get(key) ?? []), repair.library])
  }
  return [...groups].sort(([left], [right]) => (left < right ? -1 : 1)).map(([key, libraries]) => {
    const [rule = '', messageId = '', why = ''] = key.split('|')
    return [`[${rule}](rules/${rule}.md)`, messageId, libraries.sort().join(', '), why]
  })
}

function keyOf({ library, messageId, rule }: Repair): string {
  return `${rule} ${messageId} ${library}`
}
