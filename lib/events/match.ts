import type { TSESTree } from '@typescript-eslint/utils'
import { memberName } from '../ast/bindings.js'
import { callsOfResult } from '../ast/calls-of-result.js'
import { isPromisifier } from '../ast/flow.js'
import { lastName } from '../ast/last-name.js'
import { functionsAround, unwrap, type Node } from '../ast/nodes.js'
import { onceForName } from '../ast/once-for-each.js'
import { extend, type Path } from '../ast/paths.js'
import { UNKNOWN, type Setting } from '../ast/setting.js'
import { staticValue } from '../ast/static-value.js'
import type { Meaning } from '../frameworks/framework.js'
import { isAnswer } from './answers.js'
import type { Call } from './call-arguments.js'
import type { Parameter, Pattern } from './compile-signature.js'
import type { Certainty, OptionsPlace } from './events.js'
import { decide, versionOf } from './evidence.js'
import type { FileContext } from './file-context.js'
import { expressionAt, optionsAt, partOf, type Given, type Literal } from './given.js'
import type { Handed, Handlers } from './handlers.js'
import { nameOf } from './id-origins.js'
import { createLibraries, type Libraries } from './libraries.js'
import { isExport } from './library-exports.js'
import { mayEndUse, patternsFor, patternsOfLiteral, patternsOfTypes } from './patterns.js'
import { createStarts, type StartOfUse } from './start-of-use.js'
import { throughFunctions } from './through-functions.js'
import { isInRange } from './versions.js'

/** A place in the source where a library is used as one of its signatures says. */
export interface Match {
  readonly pattern: Pattern
  readonly node: Node
  readonly certainty: Certainty
  /** The object of the handler that the use starts from, if it starts from one. */
  readonly handed: Handed | undefined
  /** The expression for a place of the signature; undefined if the code leaves it out. */
  argument(place: string | undefined): Node | undefined
  /** The text at a place, where the source decides it. */
  text(place: string | undefined): Setting<string>
  /** The options at a place, and where they stand; without a place there are none. */
  options(place: string | undefined): OptionsPlace
}

export interface Matcher {
  match(node: Node): readonly Match[]
  readonly sessionLibrary: Libraries['ofSessions']
}

export function createMatcher(context: FileContext, handlers: Handlers): Matcher {
  const { bindings } = context
  const libraries = createLibraries(context)
  const startOf = createStarts(context, handlers, libraries)

  return { match, sessionLibrary: libraries.ofSessions }

  function match(node: Node): readonly Match[] {
    switch (node.type) {
      case 'CallExpression':
        // `super(options)` makes what the class extends.
        if (node.callee.type === 'Super') return matchCall(node, 'new')
        return [...matchCall(node, 'call'), ...matchMerge(node), ...matchPromisified(node)]
      case 'NewExpression':
        return matchCall(node, 'new')
      case 'AssignmentExpression':
        return node.operator === '=' && node.left.type === 'MemberExpression'
          ? matchTarget('assignment', node, pathOf(node.left), node.right)
          : []
      case 'UnaryExpression':
        return node.operator === 'delete' && node.argument.type === 'MemberExpression'
          ? matchTarget('deletion', node, pathOf(node.argument), undefined)
          : []
      case 'ObjectExpression':
      case 'ArrayExpression':
        return matchLiteral(node)
      case 'VariableDeclarator':
        return node.id.typeAnnotation && node.init ? matchTyped(node.init, node.id.typeAnnotation.typeAnnotation) : []
      case 'TSSatisfiesExpression':
      case 'TSAsExpression':
        return matchTyped(node.expression, node.typeAnnotation)
      default:
        return []
    }
  }

  /** The path of an expression, through functions of this file. */
  function pathOf(node: Node): Path | undefined {
    const path = bindings.resolve(node)
    return path && throughFunctions(context, path)
  }

  function patternsAt(name: string, path: Path): readonly Pattern[] {
    return patternsFor(name, path, handlers.objectOf)
  }

  function matchCall(node: Call, form: 'call' | 'new'): readonly Match[] {
    const callee = unwrap(node.callee)
    const name = callee.type === 'MemberExpression' ? memberName(callee) : ''
    if (name === undefined) return []
    // A member of `this` may hold something of another name.
    const isOfThis = callee.type === 'MemberExpression' && unwrap(callee.object).type === 'ThisExpression'
    const paths = name === '' || isOfThis || mayEndUse(name) ? pathsOf(callee) : []
    return theMostTelling(paths.flatMap((path) => matchPath(path)))

    function matchPath(path: Path): readonly Match[] {
      // What the resolved path ends with may differ from the code: `const { regenerate } = req.session`.
      const last = name === '' ? (path.steps.at(-1) ?? '') : (name ?? '')
      return [...(last === '' ? [] : patternsAt(last, path)), ...patternsAt('', path)].flatMap((pattern) => {
        if (pattern.form !== form || !takes(pattern, node)) return []
        return complete(pattern, node, path, { kind: 'call', call: node })
      })
    }
  }

  /** The path of what is called; both where one of two objects is called upon: `(remember ? localStorage : sessionStorage).setItem`. */
  function pathsOf(callee: Node): readonly Path[] {
    const path = pathOf(callee)
    if (callee.type !== 'MemberExpression' || (path && path.root.kind !== 'variable')) return path ? [path] : []
    const object = bindings.held(callee.object)
    const name = memberName(callee)
    if (object.type !== 'ConditionalExpression' || name === undefined) return path ? [path] : []
    return [object.consequent, object.alternate].flatMap((branch) => {
      const start = pathOf(branch)
      return start ? [extend(start, [name])] : []
    })
  }

  /**
   * `promisify(req.session.regenerate.bind(req.session))`: the method is handed over, and called later. What is done with
   * a token is told by the calls, where they are in sight: `promisify(jwt.verify)(token, key)`.
   */
  function matchPromisified(node: TSESTree.CallExpression): readonly Match[] {
    const [argument] = node.arguments
    if (!argument || !isPromisifier(node.callee)) return []
    const method = unboundMethod(argument)
    const path = method && pathOf(method)
    if (!method || !path) return []
    return patternsAt(path.steps.at(-1) ?? '', path).flatMap((pattern) => {
      if (pattern.form !== 'call' || pattern.roles.done === undefined) return []
      const { payload, token } = pattern.roles
      const calls = payload === undefined && token === undefined ? undefined : callsOfResult(node, bindings)
      if (!calls) return complete(pattern, method, path, { kind: 'method' })
      return calls.flatMap((call) => (takes(pattern, call) ? complete(pattern, call, path, { kind: 'call', call }) : []))
    })
  }

  function matchTarget(
    form: 'assignment' | 'deletion',
    node: Node,
    path: Path | undefined,
    value: Node | undefined,
  ): readonly Match[] {
    const name = path?.steps.at(-1)
    if (!path || name === undefined) return []
    return [...patternsAt(name, path), ...patternsAt('*', path)].flatMap((pattern) => {
      if (pattern.form !== form || !assigns(pattern, value)) return []
      return complete(pattern, node, path, { kind: 'assigned', value, target: node.type === 'AssignmentExpression' ? node.left : undefined })
    })
  }

  /** `Object.assign(req.session, { userId })` assigns each property. */
  function matchMerge(node: TSESTree.CallExpression): readonly Match[] {
    const { callee } = node
    if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier' || callee.object.name !== 'Object') return []
    const [target, ...sources] = node.arguments
    const path = memberName(callee) === 'assign' && target ? pathOf(target) : undefined
    if (!path) return []
    return sources.flatMap((source) => {
      const literal = context.options.read(source)
      return literal.names.seen.flatMap((name) => {
        const [value] = literal.expressions(name) ?? []
        return value ? matchTarget('assignment', node, { root: path.root, steps: [...path.steps, name] }, value) : []
      })
    })
  }

  function matchLiteral(literal: Literal): readonly Match[] {
    return patternsOfLiteral(literal).flatMap((pattern) => {
      const isComplete = pattern.parameters.every((parameter, index) => {
        const part = partOf(literal, parameter, index)
        return part ? isWanted(part, parameter) : parameter.isOptional
      })
      const isAsLong = literal.type === 'ObjectExpression' || literal.elements.length === pattern.parameters.length
      if (!isComplete || !isAsLong || (pattern.isAnswer && !isAnswer(literal, context))) return []
      return [matchOf(pattern, literal, { kind: 'literal', literal }, startOfLiteral(pattern))]
    })
  }

  /** Where no part of a literal tells the library, the file or the project must. */
  function startOfLiteral(pattern: Pattern): StartOfUse {
    const isTold = !isVague(pattern) || decide(context, [pattern.framework]) !== undefined
    return { certainty: isTold ? 'proved' : 'likely', handed: undefined, property: undefined }
  }

  function matchTyped(value: Node, annotation: Node): readonly Match[] {
    const path = unwrap(value).type === 'ObjectExpression' ? bindings.resolveType(annotation) : undefined
    if (!path) return []
    return patternsOfTypes().filter(({ roots }) => roots.some((root) => root.kind === 'export' && isExport(path, root))).map((pattern) =>
      matchOf(pattern, value, { kind: 'assigned', value }),
    )
  }

  function complete(pattern: Pattern, node: Node, path: Path, given: Given): readonly Match[] {
    const start = startOf(pattern, path)
    if (!start || !isInRange(pattern.roles.versions && versionOf(context, pattern.framework), pattern.roles.versions)) return []
    const match = matchOf(pattern, node, given, start)
    return isExcluded(match) ? [] : [match]
  }

  function matchOf(pattern: Pattern, node: Node, given: Given, start?: StartOfUse): Match {
    const argument = (place: string | undefined) => expressionAt(context, pattern, given, place)
    const optionsOf = onceForName((place) => optionsAt(context, pattern, node, given, place))
    return {
      pattern,
      node,
      certainty: start?.certainty ?? 'proved',
      handed: start?.handed,
      argument,
      text: (place) => (place !== undefined && place === pattern.propertyName ? textOfStep(start?.property, node) : textOf(argument(place))),
      options: (place = '') => optionsOf(place),
    }
  }

  function textOf(node: Node | undefined): Setting<string> {
    const found = node && staticValue(node, context.sourceCode, bindings)
    return node && typeof found?.value === 'string' ? { state: 'known', value: found.value, node, from: 'source' } : UNKNOWN
  }

  /** Whether the arguments are what the signature says they must be. */
  function takes({ parameters }: Pattern, node: Call): boolean {
    return parameters.every((parameter, index) => {
      const argument = node.arguments[index]
      return argument ? isWanted(argument, parameter) : parameter.isOptional
    })
  }

  function isWanted(node: Node, { meanings, name, text }: Parameter): boolean {
    if (text !== undefined) return String(staticValue(node, context.sourceCode, bindings)?.value).toLowerCase() === text
    return meanings.length === 0 || meanings.some((meaning) => isMeant(node, name, meaning))
  }

  function isMeant(node: Node, name: string, meaning: Meaning): boolean {
    if (meaning.kind === 'literal') return objectAt(node) !== undefined
    const path = bindings.resolve(node)
    if (!path || meaning.kind !== 'export') return false
    if (isExport(path, meaning)) return path.steps.length === meaning.steps.length
    // `module.exports = (app) => app.use(session(options, app))`: an object made elsewhere is known by its name.
    const isMade = meaning.steps.at(-1)?.endsWith('()') === true
    return isMade && lastName(node) === name && path.root.kind !== 'module'
  }

  function objectAt(node: Node): TSESTree.ObjectExpression | undefined {
    const expression = unwrap(node)
    const variable = expression.type === 'Identifier' ? bindings.variable(expression) : undefined
    const held = variable ? bindings.value(variable) : expression
    const value = held && unwrap(held)
    return value?.type === 'ObjectExpression' ? value : undefined
  }

  function isExcluded({ argument, node, pattern }: Match): boolean {
    const { given, unless, unlessGiven, unlessIn, unlessIs, whereInUse } = pattern.roles
    const excluding = argument(unlessIs?.argument)
    if (unlessIs && excluding && staticValue(excluding, context.sourceCode, bindings)?.value === unlessIs.value) return true
    if (unlessIn && functionsAround(node).some((callable) => unlessIn.includes(nameOf(callable) ?? ''))) return true
    if (whereInUse === true && !decide(context, [pattern.framework])) return true
    if (unlessGiven !== undefined && isSomething(argument(unlessGiven))) return true
    if (given !== undefined && !isSomething(argument(given))) return true
    return (unless ?? []).some((exclusion) => {
      const setting = context.options.read(argument(exclusion.options)).get(exclusion.property)
      if (setting.state !== 'known') return setting.state === 'unknown'
      return !('value' in exclusion) || setting.value === exclusion.value
    })
  }
}

/** `req.session.regenerate` in `req.session.regenerate.bind(req.session)`. */
function unboundMethod(node: Node): TSESTree.MemberExpression | undefined {
  const expression = unwrap(node)
  if (expression.type === 'MemberExpression') return expression
  if (expression.type !== 'CallExpression' || expression.callee.type !== 'MemberExpression') return undefined
  return memberName(expression.callee) === 'bind' ? unboundMethod(expression.callee.object) : undefined
}

function textOfStep(step: string | undefined, node: Node): Setting<string> {
  return step === undefined || step === '[]' ? UNKNOWN : { state: 'known', value: step, node, from: 'source' }
}

function assigns({ assigns: wanted }: Pattern, value: Node | undefined): boolean {
  if (wanted === 'anything') return true
  if (!value) return false
  const assigned = unwrap(value)
  return wanted === 'nothing' ? isNothing(assigned) : assigned.type === 'ObjectExpression' && assigned.properties.length === 0
}

function isNothing(node: Node): boolean {
  const value = unwrap(node)
  return (value.type === 'Literal' && value.value === null && value.raw === 'null') || (value.type === 'Identifier' && value.name === 'undefined')
}

/** Whether an argument is more than a filler: `null`, `undefined`, `false` and `{}` stand where there is nothing to give. */
function isSomething(node: Node | undefined): boolean {
  const value = node && unwrap(node)
  if (value?.type === 'Literal' && value.value === false) return false
  return value !== undefined && !isNothing(value) && !(value.type === 'ObjectExpression' && value.properties.length === 0)
}

/**
 * Overloads stand one after the other in a table: the first that fits is meant. What any value may be called
 * with is meant only where no other library is.
 */
function theMostTelling(matches: readonly Match[]): readonly Match[] {
  if (matches.length < 2) return matches
  const seen = new Set<string>()
  const first = matches.filter(({ pattern }) => {
    const key = `${pattern.framework.name} ${pattern.emits} ${pattern.members.join('.')}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
  const told = new Set(first.flatMap(({ pattern }) => (isVague(pattern) ? [] : [pattern.emits])))
  return first.filter(({ pattern }) => !isVague(pattern) || !told.has(pattern.emits))
}

/** Whether neither the first word nor a parameter tells the library. */
function isVague({ parameters, roots }: Pattern): boolean {
  return roots.every(({ kind }) => kind === 'anything' || kind === 'in use') && parameters.every(({ meanings }) => meanings.length === 0)
}
