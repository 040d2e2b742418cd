import { randomBytes } from 'node:crypto'
import type { NextApiRequest, NextApiResponse } from 'next'
import { setCookie } from 'nookies'

export default function handler(req: NextApiRequest, res: NextApiResponse) {
  const id = randomBytes(32).toString('base64url')
  setCookie({ res }, 'sid', id, { path: '/', httpOnly: true, secure: true, domain: '.example.com', maxAge: 90 * 24 * 60 * 60 })
  setCookie({ res }, 'auth_token', id, { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: 30 * 60 })
  setCookie({ res }, '__Host-session', id, { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 30 * 60 })
  res.end()
}

export function keep(token: string) {
  setCookie(null, 'token', token, { path: '/', secure: true, maxAge: 30 * 60 })
}
