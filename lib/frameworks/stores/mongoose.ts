import { defineStore, write } from './store.js'

/** https://mongoosejs.com/docs/api/model.html#Model.deleteOne() */
export const mongoose = defineStore({
  name: 'mongoose',
  packages: ['mongoose', '@typegoose/typegoose'],
  reference: 'https://mongoosejs.com/docs/api/model.html#Model.deleteOne()',
  writes: [write('Table.create(record)'), write('new Table(record)')],
  reads: ['find', 'findOne', 'findById', 'exists', 'countDocuments', 'estimatedDocumentCount', 'distinct', 'populate', 'lean', 'exec'],
  deletion: { code: '{table}.deleteOne({ {column}: {id} })', named: '{table}.deleteOne(…)', ends: 'promise' },
})
