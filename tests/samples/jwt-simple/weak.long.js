import jwt from 'jwt-simple'

export const issue = (user, secret) => jwt.encode({ sub: user.id, exp: Math.floor(Date.now() / 1000) + 90 * 24 * 60 * 60 }, secret)
