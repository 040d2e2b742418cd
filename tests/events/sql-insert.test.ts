import { describe, expect, test } from 'vitest'
import type { Node } from '../../lib/ast/nodes.js'
import { insertedBy } from '../../lib/events/sql-insert.js'
import { sourceCodeOf } from '../events-of.js'

/** The row that a statement adds, with the values as the source has them. */
function rowOf(statement: string, values: string): string | undefined {
  const sourceCode = sourceCodeOf(`run(${values})`)
  const [first] = sourceCode.ast.body
  const call = first?.type === 'ExpressionStatement' ? first.expression : undefined
  const given: readonly Node[] = call?.type === 'CallExpression' ? call.arguments : []
  const found = insertedBy(statement, given)
  return found && `${found.table}: ${found.columns.map(({ name, value }) => `${name}=${sourceCode.getText(value)}`).join(' ')}`
}

describe('the row that is added by', () => {
  test.each([
    ['INSERT INTO sessions (id, user_id) VALUES ($1, $2)', '[a, b]', 'sessions: id=a user_id=b'],
    ['INSERT INTO sessions (id, user_id) VALUES ($1, $2)', '[a, b] as const', 'sessions: id=a user_id=b'],
    ['insert into sessions(user_id,id) values($2,$1)', '[a, b]', 'sessions: user_id=b id=a'],
    ['INSERT INTO sessions (id, created, user_id) VALUES (?, NOW(), ?)', '[a, b]', 'sessions: id=a user_id=b'],
    [`INSERT INTO sessions (id, ends, user_id) VALUES (?, datetime('now', '+1 day'), ?)`, 'a, b', 'sessions: id=a user_id=b'],
    ['INSERT INTO sessions (id, user_id) VALUES (?1, ?2)', 'a, b', 'sessions: id=a user_id=b'],
    ['INSERT INTO sessions (id, user_id) VALUES (:id, @user)', '{ user: b, id: a }', 'sessions: id=a user_id=b'],
    ['INSERT INTO sessions (id, created) VALUES (:id, now())', '{ [column]: b, id: a }', 'sessions: id=a'],
    ['INSERT OR REPLACE INTO `sessions` (`id`) VALUES (?)', '[a]', 'sessions: id=a'],
    ['REPLACE INTO "public"."sessions" ("id") VALUES ($1)', '[a]', 'sessions: id=a'],
    ['INSERT INTO [sessions] ([id]) VALUES (@id)', '{ id: a }', 'sessions: id=a'],
    ['INSERT INTO sessions (id, user_id) VALUES ($1::uuid, $2 :: int)', '[a, b]', 'sessions: id=a user_id=b'],
    ['INSERT INTO sessions (id, user_id) VALUES (?::uuid, ?)', '[a, b]', 'sessions: id=a user_id=b'],
    ['INSERT INTO sessions (id, user_id) VALUES ($1, $2) RETURNING *', '[a]', 'sessions: id=a'],
    ['INSERT INTO sessions SET ?', '{ id: a, user_id: b }', 'sessions: id=a user_id=b'],
    ['insert into `sessions` set ?', '[{ id: a, user_id: b }]', 'sessions: id=a user_id=b'],
    ['INSERT INTO sessions SET id = ?, created = NOW(), user_id = ?', '[a, b]', 'sessions: id=a user_id=b'],
    ['INSERT INTO sessions SET id = :id', '{ id: a }', 'sessions: id=a'],
    ['INSERT INTO sessions SET ?', 'row', 'sessions: '],
    [`\n  INSERT INTO sessions\n    (id)\n  VALUES\n    ($1)`, '[a]', 'sessions: id=a'],
  ])('%s with %s', (statement, values, row) => {
    expect(rowOf(statement, values)).toBe(row)
  })

  test.each([
    ['SELECT id FROM sessions WHERE id = $1', '[a]'],
    ['INSERT INTO sessions SELECT * FROM old WHERE id = $1', '[a]'],
    ['INSERT INTO sessions VALUES ($1)', '[a]'],
    ['DELETE FROM sessions WHERE id = $1', '[a]'],
    ['', '[a]'],
  ])('%s with %s is unknown', (statement, values) => {
    expect(rowOf(statement, values)).toBeUndefined()
  })
})
