import { createRequire, isBuiltin } from 'node:module'

const require = createRequire(new URL('./package.json', import.meta.url))

/** A library under test, by the name of its folder: `express4` is the older of the two. */
export function load(folder: string): unknown {
  return require(folder)
}

/** A library that is a module of ECMAScript, which `require` can't load; or a part of it, by its name in `exports`. */
export function loadModule(folder: string, part = '.'): Promise<unknown> {
  const { exports, main } = require(`./node_modules/${folder}/package.json`) as { exports?: Entry; main?: string }
  const entry = entryIn(exports, part) ?? main ?? 'index.js'
  return import(new URL(`./node_modules/${folder}/${entry}`, import.meta.url).href)
}

type Entry = string | { readonly [condition: string]: Entry }

function entryIn(entry: Entry | undefined, part: string): string | undefined {
  if (entry === undefined || typeof entry === 'string') return entry
  const condition = [part, 'node', 'import', 'default'].find((name) => Object.hasOwn(entry, name))
  return condition === undefined ? undefined : entryIn(entry[condition], part)
}

export interface Installed {
  /** The package's own name: `express` for the folder `express4`. */
  readonly name: string
  readonly version: string
}

export function installed(folder: string): Installed {
  if (isBuiltin(folder)) return { name: folder, version: process.versions.node }
  const { name, version } = require(`./node_modules/${folder}/package.json`) as Installed
  return { name, version }
}

/** Whether a version meets a bound of a table: `>=0.6` or `<0.6`. */
export function meets(version: string, range: string | undefined): boolean {
  const [, sign, bound] = /^(<|>=)(.*)$/.exec(range ?? '>=0') ?? []
  const left = numbers(version)
  const right = numbers(bound ?? '')
  const difference = left.map((part, index) => part - (right[index] ?? 0)).find((part) => part !== 0) ?? 0
  return sign === '<' ? difference < 0 : difference >= 0
}

function numbers(version: string): readonly number[] {
  return version.split('.').map(Number)
}

/** Prints what the tests of this group have shown, once all of them have passed. */
export function summarise(folder: string, shown: string): void {
  let failed = false

  afterEach(({ task }) => {
    failed ||= task.result?.state === 'fail'
  })
  afterAll(() => {
    const { name, version } = installed(folder)
    if (!failed) console.log(`${name} ${version}: ${shown}`)
  })
}
