import { eventsOf } from '../events-of.js'

const EXPRESS = (statement: string) => `import express from 'express'; express().get('/', (req, res) => { ${statement} })`
const KOA = (statement: string) => `import Koa from 'koa'; new Koa().use((ctx) => { ${statement} })`
const FASTIFY = (statement: string) => `import fastify from 'fastify'; fastify().get('/', (request, reply) => { ${statement} })`

function typesOf(code: string): string[] {
  return eventsOf(code).map((event) => event.replace(/ .*/s, ''))
}

describe('a cookie is deleted', () => {
  it.each([
    ['by an empty value', `res.cookie('sid', '')`],
    ['by an empty template', 'res.cookie("sid", ``)'],
    ['by null', `res.cookie('sid', null)`],
    ['by undefined', `res.cookie('sid', undefined)`],
    ['by an empty constant', `const NONE = ''; res.cookie('sid', NONE)`],
    ['by an age of 0', `res.cookie('sid', 'deleted', { maxAge: 0 })`],
    ['by an age of 1', `res.cookie('sid', 'deleted', { maxAge: 1 })`],
    ['by a negative age', `res.cookie('sid', 'deleted', { maxAge: -1 })`],
    ['by an age that is a text', `res.cookie('sid', 'deleted', { maxAge: '0' })`],
    ['by a date at the start of the epoch', `res.cookie('sid', 'deleted', { expires: new Date(0) })`],
    ['by a date just after it', `res.cookie('sid', 'deleted', { expires: new Date(1) })`],
    ['by a number for a date', `res.cookie('sid', 'deleted', { expires: 0 })`],
    ['by the text of a date', `res.cookie('sid', 'deleted', { expires: new Date('Thu, 01 Jan 1970 00:00:00 GMT') })`],
    ['by the moment', `res.cookie('sid', 'deleted', { expires: new Date() })`],
    ['by the moment as a number', `res.cookie('sid', 'deleted', { expires: new Date(Date.now()) })`],
    ['by a moment ago', `res.cookie('sid', 'deleted', { expires: new Date(Date.now() - 1000) })`],
    ['by a second from now', `res.cookie('sid', 'deleted', { expires: new Date(Date.now() + 1000) })`],
    ['by a date in a constant', `const past = new Date(0); res.cookie('sid', 'deleted', { expires: past })`],
    ['by options in a constant', `const gone = { maxAge: 0 }; res.cookie('sid', 'deleted', gone)`],
    ['by options that a write makes so', `const options = { httpOnly: true }; options.maxAge = -1; res.cookie('sid', 'deleted', options)`],
    ['by options that a spread makes so', `const options = { httpOnly: true }; res.cookie('sid', 'deleted', { ...options, maxAge: 0 })`],
    ['with options that nobody can see', `res.cookie('sid', '', options)`],
    ['by the call for it', `res.clearCookie('sid')`],
    ['by a header', `res.setHeader('Set-Cookie', 'sid=; Max-Age=0')`],
    ['by a word that lives for ten seconds', `res.cookie('token', 'none', { expires: new Date(Date.now() + 10 * 1000), httpOnly: true })`],
    ['by a word for it', `res.cookie('jwt', 'loggedout', { maxAge: 10 * 1000 })`],
    ['by a word for it and a constant for its options', `const options = { expires: new Date(Date.now() + 10_000), httpOnly: true }; if (isProduction) options.secure = true; res.cookie('jwt', 'logged-out', options)`],
    ['by a word for it, until the browser is closed', `res.cookie('jwt', 'loggedOut', { httpOnly: true })`],
    ['by a word for it in a constant', `const NONE = 'DELETED'; res.cookie('access_token', NONE)`],
    ['by any text that lives for seconds', `res.cookie('jwt', 'bye', { maxAge: 5000 })`],
    ['by a header with a word', `res.setHeader('Set-Cookie', 'sid=expired; Path=/')`],
    ['by a header with a text that lives for seconds', `res.setHeader('Set-Cookie', 'sid=x; Max-Age=5')`],
  ])('%s', (_title, statement) => {
    expect(typesOf(EXPRESS(statement))).toEqual(['cookieCleared'])
  })

  it.each([
    ['in Koa by a missing value', KOA(`ctx.cookies.set('sid')`)],
    ['in Koa by null', KOA(`ctx.cookies.set('sid', null)`)],
    ['in Koa by a negative age', KOA(`ctx.cookies.set('sid', 'x', { maxAge: -1 })`)],
    ['in Next by an object without a value', `import { cookies } from 'next/headers'; export async function end() { (await cookies()).set({ name: 'sid', maxAge: 0 }) }`],
    ['in Fastify by the call for it', FASTIFY(`reply.clearCookie('sid')`)],
    ['in Fastify by an age of 0', FASTIFY(`reply.setCookie('sid', 'x', { maxAge: 0 })`)],
    ['in Fastify by an age of 1', FASTIFY(`reply.setCookie('sid', 'x', { maxAge: 1 })`)],
    ['in Fastify by a date', FASTIFY(`reply.setCookie('sid', 'x', { expires: new Date(0) })`)],
  ])('%s', (_title, code) => {
    expect(typesOf(code)).toEqual(['cookieCleared'])
  })
})

describe('a cookie is written', () => {
  it.each([
    ['with a value', `res.cookie('sid', id)`],
    ['with a value that may be empty', `res.cookie('sid', id || '')`],
    ['with an age', `res.cookie('sid', id, { maxAge: 60_000 })`],
    ['with an age that nobody can say', `res.cookie('sid', id, { maxAge: age })`],
    ['with an age that is 0 in some runs', `res.cookie('sid', id, { maxAge: remember ? 60_000 : 0 })`],
    ['with no age', `res.cookie('sid', id, { maxAge: null })`],
    ['with a date', `res.cookie('sid', id, { expires: new Date(Date.now() + 60_000) })`],
    ['with a date that nobody can say', `res.cookie('sid', id, { expires: new Date(Date.now() + ttl) })`],
    ['with a date before now that nobody can say', `res.cookie('sid', id, { expires: new Date(Date.now() - ttl) })`],
    ['with a date of a library', `res.cookie('sid', id, { expires: dayjs().add(1, 'day').toDate() })`],
    ['with a word that may be made up', `res.cookie('sid', 'abc', { maxAge: 60_000 })`],
    ['with a text that nobody can say and that lives for seconds', `res.cookie('sid', id, { maxAge: 5000 })`],
    ['with a word in some runs', `res.cookie('sid', id ?? 'none')`],
    ['with a word, and is no session', `res.cookie('theme', 'none')`],
    ['with a text that lives for seconds, and is no session', `res.cookie('flash', 'saved', { maxAge: 5000 })`],
    ['with an age, whatever the date', `res.cookie('sid', id, { maxAge: 60_000, expires: new Date(0) })`],
  ])('%s', (_title, statement) => {
    expect(typesOf(EXPRESS(statement))).toEqual(['cookieWritten'])
  })

  it('in Koa with an age of 0, and ends with the browser', () => {
    expect(eventsOf(KOA(`ctx.cookies.set('sid', id, { maxAge: 0 })`))).toEqual([
      'cookieWritten koa proved `set` sid session httpOnly=true* secure=tls* path=/* lifetime=endless',
    ])
  })
})

describe('the lifetime of a cookie', () => {
  it.each([
    ['is none where nothing is said', `res.cookie('sid', id)`, 'none'],
    ['is in milliseconds', `res.cookie('sid', id, { maxAge: 1000 * 60 * 60 })`, '3600s'],
    ['is what a constant says', `const HOUR = 3_600_000; res.cookie('sid', id, { maxAge: 2 * HOUR })`, '7200s'],
    ['is what a text says', `res.cookie('sid', id, { maxAge: '60000' })`, '60s'],
    ['is unknown', `res.cookie('sid', id, { maxAge: config.age })`, '?'],
    ['is until a date', `res.cookie('sid', id, { expires: new Date(Date.now() + 60_000) })`, '60s'],
    ['is until a date that nobody can say', `res.cookie('sid', id, { expires: new Date(Date.now() + ttl) })`, 'ends'],
    ['is until a fixed date', `res.cookie('sid', id, { expires: new Date('2099-01-01') })`, 'ends'],
    ['is until a date that comes from elsewhere', `res.cookie('sid', id, { expires })`, '?'],
    ['is without an end by null', `res.cookie('sid', id, { maxAge: null })`, 'endless'],
    ['is without an end by undefined', `res.cookie('sid', id, { maxAge: undefined })`, 'endless'],
    ['is without an end on purpose', `res.cookie('sid', id, { maxAge: Infinity })`, 'endless!'],
    ['is that of the date where the age is null', `res.cookie('sid', id, { maxAge: null, expires: new Date(Date.now() + 60_000) })`, '60s'],
  ])('%s', (_title, statement, expected) => {
    const [event = ''] = eventsOf(EXPRESS(statement))
    expect(event.replace(/.*lifetime=/, '')).toBe(expected)
  })

  it('is in seconds in Fastify', () => {
    const [event = ''] = eventsOf(FASTIFY(`reply.setCookie('sid', id, { maxAge: 3600 })`))
    expect(event.replace(/.*lifetime=/, '')).toBe('3600s')
  })
})
