import { sign } from 'hono/jwt'

export const issue = (user, secret) => sign({ sub: user.id, exp: Math.floor(Date.now() / 1000) + 90 * 24 * 60 * 60 }, secret, 'HS256')
