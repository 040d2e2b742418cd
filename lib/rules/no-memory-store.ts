import { defineRule } from '../define-rule.js'
import { isOnlyInDevelopment } from '../events/environment.js'
import type { OptionsPlace, SessionConfigured } from '../events/events.js'
import { expressionsAt } from '../events/given.js'
import { isExport } from '../events/library-exports.js'

/** What is kept in the memory of one process fills it up, is gone when it restarts, and can't be ended by another. */
export default defineRule({
  name: 'no-memory-store',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow in-process memory session stores' },
    schema: [],
    defaultOptions: [],
    messages: {
      missing: 'By default {{library}} keeps sessions in the memory of this process: give `{{key}}` a store that survives it.',
      memory: 'This store keeps sessions in the memory of this process: take one that survives it.',
    },
  },
  create({ file, report }) {
    const { bindings, sourceCode } = file.context

    return {
      sessionConfigured({ facts, framework, node, options }) {
        if (isInMemory(options, facts) && !isOnlyInDevelopment(node, sourceCode)) report({ node, messageId: 'memory' })
        const [key] = facts.store ?? []
        if (facts.memoryStore === undefined || key === undefined) return
        const stores = storesIn(options, facts)
        if (!stores) return
        if (stores.length === 0) report({ node, messageId: 'missing', data: { library: framework.name, key } })
        for (const store of stores) {
          const path = stores.length === 1 ? bindings.resolve(store) : undefined
          const isOwn = path?.root.kind === 'module' && path.root.name === framework.name
          if (isOwn && path.steps.join('.') === `${facts.memoryStore}.new()`) report({ node: store, messageId: 'memory' })
        }
      },
    }

    /** Whether the function that sets the sessions up keeps them in memory itself. */
    function isInMemory({ call }: OptionsPlace, { inMemory = [] }: SessionConfigured['facts']): boolean {
      const path = call && bindings.resolve(call.callee)
      return path !== undefined && inMemory.some((meaning) => isExport(path, meaning))
    }
  },
})

/** The expressions for the store; undefined where one of them can't be seen. */
function storesIn(options: OptionsPlace, { store = [] }: SessionConfigured['facts']) {
  const found = store.map((name) => expressionsAt(options, name))
  return found.every((expressions) => expressions !== undefined) ? found.flat() : undefined
}
