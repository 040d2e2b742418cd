import type { NextApiRequest, NextApiResponse } from 'next'
import { setCookie } from 'nookies'

export default function handler(req: NextApiRequest, res: NextApiResponse) {
  setCookie({ res }, 'sid', Math.random().toString(36).slice(2), { path: '/' })
  res.end()
}
