const repeated = (count: number, make: (index: number) => string) => Array.from({ length: count }, (_, index) => make(index)).join('\n')

/** Programs that are as long as they are asked to be, with as much of one thing. */
export const PROGRAMS: readonly (readonly [title: string, program: (count: number) => string])[] = [
  ['logins', (count) => `import session from 'express-session'
app.use(session({ secret }))
${repeated(count, (index) => `app.post('/login${index}', async (req, res) => {
  const user = await users.findOne({ email: req.body.email })
  if (!user || !(await compare(req.body.password, user.password))) return res.sendStatus(401)
  req.session.userId = user.id
  res.json(user)
})`)}`],
  ['sessions in a map', (count) => `import crypto from 'node:crypto'
const sessions = new Map()
${repeated(count, (index) => `app.post('/login${index}', async (req, res) => {
  const sessionId = crypto.randomUUID()
  sessions.set(sessionId, { userId: await find(req.body) })
  res.cookie('session_id', sessionId, { httpOnly: true })
})
app.post('/logout${index}', (req, res) => { sessions.delete(req.cookies.session_id); res.clearCookie('session_id') })`)}`],
  ['configurations with secrets of their own', (count) => `import session from 'express-session'
${repeated(count, (index) => `app.use('/${index}', session({ secret: 'secret${index}', name: 'sid${index}', cookie: { maxAge: ${index} * 1000 } }))`)}`],
  ['values of one variable', (count) => `let session = req.session\n${repeated(count * 5, (index) => `session = f${index}(session)\nsession.userId = ${index}`)}`],
  ['calls in one chain', (count) => `import express from 'express'\nexpress()${repeated(count * 16, (index) => `.post('/login${index}', (req, res) => { req.session.userId = ${index} })`)}`],
  ['tokens', (count) => `import jwt from 'jsonwebtoken'\n${repeated(count, (index) => `const token${index} = jwt.sign({ id: ${index} }, 'secret${index}')
if (req.cookies.token === token${index}) jwt.verify(token${index}, 'secret${index}')
localStorage.setItem('token', token${index})`)}`],
  ['options', (count) => `import session from 'express-session'\nsession({ ${repeated(count * 25, (index) => `option${index}: f(${index}),`)} secret, cookie: { ${repeated(count * 25, (index) => `'attribute-${index}': ${index},`)} } })`],
  ['decisions one behind the other', (count) => `import session from 'express-session'
app.use(session({ secret }))
app.post('/login', (req, res) => {
  if (req.body.kind === 'none') res.send('none')
${repeated(count * 5, (index) => `  else if (req.body.kind === 'kind${index}') res.send(kinds[${index}].title)`)}
  req.session.userId = find(req.body).id
  res.json(req.body)
})`],
  ['servers beside each other', (count) => `import express from 'express'
import session from 'express-session'
${repeated(count, (index) => `{
  const app = express()
  app.use(session({ secret: 'keyboard cat' }))
  app.post('/login', async (req, res) => {
    const user = await find(req.body)
    req.session.userId = user.id
    res.cookie('session_id${index}', Math.random().toString(36))
    res.json(user)
  })
  app.post('/name', (req, res) => { rename(req.session.userId, req.query.name).then(() => res.end()) })
  app.get('/logout', (req, res) => {
    res.clearCookie('session_id${index}')
    res.redirect('/?token=' + req.cookies.token)
  })
}`)}`],
  ['functions inside each other', (count) => `import session from 'express-session'
app.use(session({ secret }))
${repeated(count * 3, (index) => `function level${index}(req, res) { req.session.userId = ${index}; res.cookie('session_id', req.session.id)`)}
${'}'.repeat(count * 3)}`],
  ['keys of an object', (count) => `import session from 'express-session'
const options = { ${repeated(count * 150, (index) => `key${index}: ${index},`)} secret: 'secret', cookie: { maxAge: 1000 } }
app.use(session(options))
app.post('/login', (req, res) => { req.session.userId = options.key1 })`],
]
