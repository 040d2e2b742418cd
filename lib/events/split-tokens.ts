import { functionAround } from '../ast/nodes.js'
import { textParts } from '../ast/text-parts.js'
import { nameOf } from './cookie-contract.js'
import type { CookieWritten } from './events.js'
import type { SessionFile } from './file.js'
import { wordsOf } from './names.js'
import { pieceOfToken } from './token-pieces.js'

/**
 * Whether a cookie is the half of a token that a page may read: its claims. The signature, without which nobody is let
 * in, goes into a cookie beside it that no script reads.
 */
export function isReadableHalf(cookie: CookieWritten, file: SessionFile): boolean {
  if (!isHalf(cookie, CLAIMS, file)) return false
  const handler = functionAround(cookie.node)
  return file.of('cookieWritten').some((other) => other !== cookie && functionAround(other.node) === handler && isHalf(other, SIGNATURE, file) && isKept(other))
}

/** How a half is called, and which pieces of the token it has. */
interface Half {
  readonly name: RegExp
  readonly pieces: readonly number[]
}

const CLAIMS: Half = { name: /\b(?:payload|claims)\b/, pieces: [0, 1] }
const SIGNATURE: Half = { name: /\b(?:signature|sig)\b/, pieces: [2] }

function isHalf(cookie: CookieWritten, { name, pieces }: Half, file: SessionFile): boolean {
  return name.test(wordsOf(nameOf(cookie) ?? '')) || isOfPieces(cookie, pieces, file)
}

/** `payload` and `${header}.${payload}` of `const [header, payload] = token.split('.')` */
function isOfPieces({ value }: CookieWritten, pieces: readonly number[], { context }: SessionFile): boolean {
  const inserted = value ? textParts(value, context.bindings).flatMap((part) => (part.kind === 'hole' ? [part.node] : [])) : []
  return inserted.length > 0 && inserted.every((node) => pieces.includes(pieceOfToken(node, context)?.index ?? -1))
}

function isKept({ cookie: { httpOnly } }: CookieWritten): boolean {
  return httpOnly.state === 'unknown' || (httpOnly.state === 'known' && httpOnly.value)
}
