import { lastName } from '../ast/last-name.js'
import type { SessionFile } from '../events/file.js'
import type { OpenLogout } from '../events/open-logouts.js'
import { importOf } from './add-import.js'
import { together, type Edit } from './edit.js'

/** Registers a handler for POST instead of GET, where a word of the registration says the method. */
export function answerPost({ context }: SessionFile, { node, others, written }: OpenLogout): Edit | undefined {
  const { bindings, filename, sourceCode } = context
  if (others.includes('post')) return undefined
  switch (written) {
    case 'member':
      return (fixer) => [fixer.replaceText(node, 'post')]
    case 'text':
      return (fixer) => [fixer.replaceText(node, sourceCode.getText(node).replace(/\w+|\*/, (method) => (/[a-z]/.test(method) ? 'post' : 'POST')))]
    case 'decorator': {
      const path = bindings.resolve(node)
      const imported = path?.root.kind === 'module' && lastName(node) === path.steps[0] ? importOf(sourceCode, bindings, node, { module: path.root.name, name: 'Post' }, filename) : undefined
      return imported && together((fixer) => [fixer.replaceText(node, imported.code)], ...(imported.edit ? [imported.edit] : []))
    }
    case 'elsewhere':
      return undefined
  }
}
