import { defineStore, write } from './store.js'

/** https://orm.drizzle.team/docs/delete */
export const drizzle = defineStore({
  name: 'drizzle-orm',
  packages: ['drizzle-orm'],
  reference: 'https://orm.drizzle.team/docs/delete',
  writes: [write('client.insert(table).values(record)')],
  reads: ['select', 'selectDistinct', 'query', 'findFirst', 'findMany', '$count'],
  deletion: {
    code: '{client}.delete({table}).where(eq({table}.{column}, {id}))',
    named: '{client}.delete({table})',
    ends: 'promise',
    needs: { module: 'drizzle-orm', name: 'eq' },
  },
})
