import { instantOf } from '../../lib/ast/instant.js'
import { first, probe } from './probe.js'

function read(code: string) {
  const marked = probe(code)
  return instantOf(first(marked), marked.sourceCode, marked.bindings)
}

it.each([
  ['now', `$(new Date())`, 0],
  ['now, as a number', `$(Date.now())`, 0],
  ['now, from a number', `$(new Date(Date.now()))`, 0],
  ['in a minute', `$(new Date(Date.now() + 60_000))`, 60_000],
  ['in a minute, the other way round', `$(new Date(60 * 1000 + Date.now()))`, 60_000],
  ['in a minute, by a constant', `const MINUTE = 60_000; $(new Date(Date.now() + MINUTE))`, 60_000],
  ['a minute ago', `$(new Date(Date.now() - 60_000))`, -60_000],
  ['in a minute, from a date', `$(new Date(new Date().getTime() + 60_000))`, 60_000],
  ['in a minute, from a converted date', `$(new Date(+new Date() + 60_000))`, 60_000],
  ['in a minute, from another conversion', `$(new Date(Number(new Date()) + 60_000))`, 60_000],
  ['in a minute, in a constant', `const end = new Date(Date.now() + 60_000); $(end)`, 60_000],
  ['in a minute, from a value of now', `$(new Date(new Date().valueOf() + 60_000))`, 60_000],
  ['in a text of minutes', `$(new Date(Date.now() + '60000'))`, undefined],
  ['in two steps', `const now = Date.now(); $(new Date(now + 30_000 + 30_000))`, 60_000],
  ['as a text', `$(new Date(Date.now() + 60_000).toUTCString())`, 60_000],
  ['some time after now', `$(new Date(Date.now() + ttl))`, undefined],
  ['some time before now', `$(new Date(Date.now() - ttl))`, undefined],
])('%s is counted from now', (_title, code, milliseconds) => {
  expect(read(code)).toEqual({ from: 'now', milliseconds })
})

it.each([
  ['the start of the epoch', `$(new Date(0))`, 0],
  ['a millisecond after it', `$(new Date(1))`, 1],
  ['its text', `$('Thu, 01 Jan 1970 00:00:00 GMT')`, 0],
  ['a date of its text', `$(new Date('1970-01-01'))`, 0],
  ['a number', `$(0)`, 0],
  ['a year', `$(new Date('2099-01-01T00:00:00Z'))`, 4_070_908_800_000],
  ['a date in parts', `$(new Date(2099, 0, 1))`, undefined],
  ['a date of something', `$(new Date(session.expires))`, undefined],
  ['no date', `$('tomorrow')`, undefined],
])('%s is counted from the epoch', (_title, code, milliseconds) => {
  expect(read(code)).toEqual({ from: 'epoch', milliseconds })
})

it.each([
  ['a call', `$(addDays(new Date(), 7))`],
  ['a library', `$(dayjs().add(1, 'day').toDate())`],
  ['a name', `$(expires)`],
  ['a class of the file', `class Date {} $(new Date())`],
  ['an object of the file', `const Date = { now() {} }; $(Date.now())`],
  ['a product', `$(Date.now() * 2)`],
  ['a number turned round', `$(-Date.now())`],
  ['a difference to now', `$(60_000 - Date.now())`],
  ['another class', `$(new Other(0))`],
  ['a member of another class', `$(Other.now())`],
  ['a class of a library', `$(new lib.Date())`],
  ['another conversion', `$(String(new Date()))`],
  ['a conversion of nothing', `$(Number())`],
  ['another method', `$(new Date().getDay())`],
  ['a computed method', `$(Date[now]())`],
  ['a function that a call gives', `$(make()(new Date()))`],
  ['a boolean', `$(true)`],
  ['null', `$(null)`],
  ['constants that are each other', `const a = b + 1, b = a + 1; $(a)`],
])('%s is no instant', (_title, code) => {
  expect(read(code)).toBeUndefined()
})
