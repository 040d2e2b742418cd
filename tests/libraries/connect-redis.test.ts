import { connectRedis } from '../../lib/frameworks/connect-redis.js'
import { load, summarise } from './installed.js'
import { testStoreFacts } from './store-facts.js'

interface Exports {
  readonly RedisStore: new (options: object) => unknown
}

interface Entry {
  readonly value: string
  readonly ends: number
}

/** The commands of Redis that the store sends. */
function createClient(): object {
  const entries = new Map<string, Entry>()
  const after = (seconds: number | undefined) => (seconds === undefined ? Infinity : Date.now() + seconds * 1000)
  return {
    get(key: string) {
      const entry = entries.get(key)
      return Promise.resolve(entry && entry.ends > Date.now() ? entry.value : null)
    },
    set(key: string, value: string, options?: { readonly expiration?: { readonly type: string; readonly value: number } }) {
      if (options) expect(options.expiration?.type).toBe('EX')
      entries.set(key, { value, ends: after(options?.expiration?.value) })
      return Promise.resolve('OK')
    },
    expire(key: string, seconds: number) {
      const entry = entries.get(key)
      if (entry) entries.set(key, { ...entry, ends: after(seconds) })
      return Promise.resolve(entry ? 1 : 0)
    },
    del: (keys: readonly string[]) => Promise.resolve(keys.filter((key) => entries.delete(key)).length),
  }
}

const { RedisStore } = load('connect-redis') as Exports

summarise('connect-redis', 'records end as the table says')

testStoreFacts({
  table: connectRedis,
  make: (_signature, options) => new RedisStore({ client: createClient(), ...options }),
})
