import { sign } from 'hono/jwt'

export function issue(user, secret) {
  return sign({ sub: user.id, refreshToken: user.refreshToken, exp: Math.floor(Date.now() / 1000) + 15 * 60 }, secret, 'HS256')
}
