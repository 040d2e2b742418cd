import type { TSESTree } from '@typescript-eslint/utils'
import { functionsAround, isFunction, type Node } from '../ast/nodes.js'
import { walk } from '../ast/walk.js'
import type { SessionFile } from '../events/file.js'
import type { Handed } from '../events/handlers.js'
import type { HandlerObject } from '../frameworks/framework.js'
import { isNameOnly, isVisibleAt, variableAt } from './visible-at.js'

/** The text of an expression with the names of another place; undefined where something in it means something else there. */
export function repeated(file: SessionFile, node: Node, at: Node): string | undefined {
  const { bindings, sourceCode } = file.context
  const [start] = node.range
  let text = sourceCode.getText(node)
  let isSame = true
  const parts: TSESTree.Identifier[] = []
  walk(node, sourceCode.visitorKeys, (part) => {
    if (part.type === 'Identifier' && !isNameOnly(part)) parts.push(part)
    isSame &&= !isFunction(part) && part.type !== 'ThisExpression'
    return isSame
  })
  for (const part of parts.toReversed()) {
    const name = bindings.variable(part)?.defs[0]?.type === 'Parameter' ? sameParameter(file, part, at) : isVisibleAt(file.context, part, at) ? sourceCode.getText(part) : undefined
    if (name === undefined) return undefined
    text = text.slice(0, part.range[0] - start) + name + text.slice(part.range[1] - start)
  }
  return isSame ? text : undefined
}

/** The name that the request, or what was taken out of it, has at a place, for the name that it has somewhere else. */
function sameParameter(file: SessionFile, node: TSESTree.Identifier, at: Node): string | undefined {
  const { context, handlers } = file
  const object = objectOf(file, node)
  const around = functionsAround(at)
  if (object && object.steps.length > 0) {
    const [twin] = variableAt(context.sourceCode, at, node.name)?.identifiers ?? []
    const other = twin?.type === 'Identifier' ? objectOf(file, twin) : undefined
    return other?.object === object.object && other.steps.join('.') === object.steps.join('.') ? twin?.name : undefined
  }
  const wanted: readonly HandlerObject[] = object ? [object.object] : ['request', 'context']
  const names = around.flatMap((callable) => wanted.flatMap((kind) => handlers.parameterName(callable, kind) ?? []))
  const name = object ? names[0] : names.find((candidate) => candidate === node.name)
  if (name === undefined) return undefined
  const [definition] = variableAt(context.sourceCode, at, name)?.defs ?? []
  return around.some((callable) => callable === definition?.node) ? name : undefined
}

function objectOf({ context, handlers }: SessionFile, node: Node): Handed | undefined {
  const path = context.bindings.resolve(node)
  return path && handlers.objectOf(path)
}
