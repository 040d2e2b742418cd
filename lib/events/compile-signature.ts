import type { Emission, Framework, Meaning, Roles, Signature } from '../frameworks/framework.js'

/** A signature as the matcher uses it. */
export interface Pattern {
  readonly framework: Framework
  readonly form: 'assignment' | 'call' | 'deletion' | 'new'
  /** What the first word stands for. */
  readonly root: Meaning
  /** The members behind the first word; `*` stands for any property. */
  readonly members: readonly string[]
  readonly parameters: readonly Parameter[]
  /** What an assignment must be of: anything, `null` or `undefined`, or an empty object. */
  readonly assigns: 'anything' | 'empty object' | 'nothing'
  readonly emits: Emission
  readonly roles: Roles
  /** The places that the members and the right side of an assignment are called in the roles. */
  readonly propertyName: string | undefined
  readonly valueName: string | undefined
}

export interface Parameter {
  readonly name: string
  readonly isOptional: boolean
  /** What the argument must be, if the table says it. */
  readonly meaning: Meaning | undefined
}

/** Reads the text of a signature. */
export function compileSignature(framework: Framework, signature: Signature): Pattern {
  const { roles } = signature
  const [target = '', right] = signature.text.split(' = ')
  const form = formOf(signature.text)
  const [path = '', list] = target.replace(/^(?:new|delete) /, '').replace(/\)$/, '').split('(')
  const [root = '', ...members] = path.replace(/\[\w+\]/, '.*').split('.')
  const meaning = framework.names[root]
  if (!meaning) throw new Error(`${framework.name}: no name ${root} for ${signature.text}`)
  return {
    framework,
    form,
    root: meaning,
    members,
    parameters: (list ? list.split(', ') : []).map((text) => parameter(framework, text)),
    assigns: assignedBy(right),
    emits: roles.emits,
    roles,
    propertyName: /\[(\w+)\]/.exec(path)?.[1],
    valueName: assignedBy(right) === 'anything' ? right : undefined,
  }
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

function parameter(framework: Framework, text: string): Parameter {
  const name = text.replace(/\?$/, '')
  const isOptional = text.endsWith('?')
  return { name, isOptional, meaning: Object.hasOwn(framework.names, name) ? framework.names[name] : undefined }
}
