import { defineStore, write } from './store.js'

/** https://knexjs.org/guide/query-builder.html#del-delete */
export const knex = defineStore({
  name: 'knex',
  packages: ['knex'],
  reference: 'https://knexjs.org/guide/query-builder.html#del-delete',
  writes: [write('client(table).insert(record)'), write('client.table(table).insert(record)'), write('client.insert(record).into(table)')],
  reads: ['select', 'first', 'pluck', 'count', 'where', 'from'],
  deletion: { code: '{client}({table}).where({ {column}: {id} }).del()', named: '{client}({table}).del()', ends: 'promise' },
})
