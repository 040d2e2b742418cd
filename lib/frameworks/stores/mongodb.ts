import { defineStore, write } from './store.js'

/** https://www.mongodb.com/docs/drivers/node/current/crud/delete/ */
export const mongodb = defineStore({
  name: 'mongodb',
  packages: ['mongodb'],
  reference: 'https://www.mongodb.com/docs/drivers/node/current/crud/delete/',
  writes: [write('client.collection(table).insertOne(record, done?)'), write('store.insertOne(record, done?)')],
  reads: ['find', 'findOne', 'countDocuments', 'estimatedDocumentCount', 'distinct', 'toArray'],
  deletion: { code: '{place}.deleteOne({ {column}: {id} })', named: '{place}.deleteOne(…)', ends: 'promise' },
})
