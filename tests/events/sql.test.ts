import { describe, expect, it } from 'vitest'
import { endsSessions, isSending, sqlIn, valuesIn } from '../../lib/events/sql.js'
import { nodesIn, probe } from '../ast/probe.js'

/** What the first call or template of a program sends. */
function sent(code: string) {
  const { bindings, sourceCode } = probe(code)
  const [sending] = nodesIn(sourceCode, isSending)
  if (!sending) throw new Error('The program sends nothing.')
  return { sql: sqlIn(sending, bindings), values: valuesIn(sending).map((node) => sourceCode.getText(node)) }
}

describe('what is sent', () => {
  it.each([
    ['a text', `db.query('DELETE FROM sessions', [id])`, 'DELETE FROM sessions', [`'DELETE FROM sessions'`, '[id]']],
    ['a constant', `const ALL = 'SELECT 1'; db.query(ALL)`, 'SELECT 1', ['ALL']],
    ['an object', `db.query({ ...base, name: 'all', text: 'SELECT 1', values: [id] })`, 'SELECT 1', [`{ ...base, name: 'all', text: 'SELECT 1', values: [id] }`]],
    ['an object of another library', `db.execute({ sql: 'SELECT 1', args: [id] } as Statement)`, 'SELECT 1', [`{ sql: 'SELECT 1', args: [id] } as Statement`]],
    ['an object without a text', `db.query({ mysql: 'SELECT 1', context: 'SELECT 2' })`, '', [`{ mysql: 'SELECT 1', context: 'SELECT 2' }`]],
    ['nothing', 'db.query()', '', []],
  ])('is the SQL in %s', (_title, code, sql, values) => {
    expect(sent(code)).toEqual({ sql, values })
  })

  it('stands in a template', () => {
    const { sql, values } = sent('sql`DELETE FROM sessions WHERE id = ${id}`')
    expect(sql).toMatch(/^DELETE FROM sessions WHERE id = /)
    expect(values).toEqual(['id'])
  })
})

describe('sessions are ended', () => {
  it.each([
    'DELETE FROM sessions WHERE id = ?', '\n  delete  from\n  sessions', 'truncate sessions', 'TRUNCATE  TABLE  user_sessions', 'UPDATE refresh_tokens SET revoked = true', 'update "public"."session" set ended_at = now()',
    'DELETE FROM `app`.`sessions`', 'DELETE FROM [sessions]',
  ])('by %s', (sql) => {
    expect(endsSessions(sql)).toBe(true)
  })

  it.each(['SELECT 1; DELETE FROM sessions', 'nodelete from sessions', 'EXPLAIN DELETE FROM sessions', 'INSERT INTO sessions VALUES (?)', 'SELECT * FROM sessions', 'DELETE FROM users WHERE session = ?', ''])('not by %s', (sql) => {
    expect(endsSessions(sql)).toBe(false)
  })
})
