import { expect, it } from 'vitest'
import type { Node } from '../../lib/ast/nodes.js'
import { storeUsesAt } from '../../lib/events/store-uses.js'
import { nodesIn, probe } from '../ast/probe.js'

/** Where a program writes to stores, with what it gives for the words of their tables. */
function usesIn(code: string): string[] {
  const { sourceCode } = probe(code)
  const nodes = nodesIn(sourceCode, (node): node is Node => node.type !== 'Program')
  return nodes.flatMap((node) =>
    storeUsesAt(node).map(({ parts, place, store }) => {
      const words = [...parts].map(([word, given]) => `${word}=${given.map((part) => sourceCode.getText(part)).join('|')}`)
      return [store.name, ...words.sort(), `place=${sourceCode.getText(place)}`].join(' ')
    }),
  )
}

it.each([
  ['a map', 'sessions.set(id, { user })', ['Map key=id record={ user } store=sessions place=sessions', 'redis client=sessions key=id record={ user } place=sessions']],
  ['a map that may be missing', 'sessions?.set(id, a)', ['Map key=id record=a store=sessions place=sessions', 'redis client=sessions key=id record=a place=sessions']],
  ['an object', 'sessions[id] = { user }', ['object key=id record={ user } store=sessions place=sessions']],
  ['a key that ends', `redis.set(key, text, 'EX', 60)`, [`redis client=redis end='EX'|60 key=key record=text place=redis`]],
  ['a key that ends, by another command', 'redis.setEx(key, 60, text)', ['redis client=redis end=60 key=key record=text place=redis']],
  ['a hash', `redis.hSet(key, 'user', id, 'role', role)`, [`redis client=redis key=key record='user'|id|'role'|role place=redis`]],
  ['a model', 'prisma.session.create({ data: { id } })', ['prisma client=prisma record={ id } table=session place=prisma.session']],
  ['a model of a member', `this.prisma['session'].create({ data: { id } })`, [`prisma client=this.prisma record={ id } table='session' place=this.prisma['session']`]],
  ['a model, if it is new', 'prisma.session.upsert({ where, create: { id }, update })', ['prisma client=prisma record={ id } table=session place=prisma.session']],
  ['a table', 'db.insert(sessions).values({ id })', ['drizzle-orm client=db record={ id } table=sessions place=db.insert(sessions)']],
  ['a table by its name', `knex('sessions').insert({ id })`, [`knex client=knex record={ id } table='sessions' place=knex('sessions')`]],
  ['a table behind the record', `knex.insert({ id }).into('sessions')`, [`knex client=knex record={ id } table='sessions' place=knex.insert({ id })`]],
  ['a class', 'Session.create({ id })', ['mongoose record={ id } table=Session place=Session', 'sequelize record={ id } table=Session place=Session']],
  ['a class that is a member', 'models.Session.create({ id })', ['mongoose record={ id } table=models.Session place=models.Session', 'sequelize record={ id } table=models.Session place=models.Session']],
  ['a document', 'new Session({ id })', ['mongoose record={ id } table=Session place=Session']],
  ['a collection', `db.collection('sessions').insertOne({ id })`, [`mongodb client=db record={ id } table='sessions' place=db.collection('sessions')`, `mongodb record={ id } store=db.collection('sessions') place=db.collection('sessions')`]],
  ['a statement', `pool.query('INSERT', [id])`, [`SQL client=pool statement='INSERT' values=[id] place=pool`]],
  ['a statement with values behind it', `db.prepare('INSERT').run(id, user)`, [`SQL client=db statement='INSERT' values=id|user place=db.prepare('INSERT')`, `SQL client=db.prepare('INSERT') statement=id values=user place=db.prepare('INSERT')`]],
])('is written: %s', (_title, code, expected) => {
  expect(usesIn(code).sort()).toEqual([...expected].sort())
})

it.each([
  ['with too little', 'sessions.set(id)'],
  ['with too much', `Session.create({ id }, { new: true })`],
  ['with what nobody can count', 'sessions.set(...args)'],
  ['by adding', 'sessions[id] += a'],
  ['by a name', 'sessions.first = a'],
  ['by a variable', 'sessions = a'],
  ['by a function', 'set(id, a)'],
  ['without the record', 'prisma.session.create({ select: { id } })'],
  ['with a record that nobody sees', 'prisma.session.create(record)'],
  ['by what is no model', 'create({ data: { id } })'],
  ['by a constant', 'SESSION.create({ id })'],
  ['by a variable that is no class', 'session.create({ id })'],
  ['by a function that gives one', 'Session().create({ id })'],
  ['by a document of no class', 'new session({ id })'],
  ['by a table of another kind', `db.insert.values({ id })`],
  ['by a method that is not called', 'a(sessions.set)'],
])('is not written %s', (_title, code) => {
  expect(usesIn(code)).toEqual([])
})
