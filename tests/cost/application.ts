/** A server with as many logins and logouts, of nineteen lines each. */
export function application(handlers: number): string {
  const routes = Array.from(
    { length: handlers },
    (_, index) => `
app.post('/login${index}', async (req, res, next) => {
  try {
    const user = await find(req.body)
    if (!user) return res.sendStatus(401)
    req.session.userId = user.id
    res.cookie('access_token', createToken(user))
    res.json(user)
  } catch (error) {
    next(error)
  }
})

app.post('/logout${index}', (req, res) => {
  res.clearCookie('connect.sid')
  res.redirect('/')
})
`,
  )
  return `import express from 'express'
import session from 'express-session'
const app = express()
app.use(session({ secret }))
function createToken(user) {
  return Math.random().toString(36) + user.id
}
${routes.join('')}`
}
