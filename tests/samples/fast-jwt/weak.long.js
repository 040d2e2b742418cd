import { createSigner } from 'fast-jwt'

export const issue = createSigner({ key: process.env.JWT_SECRET, expiresIn: 90 * 24 * 60 * 60 * 1000 })
