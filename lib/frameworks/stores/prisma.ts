import { defineStore, write } from './store.js'

/** https://www.prisma.io/docs/orm/reference/prisma-client-reference#model-queries */
export const prisma = defineStore({
  name: 'prisma',
  packages: ['@prisma/client', 'prisma'],
  reference: 'https://www.prisma.io/docs/orm/reference/prisma-client-reference#model-queries',
  writes: [write('client[table].create({ data: record })'), write('client[table].upsert({ create: record })')],
  reads: ['findUnique', 'findUniqueOrThrow', 'findFirst', 'findFirstOrThrow', 'findMany', 'count', 'aggregate', 'groupBy'],
  // `delete` throws where there is no record, and with it a second logout would fail.
  deletion: {
    code: '{client}.{table}.deleteMany({ where: { {column}: {id} } })',
    named: '{client}.{table}.deleteMany(…)',
    ends: 'promise',
  },
})
