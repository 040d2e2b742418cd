import { describe, expect, it } from 'vitest'
import type { Node } from '../../lib/ast/nodes.js'
import { readStoreReferences } from '../../lib/events/store-references.js'
import { map } from '../../lib/frameworks/stores/map.js'
import { object } from '../../lib/frameworks/stores/object.js'
import { nodesIn, probe } from '../ast/probe.js'

const STORES = { map, object }

/** What a program does with its variable `sessions`, one line for each kind of use. */
function usesIn(code: string, store: 'map' | 'object' = 'map'): string[] {
  const { bindings, sourceCode } = probe(code)
  const names = nodesIn(sourceCode, (node): node is Node => node.type === 'Identifier' && node.name === 'sessions')
  const [variable] = names.flatMap((name) => (name.type === 'Identifier' && bindings.variable(name)) || [])
  if (!variable) throw new Error('There are no sessions.')
  const { deletions, isClosed, reads, writes } = readStoreReferences(variable, STORES[store], bindings)
  const lines = Object.entries({ deletions, reads, writes }).flatMap(([kind, nodes]) => nodes.map((node) => `${kind}: ${sourceCode.getText(node)}`))
  return [...(isClosed ? [] : ['open']), ...lines]
}

const MAP = 'const sessions = new Map(); '

describe('a map of sessions', () => {
  it.each([
    ['is read', 'sessions.get(id)', ['reads: sessions.get(id)']],
    ['is asked', 'if (sessions.has(id)) a()', ['reads: sessions.has(id)']],
    ['is counted', 'a(sessions.size)', ['reads: sessions.size']],
    ['is gone through', 'for (const [id] of sessions) a(id)', ['reads: sessions']],
    ['is spread', 'a([...sessions])', ['reads: sessions']],
    ['is made a list', 'Array.from(sessions)', ['reads: sessions']],
    ['is compared', 'sessions === a', ['reads: sessions']],
    ['is looked for', 'if (!sessions) a()', ['reads: sessions']],
    ['is logged', 'console.log(sessions)', ['reads: sessions']],
    ['is written', 'sessions.set(id, a)', ['writes: sessions.set(id, a)']],
    ['is written with nothing', 'sessions.set(id, undefined)', ['deletions: sessions.set(id, undefined)']],
    ['is written with null', 'sessions.set(id, null)', ['deletions: sessions.set(id, null)']],
    ['is written with too little', 'sessions.set(id)', ['writes: sessions.set(id)']],
    ['loses a record', 'sessions.delete(id)', ['deletions: sessions.delete(id)']],
    ['loses all records', 'sessions.clear()', ['deletions: sessions.clear()']],
    ['is replaced', 'sessions = new Map()', ['open', 'deletions: sessions']],
    ['is given away', 'a(sessions)', ['open']],
    ['is given to something of that name', 'a.Array.from(sessions)', ['open']],
    ['is made something else', 'Array.of(sessions)', ['open']],
    ['is put away', 'a.sessions = sessions', ['open']],
    ['does what nobody knows', 'sessions.observe(a)', ['open']],
    ['gives a method away', 'a(sessions.delete)', ['open']],
    ['gives a member away', 'a(sessions.max)', ['open']],
    ['is a name in brackets', 'a[sessions]', ['reads: sessions']],
  ])('%s', (_title, code, expected) => {
    expect(usesIn(MAP.replace('const', 'let') + code)).toEqual(expected)
  })

  it.each([
    ['in an optional chain', 'sessions?.get(id)', ['reads: sessions?.get(id)']],
    ['with a type', '(sessions as Sessions).delete(id)', ['deletions: (sessions as Sessions).delete(id)']],
    ['for its type', 'type A = typeof sessions', ['reads: sessions']],
  ])('is used %s', (_title, code, expected) => {
    expect(usesIn(MAP + code)).toEqual(expected)
  })

  it.each([
    ['is exported', 'export const sessions = new Map()'],
    ['comes from elsewhere', 'const sessions = load()'],
    ['is another class', 'const sessions = new Cache()'],
    ['is a class of somebody', 'const sessions = new own.Map()'],
    ['is an object', 'const sessions = {}'],
    ['is made by a function', 'const sessions = Object.create(null)'],
    ['has no value', 'let sessions'],
  ])('may be open: it %s', (_title, code) => {
    expect(usesIn(code)).toEqual(['open'])
  })
})

describe('an object of sessions', () => {
  it.each([
    ['is read', 'a(sessions[id])', ['reads: sessions[id]']],
    ['is read by what may be missing', 'a(sessions[id]?.user)', ['reads: sessions[id]']],
    ['is asked', 'sessions.hasOwnProperty(id)', ['reads: sessions.hasOwnProperty(id)']],
    ['is asked by another way', 'Object.hasOwn(sessions, id)', ['reads: sessions']],
    ['is asked for a key', 'id in sessions', ['reads: sessions']],
    ['is gone through', 'for (const id in sessions) a(id)', ['reads: sessions']],
    ['is listed', 'Object.values(sessions)', ['reads: sessions']],
    ['is written', 'sessions[id] = a', ['writes: sessions[id]']],
    ['is counted up', 'sessions[id]++', ['writes: sessions[id]']],
    ['is written with nothing', 'sessions[id] = null', ['deletions: sessions[id]']],
    ['loses a record', 'delete sessions[id]', ['deletions: sessions[id]']],
    ['is the value of something', 'a = sessions[id]', ['reads: sessions[id]']],
    ['is turned round', '!sessions[id]', ['reads: sessions[id]']],
    ['is filled by others', 'Object.assign(sessions, a)', ['open']],
  ])('%s', (_title, code, expected) => {
    expect(usesIn(`const sessions = {}; ${code}`, 'object')).toEqual(expected)
  })

  it.each([
    ['made by a function', 'const sessions = Object.create(null)', []],
    ['with a type', 'const sessions = {} as Sessions', []],
    ['made by another function', 'const sessions = Object.freeze({})', ['open']],
    ['made by a function of that name', 'const sessions = create(null)', ['open']],
    ['that is a map', 'const sessions = new Map()', ['open']],
  ])('may be one %s', (_title, code, expected) => {
    expect(usesIn(code, 'object')).toEqual(expected)
  })
})
