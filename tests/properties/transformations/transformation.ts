import type { SourceCode } from 'eslint'
import { rewrite, type Node } from '../rewrite.js'

/** A way to write the same program differently. */
export interface Transformation {
  readonly name: string
  /** Only TypeScript can say it. */
  readonly isTyped?: true
  /** The program as it is then; the source's own text where nothing is to do. */
  rewrite(source: SourceCode, places: Places): string
}

/** Which of the places that could be rewritten are, counted from the innermost first. */
export type Places = (index: number) => boolean

/** A transformation of single nodes. */
export function eachNode(
  name: string,
  rewritten: (node: Node, text: string, source: SourceCode, textOf: (node: Node) => string) => string | undefined,
): Transformation {
  return {
    name,
    rewrite(source, places) {
      let index = 0
      return rewrite(source, (node, text, textOf) => {
        const result = rewritten(node, text, source, textOf)
        return result !== undefined && places(index++) ? result : undefined
      })
    },
  }
}
