import { rootOf, type Meaning, type RootOf, type SplitParameters, type VersionRange } from '../framework.js'

/** What makes a value guessable, whatever its length. */
export type Weakness =
  /** A generator made for games and statistics: a few values tell its state, and so the next ones. */
  | 'random'
  /** The clock. */
  | 'time'
  /** One more than the value before. */
  | 'counter'
  /** A fact about the process or its host. */
  | 'process'
  /** A fact about the user: their id, name or address. */
  | 'user'
  /** A number in another spelling, which anyone can turn back. */
  | 'encoding'

/** How many bits of a value an attacker does not know. */
export type Bits<Place extends string = string> =
  | { readonly kind: 'fixed'; readonly bits: number }
  /** So many for each unit of the length that a place gives. */
  | { readonly kind: 'each'; readonly length: readonly Place[]; readonly bits: number; readonly default: number | undefined }
  /** The same, where an option names the characters that are used. */
  | { readonly kind: 'eachNamed'; readonly length: Place; readonly name: Place; readonly bits: Readonly<Record<string, number>>; readonly default: string }
  /** The same, where a place gives the characters themselves. */
  | { readonly kind: 'alphabet'; readonly alphabet: Place; readonly length: readonly Place[]; readonly default: number | undefined }
  /** A number from a range; from zero if it has no start. */
  | { readonly kind: 'range'; readonly from: Place | undefined; readonly to: Place }
  /** Every byte of an array. */
  | { readonly kind: 'array'; readonly array: Place }
  /** As many as what it is made of. */
  | { readonly kind: 'derived'; readonly data: Place }

export function fixed(bits: number): Bits<never> {
  return { kind: 'fixed', bits }
}

/** `each('size', 6, 21)`: 6 bits for each unit of `size`, which is 21 when it is left out. */
export function each<const Place extends string>(length: Place | readonly [Place, ...Place[]], bits: number, fallback?: number): Bits<Place> {
  return { kind: 'each', length: typeof length === 'string' ? [length] : length, bits, default: fallback }
}

export function eachNamed<const Place extends string>(
  length: Place,
  name: Place,
  bits: Readonly<Record<string, number>>,
  fallback: string,
): Bits<Place> {
  return { kind: 'eachNamed', length, name, bits, default: fallback }
}

/** The first of the lengths that is given counts. */
export function alphabet<const Place extends string>(characters: Place, length: readonly [Place, ...Place[]], fallback?: number): Bits<Place> {
  return { kind: 'alphabet', alphabet: characters, length, default: fallback }
}

export function range<const Place extends string>(to: Place, start?: Place): Bits<Place> {
  return { kind: 'range', from: start, to }
}

export function bytesOf<const Place extends string>(array: Place): Bits<Place> {
  return { kind: 'array', array }
}

export function derived<const Place extends string>(data: Place): Bits<Place> {
  return { kind: 'derived', data }
}

/** What a generator gives. */
export interface Generated<Place extends string = string> {
  readonly form: Form
  readonly bits: Bits<Place>
  /** What makes it guessable, if something does: then the bits count for nothing. */
  readonly weakness?: Weakness
  /** Bits that one character carries at most; bytes carry 8. */
  readonly each?: number
  /** How many characters it has, where no argument says so. */
  readonly length?: number
  /** Whether it is a UUID of version 4. */
  readonly isUuid?: true
  /** Whether it is a digest: a fixed number of bits, whatever goes in. */
  readonly isDigest?: true
  /** With this argument or option nobody can say. */
  readonly unlessGiven?: Place
  readonly versions?: VersionRange
}

/** What kind of value it is; `hash` is an object to which data is added and which then gives a digest. */
export type Form = 'bytes' | 'hash' | 'number' | 'object' | 'text'

/** What the first word of a signature stands for: an export, or something that the language or the platform brings. */
export type Root = Extract<Meaning, { kind: 'export' }> | { readonly kind: 'global'; readonly name: string; readonly steps: readonly string[] }

/** `builtin('Math')`, `builtin('process.hrtime')`. */
export function builtin(path: string): Root {
  const [name = '', ...steps] = path.split('.')
  return { kind: 'global', name, steps }
}

/** `exported('uuid', 'v4')`: like `from`, for a generator's table. */
export function exported(module: string, name?: string): Root {
  return { kind: 'export', module, steps: name === undefined ? [] : name.split('.') }
}

/**
 * A use of a generator as its reference prints it. A call may follow a call
 * (`customAlphabet(alphabet, size?)(length?)`), `*` stands for any member and `...` for any arguments.
 * A question mark behind a parameter says that it may be left out; `done` is a callback.
 */
export interface Generator<RootName extends string = string> {
  readonly text: string
  readonly root: RootName
  readonly gives: Generated
}

type PlaceIn<Text extends string> = Text extends `${string}(${infer List})${infer Rest}` ? SplitParameters<List> | PlaceIn<Rest> : never

type Places<Name extends string> = Name | `${Name}.${string}`

export function generator<const Text extends string>(text: Text, gives: Generated<Places<PlaceIn<Text>>>): Generator<RootOf<Text>> {
  return { text, root: rootOf(text), gives }
}

/** A table: the generators of one package, as data. */
export interface Generators {
  /** The npm package, or what else brings them. */
  readonly name: string
  /** Where they are documented. */
  readonly reference: string
  readonly names: Readonly<Record<string, readonly Root[]>>
  readonly generators: readonly Generator[]
}

interface GeneratorsInput<Name extends string> extends Generators {
  readonly names: Readonly<Record<Name, readonly Root[]>>
  readonly generators: readonly Generator<NoInfer<Name>>[]
}

export function defineGenerators<const Name extends string>(table: GeneratorsInput<Name>): Generators {
  return table
}
