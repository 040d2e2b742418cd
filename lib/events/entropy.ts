import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../ast/nodes.js'
import type { Form, Weakness } from '../frameworks/generators/generator.js'
import type { GeneratorUse } from './generators.js'

/** Where a value comes from. */
export interface Source {
  /** The call that makes it, and then the names and calls by which it comes to where it is used. */
  readonly nodes: readonly [Node, ...Node[]]
  /** The variables among these names. */
  readonly variables: readonly VariableRead[]
  /** Whether a function of the file makes it, which may serve others too. */
  readonly isFromFunction: boolean
  /** What is called, as the source spells it: `Math.random()`. */
  readonly code: string
  /** What makes it guessable; nothing where it comes from a cryptographic generator. */
  readonly weakness: Weakness | undefined
  /** Whether it was put through a digest, which hides nothing that an attacker can guess. */
  readonly isHashed: boolean
  /** The call of the generator, if it is one in a table. */
  readonly use: GeneratorUse | undefined
  /** How many bits it draws, and how many for each unit of its length. */
  readonly drawn?: { readonly bits: number; readonly each: number | undefined } | undefined
}

/** A place where a variable is read that holds a value on its way. */
export interface VariableRead {
  readonly node: TSESTree.Identifier
  /** What the variable holds. */
  readonly form: Worth['form']
}

/** A place that keeps only a part of a value. */
export interface Cut {
  readonly node: Node
  /** The name of the method that cuts, behind the value. */
  readonly method: Node
  /** Whether it took bits away, and not only characters. */
  readonly isFelt: boolean
}

/**
 * What an attacker does not know about a value. All numbers are upper bounds: a value is never
 * worth more, so that what falls short of a limit is certain to.
 */
export interface Worth {
  readonly bits: number
  /** Where it comes from; nowhere for a constant. */
  readonly sources: readonly Source[]
  readonly form: Form | 'unclear'
  /** How many characters, bytes or elements there are, if the source decides it. */
  readonly length: number | undefined
  /** Bits that one of them carries at most. */
  readonly each: number
  /** Whether a whole UUID of version 4 is in it. */
  readonly isUuid: boolean
  /** Where it was cut, first cut first. */
  readonly cuts: readonly Cut[]
}

/** One character of a text that nobody knows more about. */
const LARGEST_CHARACTER = 16

/** Numbers are doubles, and those that are drawn are below 2^53. */
const LARGEST_NUMBER = 53

export function constant(form: Worth['form'], length?: number): Worth {
  return { bits: 0, sources: [], form, length, each: form === 'text' ? 0 : 8, isUuid: false, cuts: [] }
}

/** Whether everything that it comes from can be guessed. */
export function isGuessable({ bits, sources }: Worth): boolean {
  return bits === 0 && sources.some(({ weakness }) => weakness !== undefined)
}

/** Whether it comes from a cryptographic generator, be it short. */
export function isDrawn({ sources }: Worth): boolean {
  return sources.some(({ weakness }) => weakness === undefined)
}

/** Parts one after the other: a strong part makes the whole strong. */
export function concatenated(parts: readonly Worth[], form: Worth['form']): Worth {
  return {
    bits: sum(parts.map(({ bits }) => bits)),
    sources: parts.flatMap(({ sources }) => sources),
    form,
    length: parts.every(({ length }) => length !== undefined) ? sum(parts.map(({ length = 0 }) => length)) : undefined,
    each: Math.max(0, ...parts.map(({ each }) => each)),
    isUuid: parts.some(({ isUuid }) => isUuid),
    cuts: parts.flatMap(({ cuts }) => cuts),
  }
}

/** The same value many times over, each drawn anew. */
export function repeated(part: Worth, times: number | undefined, form: Worth['form']): Worth | undefined {
  if (times === undefined) return part.bits === 0 ? { ...part, form, length: undefined } : undefined
  return { ...part, bits: part.bits * times, form, length: part.length === undefined ? undefined : part.length * times }
}

/** A number made of others. */
export function computed(parts: readonly Worth[]): Worth {
  const whole = concatenated(parts, 'number')
  return { ...whole, bits: Math.min(LARGEST_NUMBER, whole.bits), length: undefined, each: LARGEST_NUMBER, isUuid: false }
}

/** The same where some of them may not be seen: arithmetic makes no secret of a number that can be guessed, whatever else is in it. */
export function calculated(parts: readonly (Worth | undefined)[]): Worth | undefined {
  const seen = parts.filter((part) => part !== undefined)
  return seen.length === parts.length || seen.some(isGuessable) ? computed(seen) : undefined
}

/** Text in which each character carries so many bits. */
export function spelled(worth: Worth, each: number | undefined): Worth {
  if (worth.form === 'text') return worth
  if (worth.form !== 'bytes' || each === undefined) return { ...worth, form: 'text', length: undefined, each: each ?? LARGEST_CHARACTER }
  const length = worth.length === undefined ? undefined : Math.ceil((worth.length * 8) / each)
  return { ...worth, form: 'text', length, each }
}

/** What is left of a value when at most so many characters or bytes are kept. */
export function truncated(worth: Worth, kept: number, node: Node, method: Node): Worth {
  const bits = Math.min(worth.bits, kept * worth.each)
  const length = worth.length === undefined ? kept : Math.min(kept, worth.length)
  const isFelt = bits < worth.bits
  const cuts = worth.sources.length === 0 ? [] : [...worth.cuts, { node, method, isFelt }]
  return { ...worth, bits, length, isUuid: worth.isUuid && !isFelt, cuts }
}

/** A digest of a value: no more than the value, and no more than fits into the digest. */
export function digested(worth: Worth, size: number | undefined, form: 'bytes' | 'text', each: number): Worth {
  return {
    bits: Math.min(worth.bits, size ?? worth.bits),
    sources: worth.sources.map((source) => ({ ...source, isHashed: true })),
    form,
    length: size === undefined ? undefined : size / each,
    each,
    isUuid: false,
    cuts: worth.cuts,
  }
}

/** The same worth, as a name or a call of the file's own passes it on. */
export function passedOn(worth: Worth, node: Node, isByFunction: boolean): Worth {
  const sources = worth.sources.map((source): Source => ({
    ...source,
    nodes: [...source.nodes, node],
    variables: isByFunction || node.type !== 'Identifier' ? source.variables : [...source.variables, { node, form: worth.form }],
    isFromFunction: source.isFromFunction || isByFunction,
  }))
  return { ...worth, sources }
}

/** All of several, as long as each of them is known. */
export function allOf(worths: readonly (Worth | undefined)[]): readonly Worth[] | undefined {
  const known = worths.filter((worth) => worth !== undefined)
  return known.length === worths.length ? known : undefined
}

/** What one of several runs may find; unknown as soon as one of them is, and a constant only if all of them are. */
export function weakest(worths: readonly (Worth | undefined)[]): Worth | undefined {
  const known = allOf(worths)
  if (!known) return undefined
  const made = known.filter(({ sources }) => sources.length > 0)
  const [first, ...others] = made.length > 0 ? made : known
  return first && others.reduce((low, worth) => (worth.bits < low.bits ? worth : low), first)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
