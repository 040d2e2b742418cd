import { withIronSessionApiRoute } from 'iron-session/next'
import type { NextApiRequest, NextApiResponse } from 'next'
import { checkPassword } from '../lib/users'

async function login(req: NextApiRequest, res: NextApiResponse) {
  const user = await checkPassword(req.body)
  if (!user) return res.status(401).end()

  req.session.user = { id: user.id }
  await req.session.save()
  res.redirect('/')
}

export default withIronSessionApiRoute(login, {
  cookieName: 'app_session',
  password: process.env.SESSION_PASSWORD as string,
  cookieOptions: { httpOnly: false, maxAge: undefined },
})
