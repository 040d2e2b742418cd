import { randomBytes } from 'node:crypto'
import type { NextApiRequest, NextApiResponse } from 'next'
import nookies, { destroyCookie, setCookie } from 'nookies'

export default function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.query.logout) {
    destroyCookie({ res }, '__Host-sid', { path: '/', secure: true })
  } else {
    setCookie({ res }, '__Host-sid', randomBytes(32).toString('base64url'), { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: 30 * 60 })
    nookies.set({ res }, 'theme', 'dark', { path: '/' })
  }
  res.end()
}

export function paint() {
  setCookie(null, 'theme', 'dark', { path: '/', secure: true })
}
