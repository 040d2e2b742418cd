import type { Framework, HandlerObject, Meaning, Signature } from '../../lib/frameworks/framework.js'
import { load } from './installed.js'

export type Owner = Record<string, unknown>

/** The objects that a server hands to a handler, by their parts, and what the handler is registered on. */
export type Handed = Readonly<Partial<Record<HandlerObject | 'router', unknown>>>

/** What parameters stand for; those with a question mark are left out without a value, as callers do. */
export type Places = Readonly<Record<string, unknown>>

/**
 * Runs code as the tables write it on an object, so that a table's own words are what is tested:
 * `session.regenerate(done)`, `writeHead(500).end()`, `session = null`, `session[property] = value`,
 * `delete session`.
 */
export function runCode(code: string, on: unknown, places: Places = {}): unknown {
  const [left = '', right] = code.replace(/^delete /, '').split(' = ')
  const steps = left.match(/\w+(?:\([^)]*\))?|\[\w+\]/g) ?? []
  const walk = (path: readonly string[]): unknown => path.reduce((object, step) => follow(object, step, places), on)
  if (right === undefined && !code.startsWith('delete ')) return walk(steps)

  const target = walk(steps.slice(0, -1))
  const last = steps.at(-1) ?? ''
  const property = last.startsWith('[') ? String(places[last.slice(1, -1)]) : last

  return right === undefined
    ? Reflect.deleteProperty(target as Owner, property)
    : Reflect.set(target as Owner, property, assigned(right, places))
}

function assigned(right: string, places: Places): unknown {
  if (right === 'null') return null
  return right === '{}' ? {} : places[right]
}

/** Runs a signature of a table as it is printed, on what the table says that its first word stands for. */
export function runSignature(
  { names }: Framework,
  { text, root }: Signature,
  handed: Handed,
  places: Places = {},
): unknown {
  return runCode(text, { [root]: object(names[root], handed) }, places)
}

/** What a name of a table stands for, in a handler or among the exports of the installed packages. */
export function object(meanings: Meaning | readonly Meaning[] | undefined, handed: Handed): unknown {
  const [meaning] = [meanings].flat()
  if (meaning?.kind === 'object') return handed[meaning.object]
  if (meaning?.kind !== 'export') return undefined
  return exported(meaning.module, meaning.steps)
}

/** An export, or what it makes: `Router`, `()`, `new()`. */
export function exported(folder: string, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((value, step) => {
    if (step === '()') return (value as () => unknown)()
    if (step === 'new()') return Reflect.construct(typeof value === 'function' ? value : ((value as Owner).default as () => unknown), [])
    return (value as Owner)[step]
  }, load(folder))
}

function follow(on: unknown, step: string, places: Places): unknown {
  if (step.startsWith('[')) return (on as Owner)[String(places[step.slice(1, -1)])]
  const [, name = '', list] = /^(\w+)(?:\((.*)\))?$/.exec(step) ?? []
  const member = (on as Owner)[name]
  if (list === undefined) return member

  const parameters = list === '' ? [] : list.split(', ')
  const values = parameters
    .filter((parameter) => !parameter.endsWith('?') || parameter.slice(0, -1) in places)
    .map((parameter) => valueOf(parameter, places))
  return (member as (...values: readonly unknown[]) => unknown).apply(on, values)
}

/** A number, `true`, or a text in quotes is itself. */
function valueOf(parameter: string, places: Places): unknown {
  if (/^\d+$/.test(parameter)) return Number(parameter)
  if (parameter === 'true') return true
  return parameter.startsWith("'") ? parameter.slice(1, -1) : places[parameter.replace('?', '')]
}
