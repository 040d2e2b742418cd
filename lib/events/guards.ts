import type { TSESTree } from '@typescript-eslint/utils'
import { callsNamed } from '../ast/calls-named.js'
import { lastName } from '../ast/last-name.js'
import { isInside, type FunctionNode, type Node } from '../ast/nodes.js'
import { textAt } from '../ast/text-at.js'
import type { FileContext } from './file-context.js'
import type { Handlers } from './handlers.js'
import { wordsOf } from './names.js'
import type { Purposes } from './purposes.js'

/** Whether a middleware says in its name that it looks at who a request is from. */
export function namesAuthentication(name: string): boolean {
  return AUTHENTICATION.test(wordsOf(name))
}

const AUTHENTICATION = /\b(?:auth|authn|authed|authenticate|authenticated|authentication|authorize|authorized|authorization|tokens?|jwt|guard|verify|protect|protected|secured?)\b/

/** The same for what is given to `use`, which takes parts of the application as well. */
export function isGuard(argument: Node): boolean {
  const name = lastName(argument) ?? ''
  return namesAuthentication(name) && !/\b(?:routes?|router|controller|plugin)\b/.test(wordsOf(name))
}

/** What runs before a handler, and is registered for itself: `router.use(guard)`, `app.use('/admin', guard)`. */
export function registeredBefore(handler: FunctionNode | undefined, { sourceCode }: FileContext, handlers: Handlers, purposes: Purposes): readonly Node[] {
  const paths = handler ? purposes.registeredWith(handler).paths : []
  const places = handler ? handlers.placesOf(handler) : []
  return callsNamed(sourceCode, (name) => /^(?:use|addHook|all)$/.test(name))
    .filter((call) => concerns(call, paths))
    .flatMap((call) => call.arguments)
    .filter((argument) => !places.some((place) => isInside(place, argument)))
}

/** Whether what is registered for a path runs before the handlers of others: `app.use('/admin', guard)`. */
function concerns({ arguments: [first] }: TSESTree.CallExpression, paths: readonly string[]): boolean {
  const path = textAt(first)?.replace(/(?<![/*])[/*]+$/, '') ?? ''
  return !path.startsWith('/') || paths.length === 0 || paths.some((other) => other.startsWith(path))
}
