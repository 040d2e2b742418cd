import rule from '../../lib/rules/require-refresh-token-rotation.js'
import { fileIn, ruleTester, type InvalidCase, type ValidCase } from '../rule-tester.js'

const HEAD = `import express from 'express'
import jwt from 'jsonwebtoken'
const app = express()
`

const VERIFY = `const { refreshToken } = req.body
  const user = jwt.verify(refreshToken, process.env.REFRESH_TOKEN_SECRET)
  `
const SIGN = `const accessToken = jwt.sign({ sub: user.id }, process.env.JWT_SECRET, { expiresIn: '15m' })
  `

/** A handler for a route, with these lines. */
function route(path: string, lines: string): string {
  return `${HEAD}app.post('${path}', async (req, res) => {\n  ${lines}\n})`
}

function silent(name: string, code: string): ValidCase {
  return { name, code }
}

function reported(name: string, code: string, token: string): InvalidCase {
  return { name, code, output: null, errors: [{ messageId: 'kept', data: { token }, suggestions: [] }] }
}

/** A handler that a framework finds by its file. */
function exported(signature: string, answer: string): string {
  return `import { NextResponse } from 'next/server'
import { cookies } from 'next/headers'
import jwt from 'jsonwebtoken'
export ${signature} {
  const store = await cookies()
  const { refreshToken } = await request.json()
  const { sub } = jwt.verify(refreshToken, process.env.REFRESH_SECRET)
  const accessToken = jwt.sign({ sub }, process.env.JWT_SECRET, { expiresIn: '15m' })
  ${answer}
}`
}

const POST = 'async function POST(request)'

const HONO = (name: string) => `import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { sign, verify } from 'hono/jwt'
const app = new Hono()
app.post('/auth/refresh', async (c) => {
  const refreshToken = getCookie(c, 'refresh_token')
  const { sub } = await verify(refreshToken, c.env.REFRESH_SECRET, 'HS256')
  const accessToken = await sign({ sub, exp: now + 900 }, c.env.JWT_SECRET)
  setCookie(c, '${name}', accessToken, { httpOnly: true })
  return c.json({ ok: true })
})`

ruleTester.run(rule.name, rule, {
  valid: [
    silent('a cookie that is the next refresh token', HONO('refresh_token')),
    { ...silent('a file for something else', exported(POST, 'return NextResponse.json({ accessToken })')), filename: fileIn('fixtures/app/api/auth/login/route.js') },
    { ...silent('a service in a file of that name', `import jwt from 'jsonwebtoken'\nexport function work(refreshToken) { const { sub } = jwt.verify(refreshToken, a); return jwt.sign({ sub }, b) }`), filename: fileIn('fixtures/services/refresh.js') },
    { ...silent('the next refresh token in a cookie, in a file of that name', exported(POST, `store.set('refresh_token', make())\n  return NextResponse.json({ accessToken })`)), filename: fileIn('fixtures/app/api/auth/refresh/route.js') },
    ...[
      ['a new refresh token is signed', `${VERIFY}${SIGN}const next = jwt.sign({ sub: user.id }, process.env.REFRESH_TOKEN_SECRET)\n  res.json({ accessToken, refreshToken: next })`],
      ['a new refresh token is made by a helper', `${VERIFY}${SIGN}res.json({ accessToken, refreshToken: await createRefreshToken(user) })`],
      ['both are made by a helper', `${VERIFY}res.json(await generateTokens(user))`],
      ['a new one is written into a cookie', `${VERIFY}${SIGN}res.cookie('refresh_token', randomId())\n  res.json({ accessToken })`],
      ['a cookie is written whose name nobody can read', `${VERIFY}${SIGN}res.cookie(NAMES.refresh, randomId())\n  res.json({ accessToken })`],
      ['the old one is revoked', `${VERIFY}${SIGN}await revoke(refreshToken)\n  res.json({ accessToken })`],
      ['the old one is deleted', `${VERIFY}${SIGN}await tokens.deleteOne({ refreshToken })\n  res.json({ accessToken })`],
      ['the old one is marked in the database', `${VERIFY}${SIGN}await db.query('UPDATE tokens SET used = true WHERE token = $1', [refreshToken])\n  res.json({ accessToken })`],
      ['something is stored about it', `${VERIFY}${SIGN}user.sessions.push(accessToken)\n  await user.save()\n  res.json({ accessToken })`],
      ['a helper that nobody knows is given it', `${VERIFY}${SIGN}await audit(refreshToken)\n  res.json({ accessToken })`],
      ['it is bound to a key', `${VERIFY}if (user.cnf.jkt !== thumbprint) return\n  ${SIGN}res.json({ accessToken })`],
      ['its ID is looked up, so that it can be used once', `${VERIFY}if (await isUsed(user.jti)) return\n  ${SIGN}res.json({ accessToken })`],
      ['a service does it all', `const { refreshToken } = req.body\n  res.json(await authService.refresh(refreshToken))`],
      ['nothing is given out', `${VERIFY}res.json({ user })`],
      ['no refresh token is shown', `res.json({ accessToken: jwt.sign({ sub: req.user.id }, process.env.JWT_SECRET, { expiresIn: '15m' }) })`],
    ].map(([name = '', lines = '']) => silent(name, route('/refresh', lines))),
    silent('a helper of the file revokes it', `${route('/refresh', `${VERIFY}${SIGN}forget(refreshToken)\n  res.json({ accessToken })`)}\nfunction forget(token) { used.add(token) }`),
    silent('another route', route('/login', `${VERIFY}${SIGN}res.json({ accessToken })`)),
    silent('another thing that is refreshed', route('/refresh-cache', `${VERIFY}${SIGN}res.json({ accessToken })`)),
    silent(
      'a page that asks for a new token',
      `async function refreshToken() {\n  const refreshToken = localStorage.getItem('refreshToken')\n  const { data } = await axios.post('/refresh', { refreshToken })\n  return getToken(refreshToken)\n}`,
    ),
    silent(
      'a client of another server',
      `export async function refreshAccessToken(token) {\n  const response = await fetch(URL, { method: 'POST', body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: token.refreshToken }) })\n  return { ...token, ...(await response.json()) }\n}`,
    ),
  ],
  invalid: [
    reported('a cookie that is an access token', HONO('access_token'), 'refreshToken'),
    ...['fixtures/app/api/auth/refresh/route.js', 'fixtures/app/api/auth/refresh-token/route.js'].map((file) => ({
      ...reported(`the name of a folder: ${file}`, exported(POST, 'return NextResponse.json({ accessToken })'), 'refreshToken'),
      filename: fileIn(file),
    })),
    {
      ...reported('the name of a folder, and the access token in a cookie', exported(POST, `store.set('access_token', accessToken, { httpOnly: true })\n  return NextResponse.json({ ok: true })`), 'refreshToken'),
      filename: fileIn('fixtures/app/api/auth/refresh/route.js'),
    },
    {
      ...reported(
        'the name of a file, and a handler that has none',
        `import jwt from 'jsonwebtoken'
export default async function handler(req, res) {
  const { refreshToken } = req.body
  const { sub } = jwt.verify(refreshToken, process.env.REFRESH_SECRET)
  const accessToken = jwt.sign({ sub }, process.env.JWT_SECRET, { expiresIn: '15m' })
  res.json({ accessToken })
}`,
        'refreshToken',
      ),
      filename: fileIn('fixtures/pages/api/refresh.js'),
    },
    {
      ...reported(
        'the name of a file with a method',
        `import { defineEventHandler, readBody } from 'h3'
import jwt from 'jsonwebtoken'
export default defineEventHandler(async (event) => {
  const { refreshToken } = await readBody(event)
  const { sub } = jwt.verify(refreshToken, process.env.REFRESH_SECRET)
  return { accessToken: jwt.sign({ sub }, process.env.JWT_SECRET, { expiresIn: '15m' }) }
})`,
        'refreshToken',
      ),
      filename: fileIn('fixtures/server/api/auth/refresh.post.js'),
    },
    reported('a token that is looked up by its column', route('/refresh', `const user = await db.tokens.findOne({ refreshToken: req.body.value })\n  ${SIGN}res.json({ accessToken })`), 'req.body.value'),
    reported('a token in one word', route('/refresh', `const user = jwt.verify(req.body.refreshtoken, process.env.REFRESH_TOKEN_SECRET)\n  ${SIGN}res.json({ accessToken })`), 'req.body.refreshtoken'),
    {
      name: 'a token that is verified',
      code: route('/refresh', `${VERIFY}${SIGN}res.json({ accessToken })`),
      output: null,
      errors: [{ messageId: 'kept', data: { token: 'refreshToken' }, line: 7, column: 27, endColumn: 31, suggestions: [] }],
    },
    reported('a route that says more', route('/api/auth/refresh-token', `${VERIFY}${SIGN}res.json({ accessToken })`), 'refreshToken'),
    reported('an answer with headers', route('/refresh', `${VERIFY}${SIGN}res.set('Cache-Control', 'no-store').json({ accessToken })`), 'refreshToken'),
    reported('a cookie for the access token', route('/refresh', `${VERIFY}${SIGN}res.cookie('access_token', accessToken, { httpOnly: true })\n  res.sendStatus(204)`), 'refreshToken'),
    reported('a helper that signs', route('/refresh', `${VERIFY}res.json({ accessToken: generateAccessToken(user) })`), 'refreshToken'),
    reported(
      'a helper of the file that signs',
      `${route('/refresh', `${VERIFY}res.json({ accessToken: accessTokenFor(user) })`)}\nfunction accessTokenFor(user) { return jwt.sign({ sub: user.id }, process.env.JWT_SECRET, { expiresIn: '15m' }) }`,
      'refreshToken',
    ),
    reported(
      'a token in a cookie that is called otherwise, by a function that says what it does',
      `const User = require('./user')
const jwt = require('jsonwebtoken')
const handleRefreshToken = async (req, res) => {
  const token = req.cookies.jwt
  const user = await User.findOne({ refreshToken: token }).exec()
  if (!user) return res.sendStatus(403)
  jwt.verify(token, process.env.REFRESH_TOKEN_SECRET, (err, decoded) => {
    if (err) return res.sendStatus(403)
    res.json({ accessToken: jwt.sign({ sub: decoded.sub }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '10m' }) })
  })
}
module.exports = { handleRefreshToken }`,
      'token',
    ),
    reported(
      'a token that is looked up in a database',
      route('/refresh', `const stored = await db.query('SELECT * FROM tokens WHERE token = $1', [req.body.refreshToken])\n  const user = stored.rows[0].user\n  ${SIGN}res.json({ accessToken })`),
      'req.body.refreshToken',
    ),
    reported(
      'a method of a service',
      `import { JwtService } from '@nestjs/jwt'
export class AuthService {
  constructor(private readonly jwt: JwtService) {}
  async refreshToken(refreshToken: string) {
    const { sub } = await this.jwt.verifyAsync(refreshToken, { secret: process.env.REFRESH_TOKEN_SECRET })
    return { accessToken: await this.jwt.signAsync({ sub }, { expiresIn: '15m' }) }
  }
}`,
      'refreshToken',
    ),
  ],
})
