import type { Emission, Framework, Meaning, Roles, Signature } from '../frameworks/framework.js'

/** A signature as the matcher uses it. */
export interface Pattern {
  readonly framework: Framework
  readonly form: 'assignment' | 'call' | 'deletion' | 'new'
  /** What the first word stands for: any of these. */
  readonly roots: readonly Meaning[]
  /** The steps behind the first word; `*` stands for any property, `()` for a call on the way. */
  readonly members: readonly string[]
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
  readonly name: string
  readonly isOptional: boolean
  /** What the argument must be, if the table says it: any of these. */
  readonly meanings: readonly Meaning[]
}

/** Reads the text of a signature. */
export function compileSignature(framework: Framework, signature: Signature): Pattern {
  const { roles, text } = signature
  const [target = '', right] = text.split(' = ')
  const form = formOf(text)
  const path = target.replace(/^(?:new|delete) /, '')
  const [root = ''] = /^\w+/.exec(path) ?? []
  const roots = meaningsOf(framework, root)
  if (roots.length === 0) throw new Error(`${framework.name}: no name ${root} for ${text}`)
  const steps = [...path.slice(root.length).matchAll(/\.(\w+)|\[(\w+)\]|\(([^)]*)\)/g)]
  const isCall = form === 'call' || form === 'new'
  const [list = ''] = isCall ? [steps.at(-1)?.[3]] : []
  return {
    framework,
    form,
    roots,
    members: (isCall ? steps.slice(0, -1) : steps).map(stepOf),
    parameters: (list === '' ? [] : list.split(', ')).map((parameter) => parameterOf(framework, parameter)),
    assigns: assignedBy(right),
    emits: roles.emits,
    roles,
    propertyName: steps.find(([, , property]) => property !== undefined)?.[2],
    valueName: assignedBy(right) === 'anything' ? right : undefined,
  }
}

/** `.name` is that member, `[name]` any member, `('session')` a call with that text, `(cookie)` a call with anything. */
function stepOf([text, member, property]: RegExpMatchArray): string {
  if (member !== undefined) return member
  if (property !== undefined) return '*'
  return text.startsWith("('") ? text : '()'
}

function formOf(text: string): Pattern['form'] {
  if (text.startsWith('delete ')) return 'deletion'
  if (text.includes(' = ')) return 'assignment'
  return text.startsWith('new ') ? 'new' : 'call'
}

function assignedBy(right: string | undefined): Pattern['assigns'] {
  if (right === 'null') return 'nothing'
  return right === '{}' ? 'empty object' : 'anything'
}

function parameterOf(framework: Framework, text: string): Parameter {
  const name = text.replace(/\?$/, '')
  return { name, isOptional: text.endsWith('?'), meanings: meaningsOf(framework, name) }
}

function meaningsOf({ names }: Framework, name: string): readonly Meaning[] {
  const meaning = Object.hasOwn(names, name) ? names[name] : undefined
  if (!meaning) return []
  return isList(meaning) ? meaning : [meaning]
}

function isList(meaning: Meaning | readonly Meaning[]): meaning is readonly Meaning[] {
  return Array.isArray(meaning)
}
