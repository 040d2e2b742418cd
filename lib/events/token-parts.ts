import type { TSESTree } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { callsNamed } from '../ast/calls-named.js'
import { codeText } from '../ast/code-text.js'
import { lastName } from '../ast/last-name.js'
import { wrapped, type Node } from '../ast/nodes.js'
import { staticValue } from '../ast/static-value.js'
import type { JwtDecoded } from './events.js'
import type { FileContext } from './file-context.js'
import { pieceOfToken } from './token-pieces.js'

const DEEPEST = 6

/** Methods that make plain Base64 of a part. */
const SPELLINGS: ReadonlySet<string | undefined> = new Set(['replace', 'replaceAll', 'padEnd', 'toString', 'trim'])

/** What reads Base64: `atob()`, `Buffer.from()`, `base64url.decode()`. */
const DECODING: ReadonlySet<string> = new Set(['atob', 'from', 'decode', 'toBuffer'])

/** Functions that read what was decoded. */
const READERS: ReadonlySet<string | undefined> = new Set(['parse', 'decodeURIComponent', 'escape', 'String'])

/** Reads where a program takes a token apart itself: `JSON.parse(atob(token.split('.')[1]))`. */
export function readPartsOfTokens(context: FileContext): JwtDecoded[] {
  const { bindings, sourceCode } = context
  if (!/\bsplit\b/.test(codeText(sourceCode))) return []
  return callsNamed(sourceCode, (name) => DECODING.has(name)).flatMap((call): JwtDecoded[] => {
    const text = decodedBy(call)
    const token = text && tokenOf(text, DEEPEST)
    if (!token) return []
    return [{ type: 'jwtDecoded', node: call.callee, framework: undefined, certainty: 'likely', read: outermost(call), token, secret: undefined, turnedOffBy: undefined }]
  })

  /** What is read as Base64: `atob(text)`, `Buffer.from(text, 'base64url')`, `base64url.decode(text)`. */
  function decodedBy({ arguments: [text, encoding], callee }: TSESTree.CallExpression): Node | undefined {
    if (callee.type === 'Identifier') return callee.name === 'atob' ? text : undefined
    if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return undefined
    const [object, name] = [callee.object.name, memberName(callee)]
    if (object === 'Buffer' && name === 'from') return encoding && isBase64(encoding) ? text : undefined
    return /base64/i.test(object) && (name === 'decode' || name === 'toBuffer') ? text : undefined
  }

  function isBase64(encoding: Node): boolean {
    return /^base64(?:url)?$/.test(String(staticValue(encoding, sourceCode, bindings)?.value))
  }

  /** `token` of `token.split('.')[1]`, through names and through what makes plain Base64 of it. */
  function tokenOf(node: Node, depth: number): Node | undefined {
    const piece = pieceOfToken(node, context)
    if (piece) return piece.index === 1 ? piece.token : undefined
    const text = bindings.held(node)
    const callee = depth > 0 && text.type === 'CallExpression' ? text.callee : undefined
    const isSpelling = callee?.type === 'MemberExpression' && SPELLINGS.has(memberName(callee))
    return isSpelling ? tokenOf(callee.object, depth - 1) : undefined
  }
}

/** The whole of `JSON.parse(Buffer.from(…).toString())`. */
function outermost(call: Node): Node {
  let at = wrapped(call)
  for (;;) {
    const { parent } = at
    const isText = parent?.type === 'MemberExpression' && parent.object === at && parent.parent.type === 'CallExpression'
    const isRead = parent?.type === 'CallExpression' && parent.callee !== at && READERS.has(lastName(parent.callee))
    if (isText) at = wrapped(parent.parent)
    else if (isRead) at = wrapped(parent)
    else return at
  }
}
