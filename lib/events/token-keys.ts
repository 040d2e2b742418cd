import type { TSESTree } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { unwrap, type Node } from '../ast/nodes.js'
import { plainText } from '../ast/plain-text.js'
import { walk } from '../ast/walk.js'
import type { SessionFile } from './file.js'
import { wordsOf } from './names.js'
import { namesAround } from './token-purposes.js'

const DEEPEST = 5

/** What a header says about the key of its own token: the key itself, or where it is. */
const IN_HEADER = new Set(['jwk', 'jku', 'x5u', 'x5c'])

/** Whether a key is taken out of the header of the token that it verifies. A proof of possession brings its key by design. */
export function isKeyOfToken(key: Node, file: SessionFile): boolean {
  const { bindings, sourceCode } = file.context
  const seen = new Set<Node>()
  if (namesAround(key, file).some((name) => /\b(?:dpop|proof)\b/.test(wordsOf(name)))) return false
  return isTaken(key, DEEPEST)

  function isTaken(node: Node, depth: number): boolean {
    const expression = unwrap(node)
    if (depth === 0 || seen.has(expression)) return false
    seen.add(expression)
    const callable = bindings.function(expression)
    if (callable) return isReadIn(callable.body, depth)
    return expression.type === 'Identifier' ? isTakenByName(expression, depth) : isReadIn(expression, depth)
  }

  /** `const { jwk } = decoded.header`, `const key = await importJWK(decoded.header.jwk)` */
  function isTakenByName(name: TSESTree.Identifier, depth: number): boolean {
    const variable = bindings.variable(name)
    const held = variable && bindings.value(variable)
    if (held) return isTaken(held, depth - 1)
    const [definition] = variable?.defs ?? []
    const declaration = definition?.type === 'Variable' ? definition.node : undefined
    return declaration?.init != null && IN_HEADER.has(name.name) && isHeader(declaration.init)
  }

  /** Whether it is in an expression, or in what the names in it hold: `importJWK(jwk)`, `createRemoteJWKSet(new URL(jku))`. */
  function isReadIn(node: Node, depth: number): boolean {
    let found = false
    walk(node, sourceCode.visitorKeys, (at) => {
      if (at.type === 'MemberExpression') found ||= IN_HEADER.has(memberName(at) ?? '') && isHeader(at.object)
      if (at.type === 'Identifier' && at.parent.type !== 'MemberExpression') found ||= isTaken(at, depth - 1)
      return !found
    })
    return found
  }

  function isHeader(object: Node): boolean {
    const path = bindings.resolve(object)
    const text = path ? path.steps.join('.') : ''
    return /header/i.test(`${plainText(object, sourceCode)} ${text}`)
  }
}
