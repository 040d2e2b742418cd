/** A small server with a flaw in every other line. */
export const SERVER = `import express from 'express'
import session from 'express-session'
const app = express()
app.use(session({ secret: 'keyboard cat', cookie: { maxAge: 1000 * 60 * 60 * 24 * 365 } }))
app.post('/login', async (req, res) => {
  const user = await find(req.body)
  req.session.userId = user.id
  res.cookie('sid', Math.random().toString(36))
  res.json(user)
})
app.get('/logout', (req, res) => {
  res.clearCookie('sid')
  res.redirect('/?token=' + req.cookies.token)
})
`
