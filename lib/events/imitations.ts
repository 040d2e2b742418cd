import { lastName } from '../ast/last-name.js'
import { functionsAround, wrapped, type Node } from '../ast/nodes.js'
import type { FileContext } from './file-context.js'
import { nameOf } from './id-origins.js'
import { wordsOf } from './names.js'

/** Modules with which programs are tested against servers that are none. */
const OF_IMITATIONS =
  /^(?:msw|nock|miragejs|fetch-mock|axios-mock-adapter|sinon|supertest|light-my-request|node-mocks-http|vitest|@jest|@playwright\/test|cypress|bun:test|node:test|test)(?:\/.*)?$/

/** Whether a piece of code only plays a server, as its functions, its file or its modules say: `vi.fn(() => …)`. */
export function isImitation(node: Node, { filename, modules, settings: { environment } }: FileContext): boolean {
  if (environment === 'test') return true
  const names = functionsAround(node).flatMap((callable) => {
    const { parent } = wrapped(callable)
    return [nameOf(callable), parent?.type === 'CallExpression' ? lastName(parent.callee) : undefined]
  })
  if (names.includes('fn') || [...modules].some((module) => OF_IMITATIONS.test(module))) return true
  return [filename, ...names].some((name) => name !== undefined && IMITATION.test(wordsOf(name)))
}

const IMITATION = /\b(?:mock|mocks|mocked|fake|fakes|stub|stubs|fixture|fixtures|dummy)\b/
