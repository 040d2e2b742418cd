import { randomBytes } from 'node:crypto'
import type { NextApiRequest, NextApiResponse } from 'next'
import { checkPassword, sessions } from '@/lib/users'

export default async function login(req: NextApiRequest, res: NextApiResponse) {
  const user = await checkPassword(req.body)
  if (!user) return res.status(401).end()

  const id = randomBytes(32).toString('base64url')
  await sessions.create({ id, user: user.id })
  res.setHeader('Set-Cookie', `__Host-session=${id}; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=43200`)
  res.redirect('/')
}
