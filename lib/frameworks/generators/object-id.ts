import { defineGenerators, exported, fixed, generator } from './generator.js'

// Seconds, five bytes drawn once for a process, and a counter: who has one knows the next.
const COUNTER = { form: 'object', bits: fixed(0), weakness: 'counter' } as const

/** https://www.mongodb.com/docs/manual/reference/bson-types/#objectid */
export const objectId = defineGenerators({
  name: 'bson',
  reference: 'https://www.mongodb.com/docs/manual/reference/bson-types/#objectid',
  names: {
    ObjectId: [
      ...['bson', 'mongodb'].flatMap((module) => [exported(module, 'ObjectId'), exported(module, 'ObjectID')]),
      exported('mongoose', 'Types.ObjectId'),
      exported('mongoose', 'mongo.ObjectId'),
      exported('bson-objectid'),
    ],
  },
  generators: [generator('new ObjectId()', COUNTER), generator('ObjectId()', COUNTER)],
})
