import { defineStore, write } from './store.js'

/** A namespace of Workers KV, which a worker has among its bindings. https://developers.cloudflare.com/kv/api/write-key-value-pairs/ */
export const workersKv = defineStore({
  name: 'Workers KV',
  packages: ['wrangler', '@cloudflare/workers-types', 'cloudflare:workers', '@cloudflare/vitest-pool-workers'],
  reference: 'https://developers.cloudflare.com/kv/api/delete-key-value-pairs/',
  writes: [write('store.put(key, record, end...)'), write('client.put(key, record, end...)')],
  reads: ['get', 'getWithMetadata', 'list'],
  deletion: { code: '{place}.delete({key})', named: '{place}.delete(…)', ends: 'promise' },
})
