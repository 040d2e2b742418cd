import type { Emission, Framework, Meaning, Roles, Signature } from '../frameworks/framework.js'

/** A signature as the matcher uses it. */
export interface Pattern {
  readonly framework: Framework
  readonly form: 'array' | 'assignment' | 'call' | 'deletion' | 'new' | 'object' | 'typed'
  /** What the first word stands for, or the type of the object: any of these. A literal has none. */
  readonly roots: readonly Meaning[]
  /** Whether only an object is meant that a function answers with. */
  readonly isAnswer: boolean
  /** The steps behind the first word; `*` stands for any property, `()` for a call on the way. */
  readonly members: readonly string[]
  /** The arguments of a call, the properties of an object, the elements of a list. */
  readonly parameters: readonly Parameter[]
  /** What an assignment must be of: anything, `null` or `undefined`, or an empty object. */
  readonly assigns: 'anything' | 'empty object' | 'nothing'
  readonly emits: Emission
  readonly roles: Roles
  /** The places that the property in brackets and the right side of an assignment are called in the roles. */
  readonly propertyName: string | undefined
  readonly valueName: string | undefined
}

export interface Parameter {
  /** The place that it is in the roles. */
  readonly name: string
  /** The property that it is, in an object. */
  readonly key: string
  readonly isOptional: boolean
  /** The text that it must be, in lower case, if the table says it. */
  readonly text: string | undefined
  /** What it must be, if the table says it: any of these. */
  readonly meanings: readonly Meaning[]
}

/** Reads the text of a signature. */
export function compileSignature(framework: Framework, signature: Signature): Pattern {
  const { roles, text } = signature
  const isAnswer = text.startsWith('return ')
  const base = { framework, isAnswer, members: [], parameters: [], assigns: 'anything', emits: roles.emits, roles } as const
  const nameless = { roots: [], propertyName: undefined, valueName: undefined }
  const [, brace, list] = /^(?:return )?([{[]) ?(.*?) ?[}\]]$/.exec(text) ?? []
  if (brace !== undefined && list !== undefined) {
    return { ...base, ...nameless, form: brace === '{' ? 'object' : 'array', parameters: parametersOf(framework, list) }
  }
  const [, name, type] = /^const (\w+): (\w+)/.exec(text) ?? []
  if (type !== undefined) return { ...base, ...nameless, form: 'typed', roots: rootsOf(framework, type, text), valueName: name }
  return { ...base, ...compileUse(framework, text) }
}

/** A call, an assignment or a deletion. */
function compileUse(framework: Framework, text: string) {
  const [target = '', right] = text.split(' = ')
  const form = formOf(text)
  const path = target.replace(/^(?:new|delete) /, '')
  const [root = ''] = /^\w+/.exec(path) ?? []
  const steps = tokensIn(path.slice(root.length))
  const isCall = form === 'call' || form === 'new'
  // What is assigned may belong to what a call gives: `useCookie(name).value = value`.
  const [list = ''] = (isCall ? steps.slice(-1) : steps).flatMap(([, , , written]) => written ?? [])
  return {
    form,
    roots: rootsOf(framework, root, text),
    members: (isCall ? steps.slice(0, -1) : steps).map(stepOf),
    parameters: parametersOf(framework, list),
    assigns: assignedBy(right),
    propertyName: steps.find(([, , property]) => property !== undefined)?.[2],
    valueName: assignedBy(right) === 'anything' ? right : undefined,
  }
}

/** The steps of a text behind a first word: `get('session')`. */
export function stepsIn(text: string): readonly string[] {
  return tokensIn(`.${text}`).map(stepOf)
}

function tokensIn(text: string): RegExpMatchArray[] {
  return [...text.matchAll(/\.(\w+)|\[(\w+)\]|\(([^()]*)\)/g)]
}

/** `.name` is that member, `[name]` any member, `('session')` a call with that text, `(cookie)` one with any arguments, `()` any call. */
function stepOf([text, member, property]: RegExpMatchArray): string {
  if (member !== undefined) return member
  if (property !== undefined) return '*'
  return text.startsWith("('") || text === '()' ? text : '(*)'
}

function formOf(text: string): 'assignment' | 'call' | 'deletion' | 'new' {
  if (text.startsWith('delete ')) return 'deletion'
  if (text.includes(' = ')) return 'assignment'
  return text.startsWith('new ') ? 'new' : 'call'
}

function assignedBy(right: string | undefined): Pattern['assigns'] {
  if (right === 'null') return 'nothing'
  return right === '{}' ? 'empty object' : 'anything'
}

function parametersOf(framework: Framework, list: string): Parameter[] {
  return list === '' ? [] : list.split(', ').map((parameter) => parameterOf(framework, parameter))
}

/** `options?`, `'cookie'`, `plugin`, `'Set-Cookie': value` */
function parameterOf(framework: Framework, written: string): Parameter {
  const [left = '', right = left] = written.split(': ')
  const name = right.replace(/\?$/, '')
  const text = name.startsWith("'") ? name.slice(1, -1).toLowerCase() : undefined
  return { name, key: left.replaceAll("'", ''), isOptional: right.endsWith('?'), text, meanings: meaningsOf(framework, name) }
}

function rootsOf(framework: Framework, root: string, text: string): readonly Meaning[] {
  const roots = meaningsOf(framework, root)
  if (roots.length === 0) throw new Error(`${framework.name}: no name ${root} for ${text}`)
  return roots
}

function meaningsOf({ names }: Framework, name: string): readonly Meaning[] {
  const meaning = Object.hasOwn(names, name) ? names[name] : undefined
  return meaning ? [meaning].flat() : []
}
