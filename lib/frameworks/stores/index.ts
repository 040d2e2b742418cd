import { drizzle } from './drizzle.js'
import { knex } from './knex.js'
import { kysely } from './kysely.js'
import { map } from './map.js'
import { mongodb } from './mongodb.js'
import { mongoose } from './mongoose.js'
import { object } from './object.js'
import { prisma } from './prisma.js'
import { redis } from './redis.js'
import { sequelize } from './sequelize.js'
import { sql } from './sql.js'
import type { Store } from './store.js'
import { workersKv } from './workers-kv.js'

/** Every kind of store in which programs keep sessions by themselves. */
export const stores: readonly Store[] = [map, object, redis, workersKv, prisma, drizzle, knex, kysely, mongoose, sequelize, mongodb, sql]
