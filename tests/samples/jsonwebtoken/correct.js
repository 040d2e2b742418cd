import jwt from 'jsonwebtoken'

const key = process.env.JWT_SECRET

export function issue(user) {
  return jwt.sign({ sub: user.id }, key, { algorithm: 'HS256', expiresIn: '15m' })
}

export function verify(token) {
  return jwt.verify(token, key, { algorithms: ['HS256'] })
}

/** Several keys are in use: the header says which one. */
export function verifyWithAny(token, keys) {
  const { header } = jwt.decode(token, { complete: true })
  return jwt.verify(token, keys[header.kid], { algorithms: ['HS256'] })
}
