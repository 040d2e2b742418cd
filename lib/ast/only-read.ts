import type { TSESTree } from '@typescript-eslint/utils'
import type { Readers } from './bindings.js'
import { calledName } from './called-name.js'
import { unwrap, wrapped, type FunctionNode, type Node } from './nodes.js'
import type { Path } from './paths.js'
import type { Variable } from './variables.js'

export type Call = TSESTree.CallExpression | TSESTree.NewExpression

/** What has to be known of the names of a file. */
interface Names {
  readonly readers: Readers
  functionOf(callee: Node): FunctionNode | undefined
  resolve(node: Node): Path | undefined
  variable(name: TSESTree.Identifier): Variable | undefined
}

/** Calls that leave their arguments as they are. */
const PURE = new Set(['freeze', 'keys', 'values', 'entries', 'stringify', 'log', 'debug', 'info', 'structuredClone'])

/** A parameter with more uses is not looked into. */
const MOST_USES = 50

/** Makes the question whether a call leaves an argument as it is. */
export function createOnlyRead({ functionOf, readers, resolve, variable }: Names): (call: Call, argument: Node) => boolean {
  const parametersOnlyRead = new Map<Node, boolean>()
  return isOnlyRead

  function isOnlyRead(call: Call, argument: Node): boolean {
    const callee = unwrap(call.callee)
    const name = calledName(callee)
    if (name !== undefined && PURE.has(name)) return true
    const path = resolve(callee)
    if (path?.root.kind === 'module' && readers.modules.has(path.root.name)) return true
    if (callee.type === 'MemberExpression' && name !== undefined && readers.methods.has(name)) return call.arguments[0] !== argument
    const callable = functionOf(callee)
    const parameter = callable?.params[call.arguments.findIndex((given) => given === argument)]
    return parameter?.type === 'Identifier' && isOnlyReadIn(parameter)
  }

  /** Whether a function of the file leaves what it is given as it is: `const issue = (user) => jwt.sign(user, key)`. */
  function isOnlyReadIn(parameter: TSESTree.Identifier): boolean {
    const known = parametersOnlyRead.get(parameter)
    if (known !== undefined) return known
    // One that hands it to itself has no answer yet.
    parametersOnlyRead.set(parameter, false)
    const references = variable(parameter)?.references ?? []
    const isLeft = references.length <= MOST_USES && references.every((reference) => !reference.isWrite() && isLeftBy(reference.identifier))
    parametersOnlyRead.set(parameter, isLeft)
    return isLeft
  }

  function isLeftBy(use: Node): boolean {
    const at = wrapped(use)
    const { parent } = at
    if (parent?.type === 'CallExpression') return parent.callee !== at && isOnlyRead(parent, at)
    if (parent?.type === 'SpreadElement') return parent.parent.type === 'ObjectExpression'
    return parent?.type === 'MemberExpression' && parent.object === at && isPlainRead(parent)
  }
}

/** Whether a member goes into an object, a text or a comparison: `{ sub: user.id }`. */
function isPlainRead(member: TSESTree.MemberExpression): boolean {
  const at = wrapped(member)
  const { parent } = at
  if (parent?.type === 'Property') return parent.value === at
  return parent?.type === 'TemplateLiteral' || parent?.type === 'BinaryExpression'
}
