import { defineFramework, from, result, signature } from './framework.js'

const MADE = { emits: 'storeMade', options: 'options', secret: 'options.crypto.secret' } as const

/** https://github.com/jdesboeufs/connect-mongo#options */
export const connectMongo = defineFramework({
  name: 'connect-mongo',
  reference: 'https://github.com/jdesboeufs/connect-mongo#options',
  names: {
    // Before 4 the default export makes the class of express-session.
    MongoStore: [from('connect-mongo', 'MongoStore'), from('connect-mongo'), result('connect-mongo')],
  },
  // Records that have expired are not given out, whatever `autoRemove` says about deleting them.
  store: { options: { ttl: 'seconds' }, default: 14 * 24 * 60 * 60 },
  signatures: [signature('MongoStore.create(options?)', MADE), signature('new MongoStore(options?)', MADE)],
})
