import type { TSESTree } from '@typescript-eslint/utils'
import type { SourceCode } from 'eslint'
import { ruleOf, type Message } from './lint.js'
import { nodesOf, treeOf, type Node } from './rewrite.js'

/** The only properties that a rule about one attribute may write. */
const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  'require-http-only': /^(?:is)?http-?only$/i,
  'require-secure': /secure(?:Cookies)?$/i,
  'require-same-site': /^(?:is)?same-?site$/i,
  'require-max-age': /age$|ttl|expir|^exp$|rolling|renew|keepAlive|timeout/i,
}

/** Rules whose edits go to every place of a thing: the writes and the reads of a cookie, the uses of a secret. */
const WIDE = new Set(['no-auth-from-unsigned-cookie', 'no-hardcoded-secret'])

/** Attributes in a header, and what Elysia writes with its attributes instead of without. */
const WITH_ATTRIBUTES = /^(?:set-cookie|value):/i

interface Difference {
  readonly taken: readonly TSESTree.Token[]
  /** What is added, and the place before which it is, in the source as it was. */
  readonly added: readonly { readonly at: number; readonly token: TSESTree.Token }[]
}

/** What an edit changes although its finding has nothing to do with it. */
export function expectSmallChange(before: SourceCode, after: SourceCode, message: Message): string[] {
  const { added, taken } = differenceOf(before, after)
  const places = placesOf(before, message)
  const isOwn = (at: number) => WIDE.has(ruleOf(message)) || places.some(([start, end]) => start <= at && at <= end)
  const additions = additionsIn(before, after)
  const isAddition = (token: TSESTree.Token) => additions.some(({ range }) => range[0] <= token.range[0] && token.range[1] <= range[1])
  return [
    ...taken.filter(({ range }) => !isOwn(range[0])).map(({ value }) => `taken: ${value}`),
    ...added.filter(({ at, token }) => !isOwn(at) && !isImport(before, at) && !isAddition(token)).map(({ token: { value } }) => `added: ${value}`),
    ...otherProperties(before, after, ATTRIBUTES[ruleOf(message)]),
  ]
}

/** The tokens that two sources don't share, by their longest common subsequence. */
function differenceOf(before: SourceCode, after: SourceCode): Difference {
  const [old, now] = [tokensOf(before), tokensOf(after)]
  let start = 0
  while (start < old.length && start < now.length && old[start]?.value === now[start]?.value) start++
  let end = 0
  while (end < old.length - start && end < now.length - start && old.at(-1 - end)?.value === now.at(-1 - end)?.value) end++
  const [a, b] = [old.slice(start, old.length - end), now.slice(start, now.length - end)]
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  const lengthAt = (i: number, j: number) => lengths[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    const row = lengths[i]
    if (!row) continue
    for (let j = b.length - 1; j >= 0; j--) row[j] = a[i]?.value === b[j]?.value ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1))
  }
  const taken: TSESTree.Token[] = []
  const added: { at: number; token: TSESTree.Token }[] = []
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const [one, other] = [a[i], b[j]]
    if (one && other && one.value === other.value) {
      i++
      j++
    } else if (other && (!one || lengthAt(i, j + 1) >= lengthAt(i + 1, j))) {
      added.push({ at: (old[start + i - 1] ?? old[0])?.range[1] ?? 0, token: other })
      j++
    } else if (one) {
      taken.push(one)
      i++
    }
  }
  return { taken, added }
}

function tokensOf({ ast }: SourceCode): TSESTree.Token[] {
  return ast.tokens as unknown as TSESTree.Token[]
}

/** The statement of the finding, those that use what it declares, and those that declare what it uses. */
function placesOf(source: SourceCode, { column, endColumn, endLine, line }: Message): (readonly [number, number])[] {
  const start = source.getIndexFromLoc({ line, column: column - 1 })
  const end = endLine === undefined || endColumn === undefined ? start : source.getIndexFromLoc({ line: endLine, column: endColumn - 1 })
  const statements = treeOf(source).body
  const own = statements.filter((statement) => startOf(statement) <= end && start <= statement.range[1])
  const declared = own.flatMap((statement) => declaredBy(source, statement))
  const reached = new Set<Node>([...own, ...statements.filter((statement) => declared.some((name) => namesIn(source, statement).has(name)))])
  for (const statement of reached) {
    const names = namesIn(source, statement)
    for (const other of statements) if (declaredBy(source, other).some((name) => names.has(name))) reached.add(other)
  }
  return [...reached].map((statement) => [startOf(statement), statement.range[1]] as const)
}

/** The decorators of a class stand before what exports it. */
function startOf(statement: Node): number {
  const declared = 'declaration' in statement ? statement.declaration : statement
  const decorators = declared && 'decorators' in declared ? declared.decorators : []
  return Math.min(statement.range[0], ...decorators.map(({ range }) => range[0]))
}

function namesIn(source: SourceCode, statement: Node): ReadonlySet<string> {
  return new Set(nodesOf(source, statement).flatMap((node) => (node.type === 'Identifier' ? [node.name] : [])))
}

function declaredBy(source: SourceCode, statement: Node): string[] {
  const declaration = statement.type === 'ExportNamedDeclaration' && statement.declaration ? statement.declaration : statement
  return source.scopeManager.getDeclaredVariables(declaration as never).map(({ name }) => name)
}

/** The statements that an edit brings with it: what it imports, declares, or stops the program with. */
function additionsIn(before: SourceCode, after: SourceCode): readonly Node[] {
  const known = new Set(treeOf(before).body.flatMap((statement) => declaredBy(before, statement)))
  return treeOf(after).body.filter((statement) => {
    return declaredBy(after, statement).some((name) => !known.has(name)) || (statement.type === 'IfStatement' && !before.text.includes(after.getText(statement as never)))
  })
}

function isImport(source: SourceCode, at: number): boolean {
  return treeOf(source).body.some(({ range, type }) => type === 'ImportDeclaration' && range[0] <= at && at <= range[1])
}

/** The properties that are otherwise than before, but those of the attribute. */
function otherProperties(before: SourceCode, after: SourceCode, attribute: RegExp | undefined): string[] {
  if (!attribute) return []
  const [old, now] = [leavesOf(before), leavesOf(after)]
  const changed = [...[...old].filter(([leaf, count]) => (now.get(leaf) ?? 0) < count), ...[...now].filter(([leaf, count]) => (old.get(leaf) ?? 0) < count)]
  return changed.map(([leaf]) => leaf).filter((leaf) => !attribute.test(leaf.split(':')[0] ?? '') && !WITH_ATTRIBUTES.test(leaf))
}

/** The properties of all objects that have no objects in them, and how often each is there. */
function leavesOf(source: SourceCode): ReadonlyMap<string, number> {
  const leaves = new Map<string, number>()
  for (const node of nodesOf(source)) {
    if (node.type !== 'Property' || node.parent.type !== 'ObjectExpression' || nodesOf(source, node.value).some(({ type }) => /^Object|Function/.test(type))) continue
    const leaf = `${source.getText(node.key as never).replace(/^['"]|['"]$/g, '')}:${source.getTokens(node.value as never).map(({ value }) => value).join(' ')}`
    leaves.set(leaf, (leaves.get(leaf) ?? 0) + 1)
  }
  return leaves
}
