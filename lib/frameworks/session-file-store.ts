import { defineFramework, result, signature } from './framework.js'

/** https://github.com/valery-barysok/session-file-store#options */
export const sessionFileStore = defineFramework({
  name: 'session-file-store',
  reference: 'https://github.com/valery-barysok/session-file-store#options',
  names: { FileStore: result('session-file-store') },
  store: { options: { ttl: 'seconds' }, default: 60 * 60 },
  signatures: [signature('new FileStore(options?)', { emits: 'storeMade', options: 'options' })],
})
