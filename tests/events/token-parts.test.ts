import { eventsOf } from '../events-of.js'

const DECODED = 'jwtDecoded likely `'

it.each([
  ['atob', `JSON.parse(atob(token.split('.')[1]))`, 'atob'],
  ['a buffer', `JSON.parse(Buffer.from(token.split('.')[1], 'base64').toString())`, 'Buffer.from'],
  ['a buffer of Base64 for URLs', `JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString('utf8'))`, 'Buffer.from'],
  ['a package', `JSON.parse(base64url.decode(token.split('.')[1]))`, 'base64url.decode'],
  ['a name for the part', `const payload = token.split('.')[1]; JSON.parse(atob(payload))`, 'atob'],
  ['a name for the parts', `const parts = token.split('.'); JSON.parse(atob(parts[1]))`, 'atob'],
  ['names for the parts', `const [header, payload] = token.split('.'); JSON.parse(atob(payload))`, 'atob'],
  ['a name for one of the parts', `const [, payload] = token.split('.'); JSON.parse(atob(payload))`, 'atob'],
  ['the letters of Base64', `JSON.parse(atob(token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/')))`, 'atob'],
  ['an optional chain', `JSON.parse(atob(token?.split('.')[1]))`, 'atob'],
])('takes a token apart with %s', (_title, code, node) => {
  expect(eventsOf(code)).toEqual([`${DECODED}${node}\``])
})

it.each([
  ['the header', `JSON.parse(atob(token.split('.')[0]))`],
  ['one of several names for the parts', `const [header] = token.split('.'); JSON.parse(atob(header))`],
    ['what a function splits', `const [, payload] = await split(token, '.'); JSON.parse(atob(payload))`],
    ['what is split at something that nobody knows', `JSON.parse(atob(token.split(separator)[1]))`],
  ['what is split at something else', `JSON.parse(atob(token.split(':')[1])); 'a.b'.split('.')`],
  ['what is no Base64', `JSON.parse(Buffer.from(token.split('.')[1], 'hex').toString())`],
  ['what is encoded', `base64url.encode(token.split('.')[1])`],
  ['what is looked for in a part', `atob(token.split('.')[1].at(0))`],
  ['what a function is given', `const read = (payload) => JSON.parse(atob(payload)); token.split('.')`],
  ['what is not decoded', `const extension = token.split('.')[1]`],
])('does not take %s', (_title, code) => {
  expect(eventsOf(code)).toEqual([])
})
