import { describe, expect, test } from 'vitest'
import { mistakesIn } from '../../lib/events/cookie-mistakes.js'
import { eventsOf, fileOf } from '../events-of.js'

/** When what a program writes or sets up ends, as `eventsOf` says it, with what is wrong about that. */
function endIn(code: string): string {
  const [line = ''] = eventsOf(code)
  const file = fileOf(code)
  const written = [...(file?.of('cookieWritten') ?? []), ...(file?.of('sessionConfigured') ?? [])]
  const mistakes = written.flatMap((event) => mistakesIn(event).map(({ kind }) => kind))
  const end = line.startsWith('cookieCleared') ? 'cleared' : (line.split('lifetime=')[1] ?? 'nothing')
  return [end, ...mistakes].join(', ')
}

describe('a cookie of express ends', () => {
  test.each([
    ['{}', 'none'],
    ['{ maxAge: 1000 }', '1s'],
    ['{ maxAge: 3600 }', '3.6s, tooShort'],
    ['{ maxAge: 60 }', '0.06s, tooShort'],
    ['{ maxAge: 59 }', '0.059s'],
    ['{ maxAge: 60000 }', '60s'],
    ['{ maxAge: 61 }', '0.061s'],
    ['{ maxAge: 7200 }', '7.2s, tooShort'],
    ['{ maxAge: 36000 }', '36s, tooShort'],
    ['{ maxAge: 5000 }', '5s'],
    ['{ maxAge: 30000 }', '30s'],
    ['{ maxAge: "3600000" }', '3600s'],
    ['{ maxAge: "1d" }', 'ends, noNumber'],
    ['{ maxAge: "" }', 'ends, noNumber'],
    ['{ maxAge: " " }', 'ends, noNumber'],
    ['{ maxAge: NaN }', 'ends, noNumber'],
    ['{ maxAge: true }', 'ends, noNumber'],
    ['{ maxAge: false }', 'endless'],
    ['{ maxAge: null }', 'endless'],
    ['{ maxAge: undefined }', 'endless'],
    ['{ maxAge: 0 }', 'cleared'],
    ['{ maxAge: 1 }', 'cleared'],
    ['{ maxAge: 2 }', '0.002s'],
    ['{ maxAge: -1 }', 'cleared'],
    ['{ maxAge: Infinity }', 'endless!'],
    ['{ maxAge: -Infinity }', 'ends'],
    ['{ maxAge: age }', '?'],
    ['{ maxAge: {} }', 'ends'],
    ['{ expires: new Date(0) }', 'cleared'],
    ['{ expires: new Date(Date.now() + 3600000) }', '3600s'],
    ['{ expires: new Date(Date.now() + 1000) }', 'cleared'],
    ['{ expires: new Date(Date.now() + 1001) }', '1.001s'],
    ['{ expires: new Date(Date.now() + ttl) }', 'ends'],
    ['{ expires: new Date(Date.now()) }', 'cleared'],
    ['{ expires: new Date(Date.now() - 1) }', 'cleared'],
    ['{ expires: Date.now() + 1000 }', 'cleared'],
    ['{ expires: new Date("2020-01-01") }', 'cleared'],
    ['{ expires: new Date("2099-01-01") }', 'ends'],
    ['{ expires: "2020-01-01" }', 'cleared'],
    ['{ expires: "nonsense" }', 'ends'],
    ['{ expires: 0 }', 'cleared'],
    ['{ expires: 1 }', 'cleared'],
    ['{ expires: null }', 'endless'],
    ['{ expires: false }', 'endless'],
    ['{ expires: undefined }', 'endless'],
    ['{ expires: true }', 'ends'],
    ['{ expires: end }', '?'],
    ['{ expires: a ? new Date(0) : new Date(1) }', '?'],
    ['{ expires: a ? new Date(0) : end }', '?'],
    ['{ maxAge: 5000000, expires: new Date(0) }', '5000s'],
    ['{ maxAge: age, expires: new Date(Date.now() + 5000000) }', '5000s'],
    ['{ maxAge: null, expires: end }', '?'],
    ['{ maxAge: Infinity, expires: end }', '?'],
    ['{ maxAge: 0, expires: new Date(Date.now() + 5000000) }', 'cleared'],
    ['{ ...rest }', '?'],
    ['{ maxAge: 99999999999999 }', '99999999999.999s'],
  ])('with %s: %s', (options, end) => {
    expect(endIn(`import express from 'express'\nexpress().get('/', (req, res) => { res.cookie('sid', id, ${options}) })`)).toBe(end)
  })
})

const PROGRAMS = {
  'cookie': (options: string) => `import { serialize } from 'cookie'\nres.setHeader('Set-Cookie', serialize('sid', id, ${options}))`,
  'express-session': (options: string) => `import session from 'express-session'\napp.use(session(${options}))`,
  'iron-session': (options: string) => `import { getIronSession } from 'iron-session'\nawait getIronSession(req, res, ${options})`,
  'js-cookie': (options: string) => `import Cookies from 'js-cookie'\nCookies.set('sid', id, ${options})`,
  'koa-session': (options: string) => `import session from 'koa-session'\napp.use(session(${options}, app))`,
}

test.each([
  ['express-session', '{}', 'none'],
  ['express-session', '{ cookie: {} }', 'none'],
  ['express-session', '{ cookie: { maxAge: 3600 } }', '3.6s, tooShort'],
  ['express-session', '{ cookie: { maxAge: null } }', 'endless'],
  ['express-session', '{ cookie: { maxAge: 3600000 } }', '3600s'],
  ['express-session', '{ cookie: { expires: false } }', 'endless'],
  ['express-session', '{ cookie: { expires: 0 } }', 'endless'],
  ['express-session', '{ cookie: { expires: new Date(Date.now() + 5000) } }', '5s'],
  ['express-session', '{ cookie: { maxAge: Infinity } }', 'endless!'],
  ['express-session', '{ cookie }', '?'],
  ['express-session', 'options', '?'],
  ['express-session', '{ rolling: true, cookie: { maxAge: 5000000 } }', '5000s'],
  ['koa-session', '{}', '86400s*'],
  ['koa-session', '{ maxAge: "session" }', 'endless!'],
  ['koa-session', '{ maxAge: 86400000 }', '86400s'],
  ['koa-session', '{ maxAge: 60 }', '0.06s, tooShort'],
  ['koa-session', '{ maxAge: Infinity }', 'endless!'],
  ['koa-session', '{ maxAge: null }', 'ends'],
  ['koa-session', '{ maxAge: 0 }', '0s'],
  ['iron-session', '{}', '1209600s*'],
  ['iron-session', '{ ttl: 3600 }', '3600s'],
  ['iron-session', '{ ttl: 0 }', 'endless!'],
  ['iron-session', '{ ttl: 99999999 }', '99999999s, tooLong'],
  ['iron-session', '{ cookieOptions: { maxAge: 60 } }', '60s'],
  ['iron-session', '{ cookieOptions: { maxAge: undefined } }', 'endless'],
  ['iron-session', '{ ttl: 60, cookieOptions: { maxAge: 6000000 } }', '60s'],
  ['iron-session', '{ ttl: x }', '?'],
  ['iron-session', '{ ttl: "1h" }', 'ends, noNumber'],
  ['iron-session', '{ ttl: true }', 'ends, noNumber'],
  ['cookie', '{ maxAge: 60 }', '60s'],
  ['cookie', '{ maxAge: 34560001 }', '34560001s, tooLong'],
  ['cookie', '{ maxAge: 34560000 }', '34560000s'],
  ['cookie', '{ maxAge: 86400000 }', '86400000s, tooLong'],
  ['cookie', '{ maxAge: Infinity }', 'endless!'],
  ['cookie', '{ maxAge: "x" }', 'ends, noNumber'],
  ['js-cookie', '{ expires: 7 }', '604800s'],
  ['js-cookie', '{ expires: 0 }', 'cleared'],
  ['js-cookie', '{ expires: -1 }', 'cleared'],
  ['js-cookie', '{ expires: new Date(0) }', 'cleared'],
  ['js-cookie', '{}', 'none'],
  ['js-cookie', '{ expires: 0.5 }', '43200s'],
] as const)('what %s is given with %s ends: %s', (library, options, end) => {
  expect(endIn(PROGRAMS[library](options))).toBe(end)
})
