import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import plugin from '../../lib/index.js'

/** A program after the repair of its session ID, and what the message says to use. */
function raised(code: string): readonly [code: string, use: string] {
  const config: Linter.Config = { plugins: { own: plugin }, rules: { 'own/no-weak-session-id': 'error' } }
  const [message] = new Linter({ cwd: '/' }).verify(code, [config], { filename: '/nowhere/file.js' })
  const use = / use (.*)\.$/.exec(message?.message ?? '')?.[1] ?? 'silent'
  const fix = message?.fix ?? message?.suggestions?.[0]?.fix
  return [fix ? code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1]) : 'no repair', use]
}

const NANOID = `import { nanoid, customAlphabet } from 'nanoid'\n`
const CRYPTO = `import { getRandomValues, randomBytes, randomInt } from 'node:crypto'\n`

describe('a generator draws enough', () => {
  it.each([
    ['bytes', `${CRYPTO}const sessionId = randomBytes(8)`, 'randomBytes(8)', 'randomBytes(32)', 'a size of 32'],
    ['bytes, whatever is kept of them', `${CRYPTO}const sessionId = randomBytes(4).toString('hex').slice(0, 30)`, `randomBytes(4).toString('hex').slice(0, 30)`, `randomBytes(32).toString('hex')`, 'a size of 32'],
    ['bytes, of which all are kept', `${CRYPTO}const sessionId = randomBytes(32).toString('hex').slice(0, 8)`, '.slice(0, 8)', '', 'all of it'],
    ['characters', `${NANOID}const sessionId = nanoid(8)`, 'nanoid(8)', 'nanoid(43)', 'a size of 43'],
    ['characters behind a text', `${NANOID}const sessionId = 's' + nanoid(8)`, 'nanoid(8)', 'nanoid(43)', 'a size of 43'],
    ['characters of few kinds', `${NANOID}const make = customAlphabet('abcdef', 8)\nconst sessionId = make()`, `'abcdef', 8`, `'abcdef', 100`, 'a size of 100'],
    ['characters of few kinds, as many as a call says', `${NANOID}const make = customAlphabet('abcdef', 100)\nconst sessionId = make(8)`, 'make(8)', 'make(100)', 'a length of 100'],
    ['characters, by a parameter', `${NANOID}function newSessionId(size = 8) { return nanoid(size) }`, 'size = 8', 'size = 43', 'a size of 43'],
    ['characters, by a function', `${NANOID}function make() { return nanoid(8) }\nconst sessionId = make()`, 'nanoid(8)', 'nanoid(43)', 'a size of 43'],
    ['characters, by an option', `import cryptoRandomString from 'crypto-random-string'\nconst sessionId = cryptoRandomString({ length: 10 })`, 'length: 10', 'length: 64', 'a length of 64'],
    ['an array', `${CRYPTO}const sessionId = Buffer.from(getRandomValues(new Uint8Array(8))).toString('hex')`, 'Uint8Array(8)', 'Uint8Array(32)', '32 bytes'],
    ['an array of another kind', `${CRYPTO}const sessionId = Buffer.from(getRandomValues(new Uint8ClampedArray(8))).toString('hex')`, 'Array(8)', 'Array(32)', '32 bytes'],
    ['an array of larger numbers', `${CRYPTO}const sessionId = getRandomValues(new Uint32Array(1)).join('')`, 'Array(1)', 'Array(8)', '32 bytes'],
    ['an array in a variable', `${CRYPTO}const bytes = new Uint8Array(8)\ngetRandomValues(bytes)\nconst sessionId = Buffer.from(bytes).toString('hex')`, 'Array(8)', 'Array(32)', '32 bytes'],
    ['a buffer', `${CRYPTO}const sessionId = getRandomValues(Buffer.alloc(8)).toString('hex')`, 'alloc(8)', 'alloc(32)', '32 bytes'],
  ])('%s', (_title, code, before, after, use) => {
    expect(raised(code)).toEqual([code.replace(before, after), use])
  })
})

describe('another generator draws instead', () => {
  const STRONG = `randomBytes(32).toString('base64url')`

  it.each([
    ['of two', `${CRYPTO}${NANOID}const sessionId = nanoid(4) + nanoid(4)`, 'nanoid(4) + nanoid(4)'],
    ['of one whose length is fixed', `${CRYPTO}import { v4 } from 'uuid'\nconst sessionId = v4().slice(0, 8)`, 'v4().slice(0, 8)'],
    ['of one that can be guessed', `${CRYPTO}import { v1 } from 'uuid'\nconst sessionId = v1().slice(0, 8)`, 'v1().slice(0, 8)'],
    ['of one that draws a number', `${CRYPTO}const sessionId = randomInt(1000)`, 'randomInt(1000)'],
    ['of bytes that are read as a number', `${CRYPTO}const sessionId = randomBytes(4).readUInt32BE(0)`, 'randomBytes(4).readUInt32BE(0)'],
  ])('%s', (_title, code, before) => {
    expect(raised(code)).toEqual([code.replace(before, STRONG), 'randomBytes(32) from node:crypto'])
  })
})
