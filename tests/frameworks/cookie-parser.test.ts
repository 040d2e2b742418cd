import { matchesOf } from '../events-of.js'
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
