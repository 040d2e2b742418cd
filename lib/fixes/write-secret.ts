import type { Node } from '../ast/nodes.js'
import type { FileContext } from '../events/file-context.js'
import { isWithoutCryptography, isWithoutNode } from '../events/file-kind.js'
import { importOf, type Import } from './add-import.js'
import { quoted, styleOf } from './style.js'

/** Code for 32 bytes from the platform's cryptographic generator. */
export interface Secret extends Import {
  /** How a message speaks of it. */
  readonly name: string
}

/**
 * 256 bits, in the form that a place needs: text, or the bytes themselves. Where Node's modules may
 * be missing, and in a script that imports nothing, it is the web's own generator, which Node has too. There is
 * none where that may be missing as well.
 */
export function secretFor(context: FileContext, at: Node, form: 'bytes' | 'text'): Secret | undefined {
  if (isWithoutCryptography(context)) return undefined
  const { bindings, filename, sourceCode } = context
  const style = styleOf(sourceCode)
  const wanted = { module: 'node:crypto', name: 'randomBytes' }
  const found = isWithoutNode(context) ? undefined : importOf(sourceCode, bindings, at, wanted, filename)
  if (found) {
    const bytes = `${found.code}(32)`
    return { name: 'randomBytes(32) from node:crypto', code: form === 'text' ? `${bytes}.toString(${quoted('base64url', style)})` : bytes, edit: found.edit }
  }
  const bytes = `${webCrypto(context, at)}.getRandomValues(new Uint8Array(32))`
  const text = `Array.from(${bytes}, (byte) => byte.toString(16).padStart(2, ${quoted('0', style)})).join(${quoted('', style)})`
  return { name: 'crypto.getRandomValues(new Uint8Array(32))', code: form === 'text' ? text : bytes, edit: undefined }
}

/** `crypto`, if the name means the global there. */
function webCrypto({ sourceCode }: FileContext, at: Node): string {
  for (let scope: ReturnType<typeof sourceCode.getScope> | null = sourceCode.getScope(at); scope; scope = scope.upper) {
    if ((scope.set.get('crypto')?.defs.length ?? 0) > 0) return 'globalThis.crypto'
  }
  return 'crypto'
}
