import { Elysia } from 'elysia'

export const app = new Elysia({ cookie: { secrets: 'Fischl von Luftschloss Narfidort', sign: ['profile'] } })
