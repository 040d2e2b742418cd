import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Edit } from './edit.js'
import { quoted, styleOf } from './style.js'

/** Gives a property another name; the value of a shorthand stays what it was. */
export function renameKey(sourceCode: Readonly<TSESLint.SourceCode>, property: TSESTree.Property, name: string): Edit | undefined {
  const { computed, key, shorthand } = property
  if (computed || property.method || property.kind !== 'init') return undefined
  if (shorthand) return (fixer) => [fixer.replaceText(property, `${name}: ${sourceCode.getText(property.value)}`)]
  const text = key.type === 'Literal' ? quoted(name, styleOf(sourceCode)) : name
  return (fixer) => [fixer.replaceText(key, text)]
}
