import jwt from 'jwt-simple'

export function issue(user) {
  return jwt.encode({ sub: user.id, password: user.password, exp: Math.floor(Date.now() / 1000) + 15 * 60 }, process.env.JWT_SECRET)
}
