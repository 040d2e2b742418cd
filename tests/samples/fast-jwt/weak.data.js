import { createSigner } from 'fast-jwt'

const sign = createSigner({ key: process.env.JWT_SECRET, expiresIn: 15 * 60 * 1000 })

export function issue(user) {
  return sign({ sub: user.id, apiKey: user.apiKey })
}
