import { defineFramework, result, signature } from './framework.js'

/** https://github.com/roccomuso/memorystore#options */
export const memorystore = defineFramework({
  name: 'memorystore',
  reference: 'https://github.com/roccomuso/memorystore#options',
  names: { MemoryStore: result('memorystore') },
  // Without `checkPeriod` expired records stay in memory, but are not given out.
  store: { options: { ttl: 'milliseconds' }, default: 24 * 60 * 60 },
  signatures: [signature('new MemoryStore(options?)', { emits: 'storeMade', options: 'options' })],
})
