import { describe, expect, test } from 'vitest'
import type { Node } from '../../lib/ast/nodes.js'
import { nodesIn } from '../nodes-in.js'
import { createHandMadeStores } from '../../lib/events/hand-made-stores.js'
import { fileOf } from '../events-of.js'

/** How the value that a program gives to `send` leads to its records: the record, its ID, and whether it is the same. */
function leadsIn(code: string): string[] {
  const file = fileOf(`${code}\n// session`)
  if (!file) return []
  const { context } = file
  const nodes = nodesIn(context.sourceCode)
  const calls = nodes.filter((node) => node.type === 'CallExpression')
  const stores = createHandMadeStores(context, nodes)
  const sent = calls.find(({ callee }) => callee.type === 'Identifier' && callee.name === 'send')?.arguments[0]
  const text = (node: Node) => context.sourceCode.getText(node)
  return (sent ? stores.under(sent) : []).map(({ id, isSame, record }) => {
    const found = id ? `${id.column === undefined ? '' : `${id.column}=`}${text(id.expression)}` : 'made by the store'
    return `${record.name} ${found} ${isSame ? 'itself' : 'in another form'}`
  })
}

describe('a value leads to a record', () => {
  test.each([
    ['a variable', 'const id = make(); sessions.set(id, user); send(id)', 'sessions id itself'],
    ['a variable of a variable', 'const id = make(); const sid = id; sessions[sid] = user; send(id)', 'sessions sid itself'],
    ['one that is given in a loop', 'let id; do { id = make() } while (sessions[id]); sessions[id] = user; send(id)', 'sessions id itself'],
    ['what a function gives', 'function open(user) { const id = make(); sessions.set(id, user); return id }\nsend(open(user))', 'sessions id itself'],
    ['what an async function gives', 'async function open(user) { const id = make(); sessions.set(id, user); return id }\nconst sid = await open(user); send(sid)', 'sessions id itself'],
    ['a member of what a function gives', 'function open(user) { const id = make(); sessions.set(id, user); return { id, user } }\nsend(open(user).id)', 'sessions id itself'],
    ['a part of what a function gives', 'function open(user) { const id = make(); sessions.set(id, user); return { token: id } }\nconst { token } = open(user); send(token)', 'sessions id itself'],
    ['what a function is given', 'function keep(id, user) { sessions.set(id, user) }\nconst sid = make(); keep(sid, user); send(sid)', 'sessions id itself'],
    ['what a function sends', 'const id = make(); sessions.set(id, user); answer(id)\nfunction answer(value) { send(value) }', 'sessions id itself'],
    ['a member of an object', 'const session = { id: make(), user }; sessions.set(session.id, session); send(session.id)', 'sessions session.id itself'],
    ['a column', 'const id = make(); prisma.session.create({ data: { userId, token: id } }); send(id)', 'session token=id itself'],
    ['a column of what is made', 'const session = await prisma.session.create({ data: { token: make() } }); send(session.token)', 'session token=make() itself'],
    ['a column that the store fills', 'const session = await prisma.session.create({ data: { userId } }); send(session.id)', 'session made by the store itself'],
    ['the first of several rows', 'const [session] = await db.insert(sessions).values({ userId }).returning(); send(session.id)', 'sessions made by the store itself'],
    ['a text around it', 'const id = make(); sessions.set(id, user); send(`${id}`)', 'sessions id itself'],
    ['a key that a function makes', "const keyOf = (id) => 'session:' + id; const id = make(); redis.set(keyOf(id), user); send(id)", 'session: id itself'],
    ['a key that a function has made', "const keyOf = (id) => 'session:' + id; const id = make(); const key = keyOf(id); redis.set(key, user); send(id)", 'session: id itself'],
    ['a row of a tagged statement', 'const id = make(); await sql`insert into sessions (user_id, id) values (${user.id}, ${id}::uuid)`; send(id)', 'sessions id=id itself'],
    ['a row of a tagged statement with constants', "const KIND = 'web'; const id = make(); await db.sql`INSERT INTO sessions (kind, id) VALUES (${KIND}, ${id})`; send(id)", 'sessions id=id itself'],
    ['a row whose values are bound', "const id = make(); await db.prepare('INSERT INTO sessions (id, user_id) VALUES (?1, ?2)').bind(id, user.id).run(); send(id)", 'sessions id=id itself'],
    ['a row in a batch', "const id = make(); await db.batch([db.prepare('INSERT INTO sessions (id) VALUES (?)').bind(id)]); send(id)", 'sessions id=id itself'],
    ['a conversion', 'const id = make(); sessions.set(id, user); send(String(id))', 'sessions id in another form'],
    ['a signature', 'const id = make(); sessions.set(id, user); send(sign(id, KEY))', 'sessions id in another form'],
    ['a signature in a variable', 'const id = make(); sessions.set(id, user); const token = sign({ id }, KEY); send(token)', 'sessions id in another form'],
    ['a hash', 'const token = make(); sessions.set(hash(token), user); send(token)', 'sessions hash(token) in another form'],
  ])('through %s', (_name, code, lead) => {
    expect(leadsIn(code)).toEqual([lead])
  })

  test.each([
    ['another variable', 'const id = make(); const other = make(); sessions.set(other, user); send(id)'],
    ['another call', 'sessions.set(make(), user); send(make())'],
    ['another member', 'const session = { id: make(), theme: pick() }; sessions.set(session.id, session); send(session.theme)'],
    ['a member that is no ID', 'const session = await prisma.session.create({ data: { userId } }); send(session.theme)'],
    ['a fact about the user', 'sessions.set(user.id, state); send(user.id)'],
    ['a key that is written out', `const PREFIX = 'session:'; const name = 'count'; redis.set(PREFIX + name, total); send(name)`],
    ['a member of what is kept under a key that is written out', `const session = await redis.set('session:' + 'count', total); send(session.id)`],
    ['a key with more than the ID', 'const id = make(); redis.set(`session:${type}:${id}`, user); send(id)'],
    ['a row that is written out', `const id = make(); db.query("INSERT INTO sessions (id, user_id) VALUES ('a', 'b')"); send(id)`],
    ['a row without its values', `const id = make(); db.query('INSERT INTO sessions (id, user_id) VALUES (?, ?)'); send(id)`],
    ['another value of a tagged statement', 'const id = make(); await sql`insert into sessions (user_id, id) values (${id}, ${other})`; send(id)'],
    ['a tagged statement about another table', 'const id = make(); await sql`insert into visits (id) values (${id})`; send(id)'],
    ['a store of another kind', 'const id = make(); transports.set(id, transport); send(id)'],
  ])('but not %s', (_name, code) => {
    expect(leadsIn(code)).toEqual([])
  })

  test('however often functions call each other', () => {
    expect(leadsIn('function a(id) { return b(id) }\nfunction b(id) { return a(id) }\nsessions.set(a(1), user); send(b(2))')).toHaveLength(1)
  })
})
