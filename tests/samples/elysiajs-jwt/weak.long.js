import { jwt } from '@elysiajs/jwt'
import { Elysia } from 'elysia'

export const app = new Elysia().use(jwt({ secret: process.env.JWT_SECRET, exp: '90d' })).post('/login', ({ body, jwt }) => jwt.sign({ sub: body.name }))
