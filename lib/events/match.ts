import type { TSESTree } from '@typescript-eslint/utils'
import { memberName, type Readers } from '../ast/bindings.js'
import { isPromisifier } from '../ast/flow.js'
import { lastName } from '../ast/last-name.js'
import { isFunction, unwrap, type Node } from '../ast/nodes.js'
import { isCallStep, startsWithSteps, type Path } from '../ast/paths.js'
import { UNKNOWN, type Setting } from '../ast/setting.js'
import { staticValue } from '../ast/static-value.js'
import type { Meaning } from '../frameworks/framework.js'
import { frameworks } from '../frameworks/index.js'
import { compileSignature, type Pattern } from './compile-signature.js'
import type { Certainty, OptionsPlace } from './events.js'
import { versionOf } from './evidence.js'
import type { FileContext } from './file-context.js'
import type { Handed, Handlers } from './handlers.js'
import { createLibraries, type Libraries } from './libraries.js'
import { isInRange } from './versions.js'

/** A place in the source where a library is used as one of its signatures says. */
export interface Match {
  readonly pattern: Pattern
  readonly node: Node
  /** The node again, if it is a call. */
  readonly call: Call | undefined
  readonly certainty: Certainty
  /** The object of the handler that the use starts from, if it starts from one. */
  readonly handed: Handed | undefined
  /** The expression for a place of the signature; undefined if the code leaves it out. */
  argument(place: string | undefined): Node | undefined
  /** The text at a place, where the source decides it. */
  text(place: string | undefined): Setting<string>
}

export type Call = TSESTree.CallExpression | TSESTree.NewExpression

export interface Matcher {
  match(node: Node): readonly Match[]
  readonly sessionLibrary: Libraries['ofSessions']
}

const PATTERNS: readonly Pattern[] = frameworks.flatMap((framework) =>
  framework.signatures.map((signature) => compileSignature(framework, signature)),
)

/** Patterns by their last member; those without members, which are told by their root alone, under ''. */
const BY_LAST_MEMBER = new Map<string, Pattern[]>()
for (const pattern of PATTERNS) {
  const name = pattern.members.at(-1) ?? ''
  BY_LAST_MEMBER.set(name, [...(BY_LAST_MEMBER.get(name) ?? []), pattern])
}

/** What only reads the options that it is given: the methods of the tables, and the functions of their modules. */
export const READERS: Readers = {
  methods: new Set(PATTERNS.filter(({ form }) => form === 'call' || form === 'new').flatMap(({ members }) => members.slice(-1))),
  modules: new Set(PATTERNS.flatMap(({ roots }) => roots.flatMap((root) => (root.kind === 'export' ? [root.module] : [])))),
}

export function createMatcher(context: FileContext, handlers: Handlers): Matcher {
  const { bindings } = context
  const libraries = createLibraries(context)

  return { match, sessionLibrary: libraries.ofSessions }

  function match(node: Node): readonly Match[] {
    switch (node.type) {
      case 'CallExpression':
        return [...matchCall(node, 'call'), ...matchMerge(node), ...matchPromisified(node)]
      case 'NewExpression':
        return matchCall(node, 'new')
      case 'AssignmentExpression':
        return node.operator === '=' && node.left.type === 'MemberExpression'
          ? matchTarget('assignment', node, bindings.resolve(node.left), node.right)
          : []
      case 'UnaryExpression':
        return node.operator === 'delete' && node.argument.type === 'MemberExpression'
          ? matchTarget('deletion', node, bindings.resolve(node.argument), undefined)
          : []
      default:
        return []
    }
  }

  function matchCall(node: Call, form: 'call' | 'new'): readonly Match[] {
    const callee = unwrap(node.callee)
    const name = callee.type === 'MemberExpression' ? memberName(callee) : ''
    if (name === undefined) return []
    const candidates = [...(BY_LAST_MEMBER.get(name) ?? []), ...(name === '' ? [] : (BY_LAST_MEMBER.get('') ?? []))]
    const path = candidates.length > 0 ? bindings.resolve(callee) : undefined
    // What the resolved path ends with may differ from the code: `const { regenerate } = req.session`.
    const aliased = name === '' && path ? (BY_LAST_MEMBER.get(path.steps.at(-1) ?? '') ?? []) : []
    if (!path) return []
    return firstOfEachFramework(
      [...candidates, ...aliased].flatMap((pattern) => {
        if (pattern.form !== form || !takes(pattern, node)) return []
        return complete(pattern, node, path, undefined)
      }),
    )
  }

  /** `promisify(req.session.regenerate.bind(req.session))`: the method is handed over, and called later. */
  function matchPromisified(node: TSESTree.CallExpression): readonly Match[] {
    const [argument] = node.arguments
    if (!argument || !isPromisifier(node.callee)) return []
    const method = unboundMethod(argument)
    const path = method && bindings.resolve(method)
    if (!method || !path) return []
    const candidates = BY_LAST_MEMBER.get(path.steps.at(-1) ?? '') ?? []
    return candidates.flatMap((pattern) =>
      pattern.form === 'call' && pattern.roles.done !== undefined ? complete(pattern, method, path, undefined) : [],
    )
  }

  function matchTarget(
    form: 'assignment' | 'deletion',
    node: Node,
    path: Path | undefined,
    value: Node | undefined,
  ): readonly Match[] {
    const name = path?.steps.at(-1)
    if (!path || name === undefined) return []
    const candidates = [...(BY_LAST_MEMBER.get(name) ?? []), ...(BY_LAST_MEMBER.get('*') ?? [])]
    return candidates.flatMap((pattern) => {
      if (pattern.form !== form || !assigns(pattern, value)) return []
      return complete(pattern, node, path, { property: name, value })
    })
  }

  /** `Object.assign(req.session, { userId })` assigns each property. */
  function matchMerge(node: TSESTree.CallExpression): readonly Match[] {
    const { callee } = node
    if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier' || callee.object.name !== 'Object') return []
    const [target, ...sources] = node.arguments
    const path = memberName(callee) === 'assign' && target ? bindings.resolve(target) : undefined
    if (!path) return []
    return sources.flatMap((source) => {
      const literal = context.options.read(source)
      return literal.names.seen.flatMap((name) => {
        const [value] = literal.expressions(name) ?? []
        return value ? matchTarget('assignment', node, { root: path.root, steps: [...path.steps, name] }, value) : []
      })
    })
  }

  function complete(pattern: Pattern, node: Node, path: Path, assigned: Assigned | undefined): readonly Match[] {
    const found = startOf(pattern, path)
    if (!found || !isInRange(pattern.roles.versions && versionOf(context, pattern.framework), pattern.roles.versions)) return []
    const certainty = certaintyOf(pattern, found)
    if (!certainty) return []
    const call = node.type === 'CallExpression' || node.type === 'NewExpression' ? node : undefined
    const match: Match = {
      pattern,
      node,
      call,
      certainty,
      handed: found.handed,
      argument: (place) => argumentAt(pattern, call, assigned, place),
      text: (place) => (place !== undefined && place === pattern.propertyName ? textOfStep(found.property, node) : textOf(match.argument(place))),
    }
    return isExcluded(match) ? [] : [match]
  }

  /** The expression at a place: an argument, the right side of an assignment, or a property of one of them. */
  function argumentAt(pattern: Pattern, call: Call | undefined, assigned: Assigned | undefined, place: string | undefined): Node | undefined {
    const [name, ...path] = place?.split('.') ?? []
    if (name === undefined) return undefined
    const outer = assigned ? (name === pattern.valueName ? assigned.value : undefined) : call && argumentOf(pattern, call, name)
    const property = path.at(-1)
    if (property === undefined || !outer) return outer
    const options = path.slice(0, -1).reduce((object, inner) => object.nested(inner), context.options.read(outer))
    return options.expressions(property)?.[0]
  }

  function textOf(node: Node | undefined): Setting<string> {
    const found = node && staticValue(node, context.sourceCode, bindings)
    return node && typeof found?.value === 'string' ? { state: 'known', value: found.value, node, from: 'source' } : UNKNOWN
  }

  function textOfStep(step: string | undefined, node: Node): Setting<string> {
    return step === undefined || step === '[]' ? UNKNOWN : { state: 'known', value: step, node, from: 'source' }
  }

  /** Whether a path is what a pattern says, from the first word to the last member. */
  function startOf(pattern: Pattern, path: Path): Start | undefined {
    for (const root of pattern.roots) {
      const steps = stepsBehind(root, path, pattern.members.length)
      if (!steps || !areSteps(steps.found, pattern.members)) continue
      return { root, handed: steps.handed, property: steps.found[pattern.members.indexOf('*')] }
    }
    return undefined
  }

  /** The steps of a path behind what a name stands for. */
  function stepsBehind(root: Meaning, path: Path, length: number): { found: readonly string[]; handed?: Handed } | undefined {
    switch (root.kind) {
      case 'anything':
        return path.steps.length >= length ? { found: path.steps.slice(path.steps.length - length) } : undefined
      case 'export':
        return isExport(path, root) ? { found: path.steps.slice(root.steps.length) } : undefined
      case 'object': {
        const handed = handlers.objectOf(path)
        if (!handed || handed.object !== root.object || !isServer(handed, root)) return undefined
        return { handed, found: handed.object === 'response' ? withoutChain(handed.steps, length) : handed.steps }
      }
    }
  }

  function isServer(handed: Handed, meaning: Meaning & { kind: 'object' }): boolean {
    return handed.server !== undefined && meaning.servers.includes(handed.server)
  }

  /** How sure it is that the use is this library's; undefined when another library may be meant. */
  function certaintyOf({ framework }: Pattern, { handed, root }: Start): Certainty | undefined {
    if (root.kind !== 'object') return 'proved'
    const library = libraries.certaintyOf(framework)
    if (!library || !handed) return undefined
    return library === 'proved' && handed.certainty === 'proved' ? 'proved' : 'likely'
  }

  /** Whether the arguments are what the signature says they must be. */
  function takes({ parameters }: Pattern, node: Call): boolean {
    return parameters.every((parameter, index) => {
      const argument = node.arguments[index]
      if (!argument) return parameter.isOptional
      return parameter.meanings.length === 0 || parameter.meanings.some((meaning) => isMeant(argument, parameter.name, meaning))
    })
  }

  function isMeant(argument: Node, name: string, meaning: Meaning): boolean {
    const path = bindings.resolve(argument)
    if (!path || meaning.kind !== 'export') return false
    if (isExport(path, meaning)) return path.steps.length === meaning.steps.length
    // `module.exports = (app) => app.use(session(options, app))`: an object made elsewhere is known by its name.
    const isMade = meaning.steps.at(-1)?.endsWith('()') === true
    return isMade && lastName(argument) === name && path.root.kind !== 'module'
  }

  function isExcluded({ pattern, argument }: Match): boolean {
    const { unless, unlessGiven } = pattern.roles
    if (unlessGiven !== undefined && argument(unlessGiven)) return true
    return (unless ?? []).some((exclusion) => {
      const setting = context.options.read(argument(exclusion.options)).get(exclusion.property)
      if (setting.state !== 'known') return setting.state === 'unknown'
      return !('value' in exclusion) || setting.value === exclusion.value
    })
  }

  function argumentOf(pattern: Pattern, node: Call, name: string): Node | undefined {
    const index = pattern.parameters.findIndex((parameter) => parameter.name === name)
    if (name === 'done') return callbackOf(pattern, node, index)
    const spread = node.arguments.findIndex((argument) => argument.type === 'SpreadElement')
    if (spread !== -1 && spread <= index) return node.arguments[spread]
    const argument = node.arguments[index]
    const isLeftOut = pattern.parameters[index]?.isOptional === true && argument !== undefined && argument === callbackOf(pattern, node, -1)
    return isLeftOut ? undefined : argument
  }

  /** The last argument, if it is a function; what may as well be the options before it is told by its name. */
  function callbackOf({ parameters }: Pattern, node: Call, index: number): Node | undefined {
    const place = index === -1 ? parameters.findIndex((parameter) => parameter.name === 'done') : index
    const last = node.arguments.at(-1)
    const required = parameters.filter(({ isOptional }) => !isOptional).length
    if (place === -1 || !last || node.arguments.length <= required) return undefined
    const expression = unwrap(last)
    if (isFunction(expression) || bindings.function(expression)) return last
    if (!CALLABLE.has(expression.type) || isObject(expression)) return undefined
    return node.arguments.length > place || NAMES_OF_CALLBACKS.test(lastName(expression) ?? '') ? last : undefined
  }

  function isObject(expression: Node): boolean {
    const variable = expression.type === 'Identifier' ? bindings.variable(expression) : undefined
    const held = variable && bindings.value(variable)
    return held !== undefined && ['ObjectExpression', 'ArrayExpression'].includes(unwrap(held).type)
  }
}

const CALLABLE = new Set(['Identifier', 'MemberExpression', 'CallExpression'])
const NAMES_OF_CALLBACKS = /^(?:cb|callback|done|next|resolve|reject|fn|on[A-Z]\w*|\w*(?:Callback|Done|Handler))$/

/** `req.session.regenerate` in `req.session.regenerate.bind(req.session)`. */
function unboundMethod(node: Node): TSESTree.MemberExpression | undefined {
  const expression = unwrap(node)
  if (expression.type === 'MemberExpression') return expression
  if (expression.type !== 'CallExpression' || expression.callee.type !== 'MemberExpression') return undefined
  return memberName(expression.callee) === 'bind' ? unboundMethod(expression.callee.object) : undefined
}

/** Where a pattern starts in a path, and the property that stands at its brackets. */
interface Start {
  readonly root: Meaning
  readonly handed: Handed | undefined
  readonly property: string | undefined
}

/** What an assignment or deletion is about. */
interface Assigned {
  readonly property: string
  readonly value: Node | undefined
}

/** The options that a role of a match names, and where they stand. */
export function optionsPlace(context: FileContext, match: Match, call: Call, place: string): OptionsPlace {
  const [name, ...path] = place.split('.')
  const argument = match.pattern.parameters.findIndex((parameter) => parameter.name === name)
  let options = context.options.read(match.argument(name))
  const chain = [options]
  for (const property of path) {
    options = options.nested(property)
    chain.push(options)
  }
  return { options, chain, call, argument, path }
}

function isExport(path: Path, meaning: Meaning & { kind: 'export' }): boolean {
  return (
    path.root.kind === 'module' &&
    path.root.name === meaning.module.replace(/^node:/, '') &&
    startsWithSteps(path.steps, meaning.steps)
  )
}

function areSteps(steps: readonly string[], members: readonly string[]): boolean {
  return steps.length === members.length && startsWithSteps(steps, members)
}

/** `res.status(401).cookie` without the calls of methods of the response on the way, which all return it. */
function withoutChain(steps: readonly string[], length: number): readonly string[] {
  const chain = steps.slice(0, Math.max(0, steps.length - length))
  const isChain = chain.length % 2 === 0 && chain.every((step, index) => isCallStep(step) === (index % 2 === 1))
  return isChain ? steps.slice(chain.length) : steps
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

/** Overloads stand one after the other in a table: the first that fits is meant. */
function firstOfEachFramework(matches: readonly Match[]): readonly Match[] {
  const seen = new Set<string>()
  return matches.filter(({ pattern }) => {
    const key = `${pattern.framework.name} ${pattern.emits} ${pattern.members.join('.')}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
