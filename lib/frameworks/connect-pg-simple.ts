import { defineFramework, result, signature } from './framework.js'

/** https://github.com/voxpelli/node-connect-pg-simple#general-options */
export const connectPgSimple = defineFramework({
  name: 'connect-pg-simple',
  reference: 'https://github.com/voxpelli/node-connect-pg-simple#general-options',
  names: { PGStore: result('connect-pg-simple') },
  store: { options: { ttl: 'seconds' }, default: 24 * 60 * 60 },
  signatures: [signature('new PGStore(options?)', { emits: 'storeMade', options: 'options' })],
})
