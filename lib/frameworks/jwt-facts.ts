/** The signed tokens that a library makes and reads. */
export interface JwtFacts {
  /** The option of a signing that gives the token an end, where `exp` in the payload is not the only way. */
  readonly expiry?: TokenExpiry
  /** How a token is built step by step, on an object that was given the payload. */
  readonly builder?: TokenBuilder
  /** The option of a signing that names the algorithm, and the one that is taken without it. */
  readonly algorithm?: { readonly option: string; readonly default?: string }
  /** The list of algorithms that a verification lets pass. */
  readonly algorithms?: {
    readonly option: string
    /** What happens without it: the kind of the key decides, the library refuses, or another place may have it. */
    readonly missing: 'by key' | 'elsewhere' | 'refused'
  }
  /** The option of a verification by which a token that has expired is taken all the same. */
  readonly ignoringExpiry?: { readonly option: string; readonly value: boolean }
  /** The option of a verification that says how old a token may be, whatever its end. */
  readonly oldest?: string
  /** What verifies when it is called in the place of `decode`, with the token and the key. */
  readonly verify?: string
}

export interface TokenExpiry {
  readonly option: string
  /** What a number counts, from now on; or the seconds since 1970 at which the token ends. */
  readonly unit: 'milliseconds' | 'seconds' | 'since 1970'
  /** What a text of nothing but digits counts, where it is taken: `'3600'`. Other texts say their unit: `'15m'`. */
  readonly digits?: 'milliseconds'
}

export interface TokenBuilder {
  /** The step that gives the token an end. */
  readonly expires: string
  /** The step that takes the header, with the algorithm in it. */
  readonly header?: string
  /** The steps that end it with a key, and what they make of it. */
  readonly ends: Readonly<Record<string, TokenProtection>>
}

/** What keeps a token from being changed, or read: nothing, a signature, a cipher. */
export type TokenProtection = 'encrypted' | 'none' | 'signed'
