import { ABSENT, UNKNOWN, type Setting } from '../ast/setting.js'
import { textParts, type TextPart } from '../ast/text-parts.js'
import type { Bindings } from '../ast/bindings.js'
import type { Node } from '../ast/nodes.js'
import type { Attribute, CookieFacts } from '../frameworks/framework.js'

/** A `Set-Cookie` header, read from the text that the source puts together. */
export interface HeaderCookie {
  readonly name: Setting<string>
  /** The expression for the name, if there is exactly one. */
  readonly nameNode: Node | undefined
  /** The expression for the value, if there is exactly one. */
  readonly value: Node | undefined
  /** The expression that the value begins with, whatever follows. */
  readonly beginning: Node | undefined
  /** The value as written out, where no expression is in it. */
  readonly text: string | undefined
  attribute(name: Attribute): Setting<unknown>
}

/** A header has no defaults and counts in seconds (RFC 6265, section 5.2). */
export const HEADER_FACTS: CookieFacts = { defaults: {}, maxAge: 'seconds', zeroDeletes: true, lax: 'Lax' }

/** How attributes are spelled in a header. */
export const HEADER_NAMES: Readonly<Record<Attribute, string>> = {
  domain: 'Domain',
  expires: 'Expires',
  httpOnly: 'HttpOnly',
  maxAge: 'Max-Age',
  partitioned: 'Partitioned',
  path: 'Path',
  sameSite: 'SameSite',
  secure: 'Secure',
}

/** A hole in the text; no source contains this character. */
const HOLE = '\uFFFF'

/** Reads an expression as the value of a `Set-Cookie` header; undefined if it does not start like one. */
export function readHeaderCookie(node: Node, bindings: Bindings): HeaderCookie | undefined {
  const parts = textParts(node, bindings)
  if (!parts.some(({ kind }) => kind === 'text')) return undefined
  const text = parts.map((part) => (part.kind === 'text' ? part.text : HOLE)).join('')
  const [, name, value, rest = ''] = /^([^=;]+)=([^;]*)(;[^]*)?$/.exec(text) ?? []
  if (name === undefined || value === undefined) return undefined

  const attributes = rest.split(';').map((attribute) => attribute.trim()).filter((attribute) => attribute !== '').map(parse)
  const isOpen = value.includes(HOLE + HOLE) || attributes.some(({ mayHideOthers }) => mayHideOthers)
  const trimmed = name.trim()

  return {
    name: trimmed.includes(HOLE) ? UNKNOWN : { state: 'known', value: trimmed, node, from: 'source' },
    nameNode: trimmed === HOLE ? holes(parts)[0] : undefined,
    value: value === HOLE ? holes(parts)[countHoles(name)] : undefined,
    beginning: value.startsWith(HOLE) ? holes(parts)[countHoles(name)] : undefined,
    text: value.includes(HOLE) ? undefined : value,
    attribute: (wanted) => readAttribute(attributes, HEADER_NAMES[wanted], isOpen, node),
  }
}

interface HeaderAttribute {
  readonly name: string
  readonly value: string
  /** Whether a hole in it may stand for other attributes: `${more}`, `HttpOnly${secure ? '; Secure' : ''}`. */
  readonly mayHideOthers: boolean
}

function parse(text: string): HeaderAttribute {
  const [written = '', ...values] = text.split('=')
  const value = values.join('=')
  const name = written.replace(/(?<!\uFFFF)\uFFFF+$/, '').trim()
  // In `Path=${base}/app` and `Domain=.${host}` the hole is a part of the value.
  const isValue = !written.includes(HOLE) && !/[\w\uFFFF]\uFFFF/.test(value)
  return { name: name.toLowerCase(), value: value.trim(), mayHideOthers: !isValue }
}

function readAttribute(attributes: readonly HeaderAttribute[], wanted: string, isOpen: boolean, node: Node): Setting<unknown> {
  const found = attributes.findLast(({ name }) => name === wanted.toLowerCase())
  if (!found) return isOpen ? UNKNOWN : ABSENT
  return found.value.includes(HOLE) ? UNKNOWN : { state: 'known', value: valueOf(wanted, found.value), node, from: 'source' }
}

function valueOf(attribute: string, text: string): unknown {
  if (attribute === 'HttpOnly' || attribute === 'Secure' || attribute === 'Partitioned') return true
  if (attribute === 'Max-Age') return Number(text)
  return attribute === 'Expires' ? new Date(text) : text
}

function holes(parts: readonly TextPart[]): Node[] {
  return parts.flatMap((part) => (part.kind === 'hole' ? [part.node] : []))
}

function countHoles(text: string): number {
  return text.split(HOLE).length - 1
}
