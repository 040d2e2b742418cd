import type { NextApiRequest, NextApiResponse } from 'next'
import { destroyCookie } from 'nookies'

export default function logout(req: NextApiRequest, res: NextApiResponse) {
  destroyCookie({ res }, '__Host-session', { path: '/' })
  res.redirect('/')
}
