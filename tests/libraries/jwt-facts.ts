import { createHmac } from 'node:crypto'
import type { Framework, JwtFacts } from '../../lib/frameworks/framework.js'
import { runSignature, type Handed, type Places } from './run-code.js'

export const KEY = 'a key for the tests, of more than 32 bytes'
export const CLAIMS = { sub: 'someone' } as const

type Claims = Readonly<Record<string, unknown>>

/** How a library is used; what it does not do is left out. */
export interface TokenLibrary {
  readonly facts: JwtFacts | undefined
  sign?(payload: Claims, options: Claims): unknown
  verify?(token: string, options: Claims): unknown
  decode?(token: string): unknown
}

/** Runs the signature of a table that starts with a text, with what its parameters stand for. */
export function run(table: Framework, start: string, places: Places, handed: Handed = {}): unknown {
  const signature = table.signatures.find(({ text }) => text.startsWith(start))
  if (!signature) throw new Error(`${table.name} has no signature ${start}`)
  return runSignature(table, signature, handed, places)
}

/** Compares what a table says about tokens with what the library does. */
export function testJwtFacts({ decode, facts, sign, verify }: TokenLibrary): void {
  if (sign) testExpiry(sign, facts)
  if (sign && facts?.algorithm) testAlgorithmOfSigning(sign, facts.algorithm)
  if (verify) testVerification(verify, facts)

  if (!decode) return
  it('decodes what nobody has signed', async () => {
    expect(JSON.stringify(await decode(signed(CLAIMS, 'another key of whoever sends this token')))).toContain(CLAIMS.sub)
  })
}

function testExpiry(sign: NonNullable<TokenLibrary['sign']>, facts: JwtFacts | undefined): void {
  async function livesFor(payload: Claims, options: Claims): Promise<number | undefined> {
    const { exp } = claimsIn(String(await sign(payload, options)))
    return typeof exp === 'number' ? Math.round(exp - Date.now() / 1000) : undefined
  }

  it('a token has no end by itself', async () => {
    expect(await livesFor(CLAIMS, {})).toBeUndefined()
  })

  it('a token ends as `exp` in the payload says', async () => {
    expect(await livesFor({ ...CLAIMS, exp: Math.floor(Date.now() / 1000) + 600 }, {})).toBeCloseTo(600, -1)
  })

  if (!facts?.expiry) return
  const { digits, option, unit } = facts.expiry
  it.each([
    { title: `a number counts ${unit}`, ...NUMBERS[unit] },
    ...(digits ? [{ title: `a text of digits counts ${digits}`, value: '600000', seconds: 600 }] : []),
    { title: 'a text says its unit', value: '15m', seconds: 900 },
  ])(`${option}: $title`, async ({ seconds, value }) => {
    expect(await livesFor(CLAIMS, { [option]: value })).toBeCloseTo(seconds, -1)
  })

  if (digits) return
  it(`${option}: a text of digits is not taken`, async () => {
    await expect(livesFor(CLAIMS, { [option]: '600000' })).rejects.toThrow()
  })
}

const NUMBERS = {
  milliseconds: { value: 600_000, seconds: 600 },
  seconds: { value: 600_000, seconds: 600_000 },
  'since 1970': { value: Math.floor(Date.now() / 1000) + 600_000, seconds: 600_000 },
} as const

function testAlgorithmOfSigning(sign: NonNullable<TokenLibrary['sign']>, { default: usual, option }: NonNullable<JwtFacts['algorithm']>): void {
  it(`takes the algorithm from ${option}${usual === undefined ? '' : `, else ${usual}`}`, async () => {
    expect(headerOf(String(await sign(CLAIMS, { [option]: 'HS512' })))).toMatchObject({ alg: 'HS512' })
    if (usual !== undefined) expect(headerOf(String(await sign(CLAIMS, {})))).toMatchObject({ alg: usual })
  })
}

function testVerification(verify: NonNullable<TokenLibrary['verify']>, facts: JwtFacts | undefined): void {
  const { algorithms, ignoringExpiry, oldest } = facts ?? {}
  /** A list that a library may ask for, but of which this test says nothing. */
  const listed = algorithms?.missing === 'refused' ? { [algorithms.option]: ['HS256'] } : {}
  const passes = (token: string, options: Claims) => isAccepted(() => verify(token, options))
  const now = () => Math.floor(Date.now() / 1000)

  it('verifies the signature', async () => {
    expect(await passes(signed(CLAIMS), listed)).toBe(true)
    expect(await passes(signed(CLAIMS, 'another key of whoever sends this token'), listed)).toBe(false)
    expect(await passes(signed(CLAIMS, KEY, 'none'), listed)).toBe(false)
  })

  it('refuses a token that has expired', async () => {
    expect(await passes(signed({ ...CLAIMS, exp: now() - 60 }), listed)).toBe(false)
  })

  if (algorithms) testList(algorithms, passes)
  if (ignoringExpiry) {
    it('takes a token that has expired where it is told to', async () => {
      const options = { ...listed, [ignoringExpiry.option]: ignoringExpiry.value }
      expect(await passes(signed({ ...CLAIMS, exp: now() - 60 }), options)).toBe(true)
    })
  }
  if (oldest === undefined) return
  it('refuses a token that is too old, whatever its end', async () => {
    const options = { ...listed, [oldest]: '1m' }
    expect(await passes(signed({ ...CLAIMS, iat: now() }), options)).toBe(true)
    expect(await passes(signed({ ...CLAIMS, iat: now() - 3600 }), options)).toBe(false)
  })
}

function testList({ missing, option }: NonNullable<JwtFacts['algorithms']>, passes: (token: string, options: Claims) => Promise<boolean>): void {
  it(`without a list of algorithms, ${missing === 'refused' ? 'verifies nothing' : 'every one that fits the key passes'}`, async () => {
    const isTaken = missing !== 'refused'
    expect(await passes(signed(CLAIMS), {})).toBe(isTaken)
    expect(await passes(signed(CLAIMS, KEY, 'HS512'), {})).toBe(isTaken)
  })

  it('lets only those algorithms pass that are in its list', async () => {
    expect(await passes(signed(CLAIMS), { [option]: ['HS512'] })).toBe(false)
    expect(await passes(signed(CLAIMS, KEY, 'HS512'), { [option]: ['HS512'] })).toBe(true)
  })
}

/** A token as the standard describes it, without any library. */
export function signed(claims: Claims, key = KEY, alg = 'HS256'): string {
  const text = [{ alg, typ: 'JWT' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  const signature = alg === 'none' ? '' : createHmac(`sha${alg.slice(2)}`, key).update(text).digest('base64url')
  return `${text}.${signature}`
}

export function claimsIn(token: string): Record<string, unknown> {
  return partOf(token, 1)
}

export function headerOf(token: string): Record<string, unknown> {
  return partOf(token, 0)
}

function partOf(token: string, index: number): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[index] ?? '', 'base64url').toString()) as Record<string, unknown>
}

async function isAccepted(verify: () => unknown): Promise<boolean> {
  try {
    await verify()
    return true
  } catch {
    return false
  }
}
