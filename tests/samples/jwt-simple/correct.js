import jwt from 'jwt-simple'

const key = process.env.JWT_SECRET

export function issue(user) {
  return jwt.encode({ sub: user.id, exp: Math.floor(Date.now() / 1000) + 15 * 60 }, key, 'HS256')
}

export function verify(token) {
  return jwt.decode(token, key, false, 'HS256')
}
