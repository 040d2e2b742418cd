import { describe, expect, test } from 'vitest'
import type { Node } from '../../lib/ast/nodes.js'
import { createHandMadeStores, type SessionRecord } from '../../lib/events/hand-made-stores.js'
import { stores } from '../../lib/frameworks/stores/index.js'
import { fileOf } from '../events-of.js'
import { nodesIn } from '../nodes-in.js'

/** The records of sessions that a file keeps, one line for each: store, certainty, what tells it, and the IDs. */
function recordsIn(code: string): string[] {
  const file = fileOf(`${code}\n// session`)
  if (!file) return []
  const { context } = file
  const text = (node: Node) => context.sourceCode.getText(node)
  return createHandMadeStores(context, nodesIn(context.sourceCode)).records.map((record) => lineOf(record, text))
}

function lineOf({ certainty, ids, isSure, knownBy, name, store }: SessionRecord, text: (node: Node) => string): string {
  const found = ids.map(({ column, expression }) => `${column === undefined ? '' : `${column}=`}${text(expression)}`)
  return [store.name, isSure ? certainty : 'unsure', knownBy, name, ...found].join(' ')
}

describe('a record of a session is', () => {
  test.each([
    ['sessions.set(id, user)', 'Map proved store sessions id'],
    ['this.sessions.set(id, user)', 'Map proved store sessions id'],
    ['activeSessions.set(id, user)', 'Map proved store activeSessions id'],
    ['sessionsById.set(id, user)', 'Map proved store sessionsById id'],
    ['sessions[id] = user', 'object proved store sessions id'],
    ['sessionStore[id] = user', 'object proved store sessionStore id'],
    ['redis.set(`session:${id}`, text)', 'redis likely key session: id'],
    ['redis.set(`session:${id}`, text, { EX: 60 })', 'redis likely key session: id'],
    [`redis.set('sess:' + id, text, 'EX', 60)`, 'redis likely key sess: id'],
    [`redis.setEx('auth:session:' + id, 60, text)`, 'redis likely key auth:session: id'],
    ['redis.setex(`sid:${id}`, 60, text)', 'redis likely key sid: id'],
    ['redis.psetex(`user_session:${id}`, 60, text)', 'redis likely key user_session: id'],
    ['redis.hSet(`session:${id}`, fields)', 'redis likely key session: id'],
    [`redis.hset('session:' + id, 'user', name)`, 'redis likely key session: id'],
    ['const key = `session:${id}`; redis.set(key, text)', 'redis likely key session: id'],
    [`const PREFIX = 'session:'; redis.set(PREFIX + id, text)`, 'redis likely key session: id'],
    ['const keyOf = (sid) => `session:${sid}`; redis.set(keyOf(id), text)', 'redis likely key session: id'],
    [`import Redis from 'ioredis'; new Redis().set('session:' + id, text)`, 'redis proved key session: id'],
    ['env.SESSIONS.put(id, text)', 'Workers KV likely store SESSIONS id'],
    ['c.env.SESSION_KV.put(id, text, { expirationTtl: 60 })', 'Workers KV likely store SESSION_KV id'],
    ['env.KV.put(`session:${id}`, text, { expirationTtl: 60 })', 'Workers KV likely key session: id'],
    [`import { env } from 'cloudflare:workers'; env.CACHE.put('session:' + id, text)`, 'Workers KV proved key session: id'],
    [`db.insertInto('sessions').values({ id }).execute()`, 'kysely likely table sessions id=id'],
    [`import { Kysely } from 'kysely'; db.insertInto('user_session').values({ token: id }).executeTakeFirst()`, 'kysely proved table user_session token=id'],
    ['prisma.session.create({ data: { id, token: secret } })', 'prisma likely table session id=id token=secret'],
    ['prisma.userSession.create({ data: { sessionToken: secret, user } })', 'prisma likely table userSession sessionToken=secret'],
    ['prisma.session.upsert({ where, create: { id }, update })', 'prisma likely table session id=id'],
    ['const data = { id }; db.session.create({ data: data })', 'prisma likely table session id=id'],
    [`import { PrismaClient } from '@prisma/client'; prisma.session.create({ data: { id } })`, 'prisma proved table session id=id'],
    ['db.insert(sessions).values({ id })', 'drizzle-orm likely table sessions id=id'],
    ['db.insert(schema.sessionTable).values([{ id }]).returning()', 'drizzle-orm likely table sessionTable id=id'],
    [`knex('sessions').insert({ sid: id })`, 'knex likely table sessions sid=id'],
    [`const TABLE = 'user_sessions'; db(TABLE).insert({ token: id })`, 'knex likely table user_sessions token=id'],
    [`db.table('sessions').insert({ id })`, 'knex likely table sessions id=id'],
    [`knex.insert({ id }).into('sessions')`, 'knex likely table sessions id=id'],
    ['Session.create({ sessionId: id })', 'mongoose unsure table Session sessionId=id'],
    [`import mongoose from 'mongoose'; Session.create({ sessionId: id })`, 'mongoose proved table Session sessionId=id'],
    [`import { Model } from 'sequelize'; models.Session.create({ sid: id })`, 'sequelize proved table Session sid=id'],
    ['new Session({ token: id }).save()', 'mongoose likely table Session token=id'],
    [`db.collection('sessions').insertOne({ _id: id })`, 'mongodb likely table sessions _id=id'],
    ['sessions.insertOne({ _id: id })', 'mongodb likely store sessions _id=id'],
    [`pool.query('INSERT INTO sessions (user_id, id) VALUES ($1, $2)', [user, id])`, 'SQL proved table sessions id=id'],
    [`db.query('INSERT INTO sessions (id) VALUES (?)', [id], (error) => {})`, 'SQL proved table sessions id=id'],
    [`db.execute('INSERT INTO sessions (id) VALUES (?)', [id], done)`, 'SQL proved table sessions id=id'],
    [`db.query('INSERT INTO sessions SET ?', { session_id: id }, (error) => {})`, 'SQL proved table sessions session_id=id'],
    [`const row = { session_id: id }; db.query('INSERT INTO sessions SET ?', row, done)`, 'SQL proved table sessions session_id=id'],
    [`const values = [id]; db.query('INSERT INTO sessions (id) VALUES (?)', values)`, 'SQL proved table sessions id=id'],
    ['redis.setex(`session:${id}`, 60, text, (error) => {})', 'redis likely key session: id'],
    [`db.collection('sessions').insertOne({ _id: id }, (error) => {})`, 'mongodb likely table sessions _id=id'],
    [`db.run('INSERT INTO sessions (sid) VALUES (?)', id)`, 'SQL proved table sessions sid=id'],
    [`db.prepare('insert into app.sessions (token) values (?)').run(id)`, 'SQL proved table sessions token=id'],
  ])('%s', (code, record) => {
    expect(recordsIn(code)).toEqual([record])
  })
})

describe('nothing else is one:', () => {
  test.each([
    'transports.set(id, transport)',
    'pendingSessions.set(id, promise)',
    'sessionCache.set(id, user)',
    'usedTokens.add(id)',
    'gameSessions[id] = game',
    'sessions.id = user',
    'sessions[id] += 1',
    'sessions.set(id)',
    'sessions.set(...entry)',
    'redis.get(`session:${id}`)',
    'redis.set(`session:${id}:cart`, text)',
    'redis.set(`session:lock:${id}`, text)',
    'redis.set(`${prefix}${id}`, text)',
    'redis.set(`chat:session:${id}`, text)',
    'axios.put(`/api/sessions/${id}`, data)',
    `http.put('session/' + id, data)`,
    'env.KV.put(`user:${id}`, text)',
    'env.GAME_SESSIONS.put(id, text)',
    `db.insertInto('users').values({ id }).execute()`,
    `redis.set('session', text)`,
    'prisma.session.create({ include: { user: true } })',
    'prisma.gameSession.create({ data: { id } })',
    'prisma.session.findMany({ data: { id } })',
    'stripe.checkout.sessions.create({ mode, id })',
    'db.insert(gameSessions).values({ id })',
    `knex('users').insert({ id })`,
    'sessions.create({ id })',
    'InferenceSession.create({ id })',
    `pool.query('SELECT id FROM sessions WHERE id = $1', [id])`,
    `pool.query('INSERT INTO uploads (id) VALUES ($1)', [id])`,
  ])('%s', (code) => {
    expect(recordsIn(code)).toEqual([])
  })
})

test('every store says where its words are documented, and deletes with words of its own', () => {
  for (const { deletion, name, reference, writes } of stores) {
    expect(reference, name).toMatch(/^https:\/\//)
    const known = ['store', 'client', 'table', 'place', 'key', 'column', 'id', ...writes.flatMap(({ text }) => text.match(/\w+/g) ?? [])]
    expect([...(deletion.code ?? '').matchAll(/\{(\w+)\}/g)].map(([, word]) => word).filter((word) => !known.includes(word ?? '')), name).toEqual([])
  }
})
