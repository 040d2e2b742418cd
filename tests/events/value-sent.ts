import { lastName } from '../../lib/ast/last-name.js'
import type { Node } from '../../lib/ast/nodes.js'
import { nodesIn } from '../nodes-in.js'
import type { SessionFile } from '../../lib/events/file.js'
import { sessionFileOf, type Reading } from '../events-of.js'

interface Sent {
  readonly file: SessionFile
  /** What the program gives to the first call of `send`. */
  readonly value: Node
  text(node: Node): string
}

/** A program of Express with a handler, which gives a value to `send`. */
export function sentIn(code: string, reading?: Reading): Sent {
  const file = sessionFileOf(`${code}\n// session`, reading)
  const { sourceCode } = file.context
  const [call] = nodesIn(sourceCode).filter((node) => node.type === 'CallExpression').filter(({ callee }) => lastName(callee) === 'send')
  const [value] = call?.arguments ?? []
  if (!value) throw new Error('The program has no `send`.')
  return { file, value, text: (node) => sourceCode.getText(node).replace(/\s+/g, ' ') }
}

export function inHandler(body: string, head = ''): string {
  return `import express from 'express'\nconst app = express()\n${head}\napp.post('/a', async (req, res, next) => { ${body} })`
}
