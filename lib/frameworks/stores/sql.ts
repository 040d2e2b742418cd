import { defineStore, write } from './store.js'

/** SQL with placeholders, whichever driver sends it: https://node-postgres.com/features/queries#parameterized-query */
export const sql = defineStore({
  name: 'SQL',
  reference: 'https://node-postgres.com/features/queries#parameterized-query',
  writes: [
    write('client.query(statement, values, done?)'),
    write('client.execute(statement, values, done?)'),
    write('client.run(statement, values...)'),
    write('client.prepare(statement).run(values...)'),
    write('client.prepare(statement).bind(values...)'),
    write('client`statement`'),
  ],
  reads: [],
  deletion: { named: 'DELETE FROM {table}', ends: 'promise' },
})
