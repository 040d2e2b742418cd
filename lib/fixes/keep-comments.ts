import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { byPlace } from '../ast/by-place.js'
import { onceForFile } from '../ast/once-for-each.js'
import type { Edit } from './edit.js'

type SourceCode = Readonly<TSESLint.SourceCode>

/** The edit with the comments that stand in what it replaces: they were written for whoever reads the code next. */
export function keepComments(edit: Edit, sourceCode: SourceCode): Edit {
  return (fixer) => {
    const fixes = edit(fixer)
    const written = fixes.map(({ text }) => text).join('\n')
    return fixes.map((fix) => {
      const lost = commentsIn(sourceCode)(fix).filter((comment) => !written.includes(sourceCode.getText(comment)))
      if (lost.length === 0) return fix
      const kept = lost.map((comment) => inOneLine(comment, sourceCode)).join(' ')
      return { ...fix, text: fix.text === '' ? kept : `${fix.text} ${kept}` }
    })
  }
}

const commentsIn = onceForFile((sourceCode) => byPlace(sourceCode.getAllComments(), (comment) => comment))

/** A comment after which the line goes on. */
function inOneLine(comment: TSESTree.Comment, sourceCode: SourceCode): string {
  return comment.type === 'Line' ? `/*${comment.value.replaceAll('*/', '* /')} */` : sourceCode.getText(comment)
}
