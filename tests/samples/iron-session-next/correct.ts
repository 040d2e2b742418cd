import { withIronSessionApiRoute, withIronSessionSsr } from 'iron-session/next'
import { checkPassword } from '../lib/users'

const options = {
  cookieName: 'app_session',
  password: process.env.SESSION_PASSWORD as string,
  cookieOptions: { secure: process.env.NODE_ENV === 'production' },
}

export const login = withIronSessionApiRoute(async function login(req, res) {
  const user = await checkPassword(req.body)
  if (!user) return res.status(401).end()

  req.session.user = { id: user.id }
  await req.session.save()
  res.redirect('/')
}, options)

export const logout = withIronSessionApiRoute(async function logout(req, res) {
  req.session.destroy()
  res.redirect('/')
}, options)

export const getServerSideProps = withIronSessionSsr(async ({ req }) => ({ props: { user: req.session.user ?? null } }), options)
