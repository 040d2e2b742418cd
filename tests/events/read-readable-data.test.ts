import { describe, expect, it } from 'vitest'
import { fileOf } from '../events-of.js'
import { inHandler } from './value-sent.js'

/** What a program writes to where its users can read it: the place, the name, the value, and what is underlined. */
function writtenIn(code: string): string[] {
  const file = fileOf(code)
  const text = (node: never) => file?.context.sourceCode.getText(node) ?? ''
  return (file?.of('readableDataWritten') ?? []).map(({ isWhole, key, node, value, where }) => `${where}${isWhole ? ' whole' : ''} ${key}=${text(value as never)} at ${text(node as never)}`)
}

const COOKIE_SESSION = `import cookieSession from 'cookie-session'\napp.use(cookieSession({ keys }))`

describe('a session in its cookie has', () => {
  it.each([
    ['a property', 'req.session.a = b', ['session a=b at a']],
    ['a property in brackets', `req.session['a'] = b`, [`session a=b at 'a'`]],
    ['an object', 'req.session.a = { b: c }', ['session a={ b: c } at a', 'session b=c at b']],
    ['an object in an object', 'req.session.a = { b: { c: d } }', ['session a={ b: { c: d } } at a', 'session b={ c: d } at b', 'session c=d at c']],
    ['what it is replaced by', 'req.session = { a: b }', ['session a=b at a']],
    ['what it is filled with', 'Object.assign(req.session, { a: b })', ['session a=b at a']],
    ['what is written later', 'const data = { a: b }; data.c = d; req.session = data', ['session a=b at a', 'session c=d at c']],
    ['the name of a value', 'req.session = { a }', ['session a=a at a']],
  ])('%s', (_title, body, expected) => {
    expect(writtenIn(inHandler(body, COOKIE_SESSION))).toEqual(expected)
  })

  it.each([
    ['what is gone', 'req.session = null; req.session.a = null; delete req.session.b'],
    ['that there is something', `req.session.a = true; req.session.b = false; req.session.c = ''; req.session.d = undefined; req.session.e = 0`],
    ['what is sealed', 'req.session.a = encrypt(b); req.session.c = await sealData({ d })'],
    ['what is sealed as a whole', 'req.session = encrypt({ a: b })'],
    ['what is behind a name that nobody knows', 'req.session[a] = { b: c }'],
    ['what is read', 'a(req.session.b)'],
  ])('but not %s', (_title, body) => {
    expect(writtenIn(inHandler(body, COOKIE_SESSION))).toEqual([])
  })

  it('only there', () => {
    expect(writtenIn(inHandler('req.session.a = b', `import session from 'express-session'\napp.use(session({ secret }))`))).toEqual([])
    expect(writtenIn(inHandler('req.session.a = b'))).toEqual([])
  })
})

describe('a cookie has', () => {
  it.each([
    ['a value', `res.cookie('note', a)`, [`cookie whole note=a at cookie`]],
    ['an object', `res.cookie('note', { a: b })`, [`cookie whole note={ a: b } at cookie`, 'cookie a=b at a']],
    ['an object as a text', `res.cookie('note', JSON.stringify({ a: b }))`, ['cookie whole note=JSON.stringify({ a: b }) at cookie', 'cookie a=b at a']],
    ['an object as Base64', `res.cookie('note', Buffer.from(JSON.stringify({ a: b })).toString('base64'))`, [`cookie whole note=Buffer.from(JSON.stringify({ a: b })).toString('base64') at cookie`, 'cookie a=b at a']],
    ['an object under a name that nobody knows', `res.cookie(name, JSON.stringify({ a: b }))`, ['cookie a=b at a']],
    ['an object of a session', `res.cookie('session', JSON.stringify({ a: b }))`, ['cookie a=b at a']],
    ['what somebody makes of it', `res.cookie('note', hash({ a: b }))`, ['cookie whole note=hash({ a: b }) at cookie']],
    ['what somebody encrypts', `res.cookie('note', encrypt(JSON.stringify({ a: b })))`, []],
    ['nothing', `res.cookie('note', '')`, []],
  ])('%s', (_title, body, expected) => {
    expect(writtenIn(inHandler(body))).toEqual(expected)
  })
})

describe('a token has', () => {
  it.each([
    ['claims', 'jwt.sign({ a: b, c: { d: e } }, key)', ['token a=b at a', 'token c={ d: e } at c', 'token d=e at d']],
    ['claims of a variable, once', 'const claims = { a: b }; jwt.sign(claims, key); jwt.sign(claims, other)', ['token a=b at a']],
    ['nothing that it is not given', 'jwt.sign(claims, key)', []],
    ['claims as deep as somebody looks', 'jwt.sign({ a: { b: { c: { d: { e: f } } } } }, key)', ['a', 'b', 'c', 'd'].map((name, index, names) => `token ${name}=${names.slice(index + 1).reduceRight((inner, own) => `{ ${own}: ${inner} }`, '{ e: f }')} at ${name}`)],
  ])('%s', (_title, code, expected) => {
    expect(writtenIn(`import jwt from 'jsonwebtoken'\n${code}`)).toEqual(expected)
  })

  it('nothing to read where it is encrypted', () => {
    expect(writtenIn(`import { EncryptJWT } from 'jose'\nawait new EncryptJWT({ a: b }).setProtectedHeader({ alg: 'dir', enc: 'A128GCM' }).encrypt(key)`)).toEqual([])
  })
})
