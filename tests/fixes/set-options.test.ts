import { Linter } from 'eslint'
import plugin from '../../lib/index.js'

/** A program after the fixes for a cookie that scripts can read, and for a session without an end. */
function fixed(code: string): string {
  const config: Linter.Config = {
    plugins: { 'session-security': plugin },
    rules: { 'session-security/require-http-only': 'error', 'session-security/require-max-age': 'error' },
  }
  return new Linter({ cwd: '/' }).verifyAndFix(code, [config], { filename: '/nowhere/file.js' }).output
}

const ROUTER = `import { createCookieSessionStorage } from 'react-router'; export const send = (s) => [a.commitSession(s), b.commitSession(s)];`
const EXPRESS = `import session from 'express-session';`

describe('an object that several calls are given stays as it is, and each call gets a copy', () => {
  it.each([
    [
      'as an option',
      `${ROUTER} const cookie = { path: '/' }; const a = createCookieSessionStorage({ cookie: cookie }); const b = createCookieSessionStorage({ cookie: cookie })`,
      `${ROUTER} const cookie = { path: '/' }; const a = createCookieSessionStorage({ cookie: { ...cookie, httpOnly: true, maxAge: 12 * 60 * 60 } }); const b = createCookieSessionStorage({ cookie: { ...cookie, httpOnly: true, maxAge: 12 * 60 * 60 } })`,
    ],
    [
      'as an option of its own name',
      `${EXPRESS} const cookie = {}; app.use(session({ cookie })); app.use('/admin', session({ cookie, name: 'admin' }))`,
      `${EXPRESS} const cookie = {}; app.use(session({ cookie: { ...cookie, maxAge: 30 * 60 * 1000 }, rolling: true })); app.use('/admin', session({ cookie: { ...cookie, maxAge: 30 * 60 * 1000 }, name: 'admin', rolling: true }))`,
    ],
    [
      'as an argument',
      `import express from 'express'; const app = express(); const options = { maxAge: 1000 }; app.get('/', (req, res) => { res.cookie('sid', id, options); res.cookie('token', id, options) })`,
      `import express from 'express'; const app = express(); const options = { maxAge: 1000 }; app.get('/', (req, res) => { res.cookie('sid', id, { ...options, httpOnly: true }); res.cookie('token', id, { ...options, httpOnly: true }) })`,
    ],
  ])('%s', (_title, code, expected) => {
    expect(fixed(code)).toBe(expected)
  })

  it('with no edit where the object around it is given to several calls too', () => {
    const code = `${EXPRESS} const cookie = {}; const options = { cookie }; app.use(session(options)); app.use('/admin', session(options)); send(cookie)`
    expect(fixed(code)).toBe(code)
  })
})
