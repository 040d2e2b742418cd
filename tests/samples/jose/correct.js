import { jwtVerify, SignJWT } from 'jose'

const key = new TextEncoder().encode(process.env.JWT_SECRET)

export function issue(user) {
  return new SignJWT({ sub: user.id })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt()
    .setExpirationTime('15m')
    .sign(key)
}

export async function verify(token) {
  const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'] })
  return payload
}
