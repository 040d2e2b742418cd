import { describe, expect, it } from 'vitest'
import { fileOf } from '../events-of.js'
import { inHandler } from './value-sent.js'

/** The comparisons of tokens in a program: by what, and the secret. */
function comparedIn(code: string): string[] {
  const file = fileOf(`${code}\n// session`)
  return (file?.of('tokensCompared') ?? []).map(({ by, secret }) => `${by} ${file?.context.sourceCode.getText(secret)}`)
}

describe('a token is compared', () => {
  it.each([
    ['with one of the request', 'req.body.token === user.token', ['=== user.token']],
    ['in another form', `String(req.body.token).trim() === decodeURIComponent(user.token)`, ['=== decodeURIComponent(user.token)']],
    ['in small letters', 'req.body.token.toLowerCase() === user.code.trimEnd()', ['=== user.code.trimEnd()']],
    ['in capital letters', 'req.body.code.trimStart() === user.token.toUpperCase()', ['=== user.token.toUpperCase()']],
    ['but is hidden in what a library makes of it', 'req.body.token.ltrim() === user.code', []],
    ['as bytes', `Buffer.from(req.body.token).equals(user.token)`, ['equals user.token']],
    ['as bytes, by a function', `Buffer.compare(Buffer.from(req.body.token), user.token) === 0`, ['compare user.token']],
    ['as the value of a cookie', `req.cookies.get('sid')?.value === user.code`, ['=== user.code']],
    ['as a header', `req.header('x-csrf-token') === user.code`, ['=== user.code']],
    ['as what a function trims', `trim(req.body.token) === user.token`, ['=== user.token']],
    ['with what one of two keys has signed', `req.body.token === (isOld ? createHmac('sha1', old) : createHmac('sha256', key)).update(req.body.text).digest('hex')`, [`=== (isOld ? createHmac('sha1', old) : createHmac('sha256', key)).update(req.body.text).digest('hex')`]],
    ['but is not what a word stands for', `widget('session token') === req.body.text`, []],
    ['as a part of a text', 'req.headers.authorization === `Bearer ${user.apiToken}`', ['=== `Bearer ${user.apiToken}`']],
    ['as a part of a sum', `req.headers.authorization === 'Bearer ' + user.apiToken`, [`=== 'Bearer ' + user.apiToken`]],
    ['or what stands for it', `(req.body.token || '') === user.code`, ['=== user.code']],
    ['as what is awaited', `req.headers.authorization === (await user.token)`, ['=== await user.token']],
    ['with a number behind its name', 'req.body.token === user.token_2', ['=== user.token_2']],
    ['with a text that must have a signature', `const signature = createHmac('sha256', key).update(req.body).digest('hex'); req.headers.sum === signature`, ['=== signature']],
    ['with a signature under another name', `const expected = 'v1=' + createHmac('sha256', key).update(req.body).digest('hex'); req.headers.sum === expected`, ['=== expected']],
    ['with a signature in a template', 'const expected = `v1=${createHmac("sha256", key).update(req.body).digest("hex")}`; req.headers.sum === expected', ['=== expected']],
    ['with a signature of a function', `const sign = (text) => createHmac('sha256', key).update(text).digest('hex'); req.headers.sum === sign(req.body)`, ['=== sign(req.body)']],
    ['with a signature that is awaited', `const sign = async (text) => createHmac('sha256', key).update(text).digest('hex'); req.headers.sum === (await sign(req.body))`, ['=== await sign(req.body)']],
    ['with a signature, in another form', `createHmac('sha256', key).update(req.body).digest('hex').toString() === req.headers.sum`, [`=== createHmac('sha256', key).update(req.body).digest('hex').toString()`]],
  ])('%s', (_title, comparison, expected) => {
    expect(comparedIn(inHandler(`${comparison.replace(/;? ?([^;]+)$/, '; if ($1) next()')}`, `import { createHmac, createHash } from 'node:crypto'`))).toEqual(expected)
  })

  it.each([
    ['with nothing', 'req.body.token === undefined'],
    ['with a text', `req.body.token === 'a'`],
    ['with a constant', `const TOKEN = 'a'; req.body.token === TOKEN`],
    ['with a list', `req.body.token === [user.token]`],
    ['with what has another name', 'req.body.code === user.code'],
    ['with what the server has as well', 'account.token === user.token'],
    ['with what the request has as well', 'req.query.token === req.body.token'],
    ['with what a page has', 'req.body.pageToken === page.nextToken'],
    ['with the version of a text', `req.get('if-none-match') === user.token`],
    ['with a hash, which anybody makes', `createHash('sha256').update(req.body.a).digest('hex') === req.body.sum`],
    ['with a hash of that name', `const signature = createHash('sha256').update(req.body.a).digest('hex'); req.body.sum === signature`],
    ['as two signatures', `createHmac('sha256', a).update(req.body.token).digest('hex') === createHmac('sha256', a).update(user.token).digest('hex')`],
    ['by a difference', `req.body.token - 1 === user.a - token`],
    ['to search for it', 'users.find((user) => user.token === req.body.token)'],
    ['to leave it out', 'users.filter((user) => { return user.token !== req.body.token })'],
    ['in an order of something else', 'Number.compare(req.body.token, user.token) === 0'],
    ['with too little', 'Buffer.compare(req.body.token) === 0'],
    ['by a function', 'equals(req.body.token, user.token)'],
    ['by an empty question', 'user.token.equals()'],
  ])('but not %s', (_title, comparison) => {
    expect(comparedIn(inHandler(`${comparison.replace(/;? ?([^;]+)$/, '; if ($1) next()')}`, `import { createHmac, createHash } from 'node:crypto'`))).toEqual([])
  })

  it.each([
    ['of what is called one, with a signature', `export const verify = (body, signature) => createHmac('sha256', key).update(body).digest('hex') === signature`, [`=== createHmac('sha256', key).update(body).digest('hex')`]],
    ['of what is called something else, with a signature', `export const verify = (body, given) => createHmac('sha256', key).update(body).digest('hex') === given`, []],
    ['of what is called one, with something else', `export const verify = (token, saved) => token === saved.token`, []],
  ])('or not: %s', (_title, code, expected) => {
    expect(comparedIn(`import { createHmac } from 'node:crypto'\n${code}`)).toEqual(expected)
  })
})
