import type { NextApiRequest, NextApiResponse } from 'next'
import { checkPassword, sessions } from '@/lib/users'

let last = 1000

export default async function login(req: NextApiRequest, res: NextApiResponse) {
  const user = await checkPassword(req.body)
  if (!user) return res.status(401).end()

  const sessionId = String(last++)
  sessions.set(sessionId, user.id)
  res.setHeader('Set-Cookie', `sid=${sessionId}; Path=/; Secure; SameSite=Lax`)
  res.redirect('/')
}
