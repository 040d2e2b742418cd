import type { TSESTree } from '@typescript-eslint/utils'
import { textAt } from '../ast/text-at.js'
import type { Operation } from '../frameworks/framework.js'
import { frameworks } from '../frameworks/index.js'

/** What a helper does to the session when it is told the name of a method. */
export type NamedOperation = 'end' | 'renew'

const OPERATIONS = new Map<string, NamedOperation>([
  ...methodsOf(frameworks.map(({ session }) => session?.end)).map((name) => [name, 'end'] as const),
  ...methodsOf(frameworks.map(({ session }) => session?.renew)).map((name) => [name, 'renew'] as const),
])

/** What is in the code of every file with such a call, in small letters. */
export const NAMED_OPERATIONS: readonly string[] = [...OPERATIONS.keys()].flatMap((name) => ["'", '"', '`'].map((quote) => quote + name.toLowerCase() + quote))

/** The operation whose method a call names beside what it is given: `callSession(req, 'regenerate')`. */
export function operationNamedIn({ arguments: given }: TSESTree.CallExpression): NamedOperation | undefined {
  return given.length < 2 ? undefined : given.map((argument) => OPERATIONS.get(textAt(argument) ?? '')).find((found) => found !== undefined)
}

/** `regenerate` of `session.regenerate`; what needs arguments of its own, or is no call, nobody names. */
function methodsOf(operations: readonly (Operation | undefined)[]): string[] {
  return operations.flatMap((operation) => /^(?:\w+\.)*(\w+)$/.exec(operation?.code ?? '')?.[1] ?? [])
}
