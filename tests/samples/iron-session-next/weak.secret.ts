import { withIronSessionApiRoute } from 'iron-session/next'

export default withIronSessionApiRoute((req, res) => res.json(req.session.user), {
  cookieName: 'app_session',
  password: 'complex_password_at_least_32_characters_long',
})
