import { defineFramework, from, result, signature } from './framework.js'

/** https://github.com/tj/connect-redis#api */
export const connectRedis = defineFramework({
  name: 'connect-redis',
  reference: 'https://github.com/tj/connect-redis#api',
  names: {
    // By name since 8, as the default in 7, and before that what the default makes of express-session.
    RedisStore: [from('connect-redis', 'RedisStore'), from('connect-redis'), result('connect-redis')],
  },
  store: {
    options: { ttl: 'seconds' },
    default: 24 * 60 * 60,
    endlessWith: { option: 'disableTTL', value: true },
  },
  signatures: [signature('new RedisStore(options?)', { emits: 'storeMade', options: 'options' })],
})
