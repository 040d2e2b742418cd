import { randomBytes } from 'node:crypto'
import type { NextApiRequest, NextApiResponse } from 'next'
import nookies, { destroyCookie, setCookie } from 'nookies'

export default function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.query.logout) {
    destroyCookie({ res }, 'sid', { path: '/' })
  } else {
    setCookie({ res }, 'sid', randomBytes(32).toString('base64url'), { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: 30 * 60 })
    nookies.set({ res }, 'theme', 'dark', { path: '/' })
  }
  res.end()
}

export function keep(token: string) {
  setCookie(null, 'token', token, { path: '/', secure: true })
}
