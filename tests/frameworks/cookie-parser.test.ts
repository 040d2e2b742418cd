import { eventsOf, matchesOf } from '../events-of.js'
import { formsOfDefault } from './import-forms.js'

it.each(formsOfDefault('cookie-parser').map(({ head, name, title }) => [title, head, name]))('cookieParser(secret, options) by %s', (_title, head, name) => {
  expect(matchesOf(`${head}; app.use(${name}('secret', {}))`)).toEqual(['cookiesParsed cookie-parser proved'])
})

it.each([
  ['without a secret', `import cookieParser from 'cookie-parser'; app.use(cookieParser())`],
  ['of the file', `function cookieParser(secret) {} app.use(cookieParser('secret'))`],
  ['that is a member', `import cookieParser from 'cookie-parser'; cookieParser.signedCookie('s:1', 'secret')`],
])('is silent for a parser %s', (_title, code) => {
  expect(matchesOf(code)).toEqual([])
})

it.each([
  ['a member', `if (req.cookies.isAdmin) res.end()`],
  ['a member in brackets', `if (req.cookies['isAdmin']) res.end()`],
  ['taken apart', `const { isAdmin } = req.cookies; if (isAdmin) res.end()`],
  ['taken apart under another name', `const { isAdmin: may = false } = req.cookies; if (may) res.end()`],
  ['of a variable', `const jar = req.cookies; if (jar.isAdmin) res.end()`],
  ['of a request that is taken apart', `const { cookies } = req; if (cookies.isAdmin) res.end()`],
  ['taken apart in one go', `const { cookies: { isAdmin } } = req; if (isAdmin) res.end()`],
])('req.cookies.name: %s', (_title, statement) => {
  const code = `import express from 'express'; express().get('/', (req, res) => { ${statement} })`
  expect(eventsOf(code)).toEqual([expect.stringMatching(/^cookieTrusted cookie-parser proved `[^`]+` isAdmin as=permission$/)])
})

it.each([
  ['a signed cookie', `(req, res) => { if (req.signedCookies.isAdmin) res.end() }`],
  ['a cookie of another object', `(req, res) => { if (page.cookies.isAdmin) res.end() }`],
  ['the cookies of the answer', `(req, res) => { if (res.cookies.isAdmin) res.end() }`],
])('%s is none that nobody has signed', (_title, handler) => {
  expect(eventsOf(`import express from 'express'; express().get('/', ${handler})`)).toEqual([])
})
