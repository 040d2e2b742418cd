import { SignJWT } from 'jose'

export const issue = (user, key) => new SignJWT({ sub: user.id }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('90d').sign(key)
