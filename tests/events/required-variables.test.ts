import { describe, expect, it } from 'vitest'
import { variablesRequired } from '../../lib/events/required-variables.js'
import { sessionFileOf } from '../events-of.js'

const required = (code: string) => [...variablesRequired(sessionFileOf(`import session from 'express-session'; ${code}`).context)]

describe('a program stops without the variables of a list', () => {
  it.each([
    ['in a loop', `for (const name of ['A', 'B']) if (!process.env[name]) throw new Error(name)`],
    ['in a loop with a block', `for (const name of ['A', 'B']) { if (!process.env[name]) { console.error(name); process.exit(1) } }`],
    ['of a constant', `const NAMES = ['A', 'B']; for (const name of NAMES) if (!process.env[name]) throw new Error(name)`],
    ['by a callback', `['A', 'B'].forEach((name) => { if (!process.env[name]) throw new Error(name) })`],
    ['by those that are missing', `const missing = ['A', 'B'].filter((name) => !process.env[name]); if (missing.length > 0) throw new Error(missing.join())`],
  ])('%s', (_title, code) => {
    expect(required(code)).toEqual(['A', 'B'])
  })
})

describe('a program does not stop', () => {
  it.each([
    ['where it only warns', `for (const name of ['A', 'B']) if (!process.env[name]) console.warn(name)`],
    ['where something else is missing', `for (const name of ['A', 'B']) if (!options[name]) throw new Error(name)`],
    ['where another name is asked for', `for (const name of ['A', 'B']) if (!process.env.C) throw new Error(name)`],
    ['where nobody knows the list', `for (const name of names) if (!process.env[name]) throw new Error(name)`],
    ['where the name is no name of a list', `const name = 'A'; if (!process.env[name]) throw new Error(name)`],
    ['where numbers are listed', `for (const name of [1, 2]) if (!process.env[name]) throw new Error(name)`],
    ['where the keys are gone through', `for (const name in ['A', 'B']) if (!process.env[name]) throw new Error(name)`],
    ['where the others are counted', `const found = ['A', 'B'].map((name) => process.env[name]); save(found); if (other) throw new Error(other)`],
  ])('%s', (_title, code) => {
    expect(required(code)).toEqual([])
  })
})
