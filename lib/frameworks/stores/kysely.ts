import { defineStore, write } from './store.js'

/** https://kysely-org.github.io/kysely-apidoc/classes/DeleteQueryBuilder.html */
export const kysely = defineStore({
  name: 'kysely',
  packages: ['kysely'],
  reference: 'https://kysely-org.github.io/kysely-apidoc/classes/DeleteQueryBuilder.html',
  writes: [write('client.insertInto(table).values(record)')],
  reads: ['selectFrom'],
  deletion: { code: "{client}.deleteFrom({table}).where('{column}', '=', {id}).execute()", named: '{client}.deleteFrom({table})', ends: 'promise' },
})
