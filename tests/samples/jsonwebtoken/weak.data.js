import jwt from 'jsonwebtoken'

export function issue(user) {
  return jwt.sign({ sub: user.id, passwordHash: user.passwordHash }, process.env.JWT_SECRET, { expiresIn: '15m' })
}
