import { memberName, propertyName } from '../ast/bindings.js'
import { groupBy } from '../ast/group-by.js'
import { lastName } from '../ast/last-name.js'
import { nodesOf } from '../ast/nodes-of.js'
import { wrapped, type Node } from '../ast/nodes.js'
import { onceForEach, onceForFile } from '../ast/once-for-each.js'
import { isEnvironment, variableRead } from '../events/environment.js'
import type { SecretWritten } from '../events/events.js'
import type { SessionFile } from '../events/file.js'
import { wordsOf } from '../events/names.js'
import { namesSigningKey, namesSecret } from '../events/secret-names.js'

/** The variable of the environment that a secret is to be read from. */
export function variableFor({ name, node, protects, written }: SecretWritten): string {
  if (namesSecret(name) || namesSigningKey(name)) return wordsOf(name).replaceAll(' ', '_').toUpperCase()
  return protects === 'tokens' && isForRefreshTokens(node, written.text) ? 'JWT_REFRESH_SECRET' : VARIABLES[protects]
}

const VARIABLES = { cookies: 'COOKIE_SECRET', sessions: 'SESSION_SECRET', tokens: 'JWT_SECRET' } as const

/** Whether another secret of the file is in that variable, or is to be: with one for both, a token of one kind would pass as one of the other. */
export function isTaken(file: SessionFile, variable: string, { protects, written }: SecretWritten): boolean {
  const [first] = secretsByVariable(file).get(variable) ?? []
  const isInList = written.list !== undefined && written.list === first?.written.list
  if (first && first.written.text !== written.text && !isInList) return true
  return protects === 'tokens' && readsOf(file.context.sourceCode).has(variable)
}

/** The secrets of a file by the variables that they are to be read from, those first that have the name. */
const secretsByVariable = onceForEach((file: SessionFile) => {
  const secrets = groupBy(file.of('secretWritten'), ({ name }) => namesSecret(name))
  return groupBy([...(secrets.get(true) ?? []), ...(secrets.get(false) ?? [])], variableFor)
})

/** What a file reads from the environment, by the names of the variables. */
const readsOf = onceForFile((sourceCode) => groupBy<string | undefined, Node>(nodesOf(sourceCode, 'MemberExpression').filter(isEnvironment).flatMap(readingsAt), variableRead))

/** What may read a variable of an environment: `process.env.SECRET`, `Deno.env.get('SECRET')`. */
function readingsAt(environment: Node): readonly Node[] {
  const { parent: member } = wrapped(environment)
  const call = member && wrapped(member).parent
  return [member, call].filter((node) => node !== undefined)
}

/** Whether a secret signs refresh tokens, by what it says itself, or by the nearest name around it that tells. */
function isForRefreshTokens(node: Node, text: string): boolean {
  const kinds = [text, ...namesAround(node)].flatMap((name) => KIND.exec(wordsOf(name)) ?? [])
  return kinds.length > 0 && /^r/.test(kinds[0] ?? '')
}

const KIND = /\b(?:access|at|refresh|rt)\b/

function namesAround(node: Node): readonly string[] {
  const names: (string | undefined)[] = []
  for (let at: Node | undefined = node; at; at = at.parent) names.push(nameOf(at))
  return names.filter((name) => name !== undefined)
}

/** What a part of a program is called, or puts its value in. */
function nameOf(node: Node): string | undefined {
  switch (node.type) {
    case 'Property':
    case 'PropertyDefinition':
    case 'MethodDefinition':
      return propertyName(node)
    case 'VariableDeclarator':
      return node.id.type === 'Identifier' ? node.id.name : undefined
    case 'AssignmentExpression':
      return node.left.type === 'MemberExpression' ? memberName(node.left) : lastName(node.left)
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ClassDeclaration':
    case 'ClassExpression':
      return node.id?.name
    default:
      return undefined
  }
}
