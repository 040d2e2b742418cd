import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { callsNamed } from '../ast/calls-named.js'
import { nodesOf } from '../ast/nodes-of.js'
import { onceForFile } from '../ast/once-for-each.js'

/** Options of cookies and of CORS, which say what other sites may do with an answer: `sameSite: 'lax'`, `origin: 'https://app.example.com'`. */
const OPTION = /^['"`]?(?:same-?site|origin)['"`]?$/i

/** The same in headers. */
const IN_HEADER = /access-control-allow-origin|samesite=/i

/** Whether a word is about an answer, and asks nothing about the request that it answers. */
export function isAboutAnswer({ range: [start], value }: TSESTree.Token, sourceCode: Readonly<TSESLint.SourceCode>): boolean {
  return IN_HEADER.test(value) || (OPTION.test(value) && namesGiven(sourceCode).has(start)) || targets(sourceCode).some(({ range: [from, to] }) => from <= start && start < to)
}

/** Where browsers are sent: `res.redirect(req.get('Referrer') || '/')` only goes back. */
const targets = onceForFile((sourceCode) => callsNamed(sourceCode, (name) => name === 'redirect').flatMap((call) => call.arguments))

/** Where the keys of objects stand, and the names of variables that get a value at once. */
const namesGiven = onceForFile((sourceCode): ReadonlySet<number> => {
  const keys = nodesOf(sourceCode, 'Property').flatMap(({ key, parent }) => (parent.type === 'ObjectExpression' ? [key] : []))
  const names = nodesOf(sourceCode, 'VariableDeclarator').flatMap(({ id, init }) => (init && id.type === 'Identifier' ? [id] : []))
  return new Set([...keys, ...names].map(({ range }) => range[0]))
})
