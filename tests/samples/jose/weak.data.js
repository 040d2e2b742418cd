import { SignJWT } from 'jose'

export function issue(user, key) {
  return new SignJWT({ sub: user.id, ssn: user.ssn }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('15m').sign(key)
}
