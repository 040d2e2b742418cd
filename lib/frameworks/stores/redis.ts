import { defineStore, write } from './store.js'

/**
 * The commands, whichever client sends them: their names are in lower case (ioredis, Upstash) or camel case (redis).
 *
 * https://redis.io/docs/latest/commands/
 */
export const redis = defineStore({
  name: 'redis',
  packages: ['redis', '@redis/client', 'ioredis', '@upstash/redis', '@vercel/kv', 'iovalkey', '@valkey/valkey-glide'],
  reference: 'https://redis.io/docs/latest/commands/',
  writes: [
    write('client.set(key, record, end...)'),
    write('client.setEx(key, end, record)'),
    write('client.setex(key, end, record, done?)'),
    write('client.pSetEx(key, end, record)'),
    write('client.psetex(key, end, record, done?)'),
    write('client.setNX(key, record)'),
    write('client.setnx(key, record, done?)'),
    write('client.hSet(key, record...)'),
    write('client.hset(key, record...)'),
    write('client.hmset(key, record...)'),
  ],
  reads: ['get', 'mGet', 'mget', 'exists', 'hGet', 'hget', 'hGetAll', 'hgetall', 'hmGet', 'hmget', 'ttl', 'pTTL', 'pttl', 'strLen', 'strlen', 'type'],
  endings: ['expire', 'pExpire', 'pexpire', 'expireAt', 'expireat', 'pExpireAt', 'pexpireat', 'getEx', 'getex'],
  deletion: { code: '{client}.del({key})', named: '{client}.del(…)', ends: 'promise' },
})
