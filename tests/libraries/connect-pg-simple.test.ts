import { connectPgSimple } from '../../lib/frameworks/connect-pg-simple.js'
import { load, summarise } from './installed.js'
import { testStoreFacts } from './store-facts.js'

type Connect = (session: unknown) => new (options: object) => unknown

/** The table of sessions, for the queries that the store sends. */
function createPool(): object {
  const rows = new Map<unknown, { sess: unknown; expire: number }>()

  function query(text: string, values: readonly unknown[]): { rows: readonly object[] } {
    const [first, second, third] = values
    const [command] = text.split(' ')
    const row = rows.get(command === 'SELECT' ? first : second)
    switch (command) {
      case 'SELECT':
        expect(text).toMatch(/sid = \$1 AND expire >= to_timestamp\(\$2\)$/)
        return { rows: row && row.expire >= Number(second) ? [row] : [] }
      case 'INSERT':
        expect(text).toMatch(/\(sess, expire, sid\) SELECT \$1, to_timestamp\(\$2\), \$3 /)
        rows.set(third, { sess: JSON.parse(JSON.stringify(first)) as unknown, expire: Number(second) })
        return { rows: [] }
      case 'UPDATE':
        expect(text).toMatch(/SET expire = to_timestamp\(\$1\) WHERE sid = \$2 /)
        if (row) row.expire = Number(first)
        return { rows: [] }
      default:
        throw new Error(`What does ${text} do?`)
    }
  }
  return { query: (text: string, values: readonly unknown[]) => Promise.resolve(query(text, values)) }
}

const PGStore = (load('connect-pg-simple') as Connect)(load('express-session'))

summarise('connect-pg-simple', 'records end as the table says')

testStoreFacts({
  table: connectPgSimple,
  make: (_signature, options) => new PGStore({ pool: createPool(), pruneSessionInterval: false, ...options }),
})
