import { betterAuth } from 'better-auth'
import { pool } from './database'

export const auth = betterAuth({ database: pool, secret: process.env.BETTER_AUTH_SECRET ?? 'better-auth-secret' })
