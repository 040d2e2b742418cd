import type { TSESTree } from '@typescript-eslint/utils'
import { lastName } from '../../lib/ast/last-name.js'
import type { Node } from '../../lib/ast/nodes.js'
import { walk } from '../../lib/ast/walk.js'
import type { SessionFile } from '../../lib/events/file.js'
import { fileOf, type Reading } from '../events-of.js'

interface Sent {
  readonly file: SessionFile
  /** What the program gives to the first call of `send`. */
  readonly value: Node
  text(node: Node): string
}

/** A program of Express with a handler, which gives a value to `send`. */
export function sentIn(code: string, reading?: Reading): Sent {
  const file = fileOf(`${code}\n// session`, reading)
  if (!file) throw new Error('The program has no session code.')
  const { sourceCode } = file.context
  const calls: TSESTree.CallExpression[] = []
  walk(sourceCode.ast, sourceCode.visitorKeys, (node) => {
    if (node.type === 'CallExpression' && lastName(node.callee) === 'send') calls.push(node)
    return true
  })
  const [value] = calls[0]?.arguments ?? []
  if (!value) throw new Error('The program has no `send`.')
  return { file, value, text: (node) => sourceCode.getText(node).replace(/\s+/g, ' ') }
}

export function inHandler(body: string, head = ''): string {
  return `import express from 'express'\nconst app = express()\n${head}\napp.post('/a', async (req, res, next) => { ${body} })`
}
