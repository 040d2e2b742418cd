import type { TSESTree } from '@typescript-eslint/utils'
import { memberName, type Bindings } from '../ast/bindings.js'
import { usesOfResult } from '../ast/calls-of-result.js'
import { wrapped, type Node } from '../ast/nodes.js'

/** A call on the object that builds a token: `.setExpirationTime('2h')`. */
export interface BuildStep {
  readonly name: string
  readonly call: TSESTree.CallExpression
  readonly member: TSESTree.MemberExpression
}

/**
 * What is done with a builder, in one chain or under the name that it gets; undefined where it goes out of sight.
 *
 * @param ends the steps after which there is a token, and no builder
 */
export function stepsOfBuilder(made: Node, bindings: Bindings, ends: readonly string[]): readonly BuildStep[] | undefined {
  const { end, steps } = chainFrom(made)
  if (steps.some(({ name }) => ends.includes(name))) return steps
  const chains = usesOfResult(end, bindings)?.map((use) => chainFrom(use).steps)
  return chains?.every((chain) => chain.length > 0) === true ? [...steps, ...chains.flat()] : undefined
}

/** The calls on an expression, each on what the one before has given. */
function chainFrom(start: Node): { readonly end: Node; readonly steps: readonly BuildStep[] } {
  const steps: BuildStep[] = []
  let end = wrapped(start)
  for (;;) {
    const member = end.parent
    if (member?.type !== 'MemberExpression' || member.object !== end) return { end, steps }
    const call = wrapped(member).parent
    if (call?.type !== 'CallExpression' || call.callee !== wrapped(member)) return { end, steps }
    steps.push({ name: memberName(member) ?? '', call, member })
    end = wrapped(call)
  }
}
