import type { TSESTree } from '@typescript-eslint/utils'
import { memberName, propertyName } from '../ast/bindings.js'
import { equalitiesIn } from '../ast/equalities.js'
import { exits } from '../ast/flow.js'
import { lastName } from '../ast/last-name.js'
import { nodesOf } from '../ast/nodes-of.js'
import { isFunction, unwrap, wrapped, type Node } from '../ast/nodes.js'
import { changesOf } from '../ast/object-changes.js'
import { onDemand } from '../ast/on-demand.js'
import { plainText } from '../ast/plain-text.js'
import { staticValue } from '../ast/static-value.js'
import { textAt } from '../ast/text-at.js'
import { writtenTexts, type WrittenText } from '../ast/written-texts.js'
import { isOnlyInDevelopment, variableRead } from './environment.js'
import type { SecretWritten } from './events.js'
import type { FileContext } from './file-context.js'
import { isMadeUp, isPage } from './file-kind.js'
import { nameGiven, namingIn } from './id-naming.js'
import type { Match } from './match.js'
import { wordsOf } from './names.js'
import { variablesRequired } from './required-variables.js'
import { isNoConfiguration, isNoSecret, isPublicKey, looksSecret, namesSecret, namesSecretHolder, namesSigningKey, namesWordsOfPage, repeatsName } from './secret-names.js'
import { stepsOfBuilder } from './token-builders.js'

/** What is known of a secret before the texts in it are. */
type Told = Omit<SecretWritten, 'node' | 'type' | 'written'>

/** Reads the secrets of a file: those that libraries are given, and those that its settings name. */
export function readSecrets(context: FileContext, matches: readonly Match[]): SecretWritten[] {
  const { bindings, filename, sourceCode } = context
  if (isMadeUp(context)) return []
  const seen = new Set<Node>()
  let stops: readonly string[] | undefined
  const required = onDemand(() => variablesRequired(context))
  let compared: ReadonlySet<unknown> | undefined
  const isNamedHere = !isPage(context) && !isNoConfiguration(filename)

  return [
    ...matches.flatMap((match) => secretsGiven(context, match).flatMap((told) => (isOnlyInDevelopment(match.node, sourceCode) ? [] : secretsIn(told, isSecret)))),
    // Who is given a secret by a library tells more about it than its name.
    ...(isNamedHere ? namingIn(sourceCode).flatMap(named) : []),
  ]

  function secretsIn(told: Told, isWanted: (written: WrittenText) => boolean): SecretWritten[] {
    if (isOnlyInDevelopment(told.value, sourceCode)) return []
    const texts = writtenTexts(told.value, sourceCode, bindings).filter((text) => isWanted(text) && isNew(text))
    return texts.map((written) => {
      const { node, stepsInFor } = written
      const missing = told.missing ?? (stepsInFor && labelOf(stepsInFor, context))
      return { ...told, type: 'secretWritten', node, written, missing }
    })
  }

  function named(node: Node): SecretWritten[] {
    const name = nameGiven(node)
    if (name === undefined || !(namesSecret(name) || namesSigningKey(name) || isSecretOfHolder(name, node)) || !isConfiguration(node, context)) return []
    const setting = settingIn(node)
    if (!setting) return []
    const { isDefault, value } = setting
    const told: Told = { certainty: 'likely', name, value, protects: protectedBy([name, holderOf(node)].join(' ')), missing: isDefault ? name : undefined }
    // What steps in for a setting is the secret then, even if it only says its name again.
    const isTaken = ({ stepsInFor, text }: WrittenText) => stepsInFor !== undefined && settingRead(stepsInFor) !== undefined && repeatsName(text, name)
    const mayBe = ({ text }: WrittenText) => !isNoSecret(text, name) && (!namesSigningKey(name) || looksSecret(text))
    const secrets = secretsIn(told, (written) => isSecret(written) && (isTaken(written) || mayBe(written)))
    return secrets.map((secret) => (secret.protects === 'cookies' && !/cookie/i.test(name) ? { ...secret, protects: protectedBy(secret.missing ?? '') } : secret))
  }

  function isSecret(written: WrittenText): boolean {
    const { node, text } = written
    return text !== '' && !isPublicKey(text) && !isOnlyInDevelopment(node, sourceCode) && !isRefused(written)
  }

  function isNew({ node }: WrittenText): boolean {
    if (seen.has(node)) return false
    seen.add(node)
    return true
  }

  /** Whether the program looks for the secret, or for what it steps in for, and stops or takes another one. */
  function isRefused({ stepsInFor, text }: WrittenText): boolean {
    const isAsked = stepsInFor !== undefined && (stopsWithout(plainText(stepsInFor, sourceCode)) || required().has(variableRead(stepsInFor) ?? ''))
    compared ??= new Set(equalitiesIn(sourceCode).flatMap(({ left, right }) => [comparedWithSecret(left, right), comparedWithSecret(right, left)]))
    return isAsked || compared.has(text)
  }

  function stopsWithout(asked: string): boolean {
    stops ??= nodesOf(sourceCode, 'IfStatement').flatMap(({ consequent, test }) => (exits(consequent) ? [plainText(test, sourceCode)] : []))
    return stops.some((test) => test.includes(asked))
  }

  function comparedWithSecret(named: Node, other: Node): unknown {
    const words = wordsOf(lastName(named) ?? '')
    return /\b(?:secrets?|keys?|password)\b/.test(words) ? staticValue(other, sourceCode, bindings)?.value : undefined
  }
}

/** The secrets that a use of a library is given. */
function secretsGiven(context: FileContext, match: Match): Told[] {
  const { certainty, node, pattern } = match
  const { emits, framework, roles } = pattern
  // Most uses of libraries are given none.
  if (roles.secret === undefined && emits !== 'jwtBuilt') return []
  const protects = emits === 'secretGiven' && framework.session ? 'sessions' : protectedBy(emits)
  const told = (name: string, value: Node): Told => ({ framework, certainty, protects, name: nameOf(value) ?? name, value, missing: undefined })
  const keys = emits === 'jwtBuilt' ? keysOfBuilder(node, context, Object.keys(framework.jwt?.builder?.ends ?? {})) : []
  return [
    ...keys.map((key) => told('key', key)),
    ...[roles.secret ?? []].flat().flatMap((place) => (expressionsAtPlace(match, place) ?? []).map((value) => told(place.split('.').at(-1) ?? place, value))),
  ]
}

/** What a library is given as its secrets; undefined where that can't be seen. */
export function secretsOf(match: Match): readonly Node[] | undefined {
  const given = [match.pattern.roles.secret ?? []].flat().map((place) => expressionsAtPlace(match, place))
  return given.every((values) => values !== undefined) ? given.flat() : undefined
}

function expressionsAtPlace(match: Match, place: string): readonly Node[] | undefined {
  const steps = place.split('.')
  const name = steps.pop()
  const whole = steps.length === 0 ? match.argument(place) : undefined
  if (steps.length === 0 || name === undefined) return whole ? [whole] : []
  return match.options(steps.join('.')).options.expressions(name)
}

/** The keys with which a token is ended that is built in steps: `new SignJWT(payload).setExpirationTime('1h').sign(key)`. */
function keysOfBuilder(made: Node, { bindings }: FileContext, ends: readonly string[]): readonly Node[] {
  const steps = stepsOfBuilder(made, bindings, ends) ?? []
  return steps.flatMap(({ call, name }) => (ends.includes(name) ? call.arguments.slice(0, 1) : []))
}

/** The name of a constant or a setting, if that tells what the secret is for: `JWT_SECRET`. */
function nameOf(value: Node): string | undefined {
  const name = lastName(value)
  return name !== undefined && namesSecret(name) ? name : undefined
}

function protectedBy(words: string): SecretWritten['protects'] {
  if (/jwt|token/i.test(words)) return 'tokens'
  return /sess|auth|login|store/i.test(words) ? 'sessions' : 'cookies'
}

interface SettingOfName {
  readonly value: Node
  /** Whether it is taken only where nothing is set. */
  readonly isDefault: boolean
}

/** What a name is given; in the tables and schemas of settings, what is taken where nothing is set: `{ format: String, default: 'text' }`. */
function settingIn(node: Node): SettingOfName | undefined {
  const value = valueIn(node)
  const expression = value && unwrap(value)
  if (!expression) return undefined
  if (expression.type === 'ObjectExpression') return asDefault(defaultIn(expression))
  if (expression.type !== 'CallExpression') return { value: expression, isDefault: node.type === 'AssignmentPattern' }
  const [first] = expression.arguments
  if (expression.callee.type === 'MemberExpression' && memberName(expression.callee) === 'default') return asDefault(first)
  return first?.type === 'ObjectExpression' ? asDefault(defaultIn(first)) : { value: expression, isDefault: false }
}

function asDefault(value: Node | undefined): SettingOfName | undefined {
  return value && { value, isDefault: true }
}

function defaultIn({ properties }: TSESTree.ObjectExpression): Node | undefined {
  const found = properties.find((property) => property.type === 'Property' && propertyName(property) === 'default')
  return found?.type === 'Property' ? found.value : undefined
}

/** How people call what a secret steps in for: `SESSION_SECRET`, `config.secret`. */
function labelOf(stepsInFor: Node, { sourceCode }: FileContext): string {
  return settingRead(stepsInFor) ?? sourceCode.getText(firstOf(stepsInFor)).replace(/\s+/g, ' ').slice(0, LONGEST_LABEL)
}

const LONGEST_LABEL = 40

/** The setting that is read by its name: `process.env.SESSION_SECRET`, `get('SESSION_SECRET', 'text')`. */
function settingRead(stepsInFor: Node): string | undefined {
  const first = firstOf(stepsInFor)
  return textAt(first) ?? variableRead(first)
}

function firstOf(node: Node): Node {
  const expression = unwrap(node)
  return expression.type === 'LogicalExpression' ? firstOf(expression.left) : expression
}

function valueIn(node: Node): Node | undefined {
  switch (node.type) {
    case 'VariableDeclarator':
      return node.init ?? undefined
    case 'Property':
      return node.value
    case 'PropertyDefinition':
      return node.value ?? undefined
    case 'AssignmentPattern':
    case 'AssignmentExpression':
      return node.right
    default:
      return undefined
  }
}

/** `secret` in `session: { secret: 'text' }` and in `registerAs('jwt', () => ({ secret: 'text' }))`. */
function isSecretOfHolder(name: string, node: Node): boolean {
  const holder = name === 'secret' || name === 'secretKey' ? holderOf(node) : undefined
  return holder !== undefined && namesSecretHolder(holder)
}

function holderOf(node: Node): string | undefined {
  if (node.type !== 'Property') return undefined
  for (let at = wrapped(node.parent); at.parent; at = wrapped(at.parent)) {
    const { parent } = at
    if (parent.type === 'Property') return propertyName(parent)
    if (parent.type === 'VariableDeclarator') return parent.id.type === 'Identifier' ? parent.id.name : undefined
    if (parent.type === 'AssignmentExpression') return lastName(parent.left)
    if (parent.type === 'CallExpression') {
      const named = textAt(parent.arguments[0])
      if (named !== undefined) return named
    } else if (!isFunction(parent) && parent.type !== 'ReturnStatement' && parent.type !== 'BlockStatement') return undefined
  }
  return undefined
}

/** Whether what is named there is a setting of the program: a constant of the module, what it exports, a field, a default value. */
function isConfiguration(node: Node, context: FileContext): boolean {
  switch (node.type) {
    case 'VariableDeclarator':
      return isOfModule(node)
    case 'AssignmentExpression':
      return node.left.type === 'MemberExpression' && !/\benv$/.test(plainText(node.left.object, context.sourceCode))
    case 'Property':
      return isExported(node, context)
    default:
      return true
  }
}

function isOfModule({ parent }: TSESTree.VariableDeclarator): boolean {
  return parent.parent.type === 'Program' || parent.parent.type === 'ExportNamedDeclaration'
}

/** Settings of a place where a program is developed. */
const DEVELOPMENT = /^(?:dev|devel|development|local|test|tests|testing|ci|e2e)$/i

/** Whether an object leaves the module, perhaps inside of others, or from a function that makes it. */
function isExported(property: Node, { bindings }: FileContext): boolean {
  for (let at = property; at.parent; at = at.parent) {
    const { parent } = at
    const name = nameGiven(parent)
    if (name !== undefined && (DEVELOPMENT.test(name) || namesWordsOfPage(name))) return false
    if (parent.type === 'ExportDefaultDeclaration' || parent.type === 'ExportNamedDeclaration') return true
    if (parent.type === 'AssignmentExpression') return isExports(parent.left)
    if (parent.type === 'VariableDeclarator') {
      const variable = parent.id.type === 'Identifier' ? bindings.variable(parent.id) : undefined
      return isOfModule(parent) && variable !== undefined && changesOf(variable, bindings).isExported
    }
  }
  return false
}

/** `module.exports`, `exports.session` */
function isExports(target: Node): boolean {
  if (target.type !== 'MemberExpression') return false
  const { object } = target
  return object.type === 'Identifier' ? object.name === 'exports' || (object.name === 'module' && memberName(target) === 'exports') : isExports(object)
}
