import { createSigner, createVerifier } from 'fast-jwt'

const key = process.env.JWT_SECRET
const sign = createSigner({ key, algorithm: 'HS256', expiresIn: '15m' })

export const verify = createVerifier({ key, algorithms: ['HS256'] })

export function issue(user) {
  return sign({ sub: user.id })
}
