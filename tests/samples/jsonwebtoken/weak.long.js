import jwt from 'jsonwebtoken'

export const issue = (user) => jwt.sign({ sub: user.id }, process.env.JWT_SECRET, { expiresIn: '90d' })
