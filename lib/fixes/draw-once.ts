import type { TSESTree } from '@typescript-eslint/utils'
import { memberName, propertyName } from '../ast/bindings.js'
import { codeText } from '../ast/code-text.js'
import { lastName } from '../ast/last-name.js'
import { functionAround, isInside, unwrap, wrapped, type Node } from '../ast/nodes.js'
import { changesOf } from '../ast/object-changes.js'
import { textAt } from '../ast/text-at.js'
import { usesOf, type Variable } from '../ast/variables.js'
import type { Source, VariableRead, Worth } from '../events/entropy.js'
import type { SessionIdGenerated } from '../events/events.js'
import type { FileContext } from '../events/file-context.js'
import { wordsOf } from '../events/names.js'

/** The expression to draw an ID in. */
export interface PlaceToDraw {
  readonly value: Node
  /** What it gives now. */
  readonly form: Worth['form']
  /** Whether whatever it gives is made a text before it is used. */
  readonly isText: boolean
}

const LONGEST_WAY = 10

/**
 * Where an ID is drawn so that all places which read it have the same: in the expression itself, or in the variable
 * before it that others read as well. Undefined where one of them takes no text.
 */
export function placeToDraw(context: FileContext, { isText, value, worth }: SessionIdGenerated): PlaceToDraw | undefined {
  let place: PlaceToDraw = { value, form: worth.form, isText }
  for (let way = 0; way < LONGEST_WAY; way++) {
    const shared = sharedIn(context, place.value, worth)
    if (shared.length === 0) return place
    const next = shared.find((variable) => takesText(context, variable, value))
    if (!next) return undefined
    place = { value: next.held, form: next.form, isText: true }
  }
  return undefined
}

/** Whether every run of a function that makes IDs of a user gives the same: what is drawn was drawn before, outside of it. */
export function isDrawnBefore({ bindings }: FileContext, { variables }: Source): boolean {
  return variables.some(({ node }) => {
    const maker = functionAround(node)
    const held = heldAt(bindings, node)
    if (!maker || !held || isInside(held, maker)) return false
    const entries = bindings.entries(maker)?.length ?? 0
    return entries > 1 || (entries === 0 && !functionAround(held))
  })
}

interface SharedVariable {
  readonly variable: Variable
  readonly held: Node
  readonly form: Worth['form']
}

/** The variables in an expression that hold what is guessable in it, and that others read as an ID. */
function sharedIn({ bindings }: FileContext, place: Node, worth: Worth): readonly SharedVariable[] {
  const isMixed = new Set(worth.sources.map(({ nodes: [node] }) => node)).size > 1
  return worth.sources.flatMap((source) =>
    source.variables.flatMap(({ form, node }: VariableRead) => {
      const variable = bindings.variable(node)
      const held = heldAt(bindings, node)
      if (!isInside(node, place) || !variable || !held || isInside(held, place)) return []
      const others = usesOf(variable).filter((use) => !isInside(use, place) && !isOtherwiseUsed(use, source, isMixed))
      return others.length > 0 || changesOf(variable, bindings).isExported ? [{ variable, held, form }] : []
    }),
  )

  /** Whether what a place makes of a value is no ID: it compares it, or keeps it as a time. */
  function isOtherwiseUsed(use: Node, { weakness }: Source, isMixed: boolean): boolean {
    return isCompared(use) || (weakness === 'time' && (isTime(use) || (isMixed && !isSpelled(use))))
  }
}

function heldAt(bindings: FileContext['bindings'], node: TSESTree.Identifier): Node | undefined {
  const variable = bindings.variable(node)
  return variable && bindings.value(variable)
}

/** `id < 100` */
function isCompared(use: Node): boolean {
  const { parent } = wrapped(use)
  return parent?.type === 'BinaryExpression' && /^[<>]=?$/.test(parent.operator)
}

/** `createdAt: now`, `expires = Math.floor(now / 1000) + 3600`, `now - start`, `new Date(now)` */
function isTime(node: Node): boolean {
  const at = wrapped(node)
  const { parent } = at
  switch (parent?.type) {
    case 'BinaryExpression':
      return parent.operator === '-' || isCompared(node) || (/^[+*/%]$/.test(parent.operator) && isTime(parent))
    case 'CallExpression':
      return /^Math\b/.test(lastObject(parent.callee)) && isTime(parent)
    case 'NewExpression':
      return parent.callee.type === 'Identifier' && parent.callee.name === 'Date'
    case 'Property':
      return parent.value === at && namesTime(propertyName(parent))
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' && namesTime(parent.id.name)
    case 'AssignmentExpression':
      return parent.right === at && namesTime(lastName(parent.left))
    default:
      return false
  }
}

function lastObject(callee: Node): string {
  return callee.type === 'MemberExpression' ? (lastName(callee.object) ?? '') : ''
}

function namesTime(name = ''): boolean {
  return /\b(?:at|on|now|iat|exp|ts|time|timestamp|date|created|updated|issued|started?|since|until|expires|expiry|expiration|expire|seen|last|login)\b/.test(wordsOf(name))
}

/** Whether a text may stand in a variable: it is one already, or each place that reads it makes one of it. */
function takesText(context: FileContext, { form, held, variable }: SharedVariable, value: Node): boolean {
  // What the module draws once must not become what all IDs are made of.
  if (!functionAround(held) && functionAround(value)) return false
  if (form === 'text') return true
  const { bindings, sourceCode } = context
  return (
    !changesOf(variable, bindings).isExported &&
    !READ_AS_NUMBER.test(codeText(sourceCode)) &&
    usesOf(variable).every((use) => (context.isTypeScript ? isSpelledForTypes(use, context) : isSpelled(use)))
  )
}

/** `Number(req.cookies.sid)`: the ID that comes back is looked for as a number. */
const READ_AS_NUMBER = /\b(?:Number|parseInt|parseFloat)\([^)]*cookie/i

/** Whether a place makes a text of what it reads: `String(id)`, `'s' + id`, `sessions[id]`. */
function isSpelled(use: Node): boolean {
  const at = wrapped(use)
  const { parent } = at
  switch (parent?.type) {
    case 'TemplateLiteral':
      return parent.parent.type !== 'TaggedTemplateExpression'
    case 'BinaryExpression':
      return parent.operator === '+' && (isSpelling(parent.left) || isSpelling(parent.right))
    case 'CallExpression':
      return parent.arguments[0] === at && parent.callee.type === 'Identifier' && parent.callee.name === 'String'
    case 'MemberExpression':
      return parent.computed ? parent.property === at : memberName(parent) === 'toString' && parent.parent.type === 'CallExpression' && parent.parent.callee === parent
    default:
      return false
  }
}

/** Whether types agree with that as well: a text is spelled in no base, and is no key of numbers. */
function isSpelledForTypes(use: Node, { bindings, sourceCode }: FileContext): boolean {
  if (!isSpelled(use)) return false
  const { parent } = wrapped(use)
  if (parent?.type !== 'MemberExpression') return true
  if (!parent.computed) return parent.parent.type === 'CallExpression' && parent.parent.arguments.length === 0
  const [definition] = (parent.object.type === 'Identifier' && bindings.variable(parent.object)?.defs) || []
  return definition?.type === 'Variable' && definition.node.id.type === 'Identifier' && !/\bnumber\b|\[\]/.test(sourceCode.getText(definition.node.id))
}

/** A text, or a sum that is one: `'s' + id`. */
function isSpelling(node: Node): boolean {
  const expression = unwrap(node)
  if (expression.type === 'TemplateLiteral' || textAt(expression) !== undefined) return true
  return expression.type === 'BinaryExpression' && expression.operator === '+' && (isSpelling(expression.left) || isSpelling(expression.right))
}
