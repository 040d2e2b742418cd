import { describe, expect, test } from 'vitest'
import type { Worth } from '../../lib/events/entropy.js'
import { createEntropy } from '../../lib/events/entropy-reader.js'
import { createGeneratorMatcher } from '../../lib/events/generators.js'
import { fileOf } from '../events-of.js'

/** What the expression behind `result =` is worth; the lines before it are the rest of the program. */
function worthOf(expression: string, lines = ''): Worth | undefined {
  const file = fileOf(`import crypto, { createHash, createHmac, randomBytes, randomInt, randomUUID } from 'node:crypto'\n${lines}\nconst result = ${expression} // session`)
  const last = file?.context.sourceCode.ast.body.at(-1)
  if (!file || last?.type !== 'VariableDeclaration' || !last.declarations[0]?.init) throw new Error('no expression')
  return createEntropy(file.context, createGeneratorMatcher(file.context)).worthOf(last.declarations[0].init)
}

function bitsOf(expression: string, lines = ''): number | undefined {
  const worth = worthOf(expression, lines)
  return worth && Math.round(worth.bits * 10) / 10
}

function weaknessesOf(expression: string, lines = ''): string[] | undefined {
  return worthOf(expression, lines)?.sources.map(({ weakness }) => weakness ?? 'drawn')
}

describe('a text carries what its bytes carry', () => {
  test.each([
    [`randomBytes(16)`, 128],
    [`randomBytes(16).toString('hex')`, 128],
    [`randomBytes(16).toString('base64')`, 128],
    [`randomBytes(16).toString('base64url')`, 128],
    [`randomBytes(16).toString('hex').toUpperCase().padStart(40, '0')`, 128],
    [`randomBytes(2 * 8).toString('hex')`, 128],
    [`Buffer.from(randomBytes(16)).toString('hex')`, 128],
    [`Buffer.concat([randomBytes(8), randomBytes(8)]).toString('hex')`, 128],
    [`encodeURIComponent(randomBytes(16).toString('base64'))`, 128],
    [`String(randomInt(1024))`, 10],
    [`randomInt(1024).toString(36)`, 10],
    [`parseInt(randomBytes(4).toString('hex'), 16)`, 32],
    [`parseInt(randomBytes(16).toString('hex'), 16)`, 53],
    [`randomBytes(16).readUInt32BE(0)`, 32],
    [`randomBytes(16)[0]`, 8],
    [`randomBytes(16)[0] % 10`, 3.3],
  ])('%s has %s bits', (expression, bits) => {
    expect(bitsOf(expression)).toBe(bits)
  })
})

describe('a cut keeps so many bits for each character', () => {
  test.each([
    [`randomBytes(16).toString('hex').slice(0, 10)`, 40],
    [`randomBytes(16).toString('base64').slice(0, 10)`, 60],
    [`randomBytes(16).toString('base64url').substring(0, 10)`, 60],
    [`randomBytes(16).toString('hex').substr(0, 10)`, 40],
    [`randomBytes(16).toString('hex').substr(4, 10)`, 40],
    [`randomBytes(16).toString('hex').slice(4, 10)`, 24],
    [`randomBytes(16).toString('hex').slice(-10)`, 40],
    [`randomBytes(16).toString('hex').slice(0, -22)`, 40],
    [`randomBytes(16).toString('hex').slice(22)`, 40],
    [`randomBytes(16).toString('hex').slice(0, 64)`, 128],
    [`randomBytes(16).toString('hex').charAt(3)`, 4],
    [`randomBytes(16).subarray(0, 5)`, 40],
    [`randomUUID().slice(0, 8)`, 32],
    [`randomUUID().split('-')[0]`, 32],
    [`randomUUID().split('-')[4]`, 48],
    [`randomUUID().replace(/-/g, '').slice(0, 10)`, 40],
    [`('s:' + randomBytes(16).toString('hex')).slice(0, 10)`, 40],
    [`btoa(randomBytes(16)).slice(0, 10)`, 60],
    [`Buffer.from(randomBytes(16)).toString('hex').slice(22)`, 40],
    [`createHash('sha256').update(randomBytes(32)).digest('hex').slice(54)`, 40],
    ['`${String.fromCharCode(randomInt(65, 91))}${String.fromCharCode(randomInt(65, 91))}`.slice(0, 1)', 4.7],
  ])('%s has %s bits', (expression, bits) => {
    expect(bitsOf(expression)).toBe(bits)
  })

  test('of a length that nobody sees is unknown', () => {
    expect(worthOf(`randomBytes(16).toString('hex').slice(0, size)`)).toBeUndefined()
  })

  test('of a guessable text is as guessable', () => {
    expect(weaknessesOf('Math.random().toString(36).slice(2, size)')).toEqual(['random'])
  })

  test('of a whole ID, by its name, is for showing', () => {
    expect(worthOf('sessionId.slice(0, 8)', 'const sessionId = randomUUID()')).toBeUndefined()
  })
})

describe('parts add up', () => {
  test.each([
    [`randomBytes(4).toString('hex') + randomBytes(4).toString('hex')`, 64],
    [`'sess_' + randomBytes(16).toString('hex')`, 128],
    ['`${Date.now()}-${randomBytes(16).toString("hex")}`', 128],
    [`Date.now() + Math.random()`, 0],
    [`'a'.concat(randomBytes(4).toString('hex'), 'b')`, 32],
    [`[Date.now(), randomBytes(4).toString('hex')].join('.')`, 32],
  ])('%s has %s bits', (expression, bits) => {
    expect(bitsOf(expression)).toBe(bits)
  })

  test.each(['secret + Date.now()', '`${Date.now()}.${secret}`', `[Date.now(), secret].join('.')`])('%s is unknown', (expression) => {
    expect(worthOf(expression)).toBeUndefined()
  })

  test('a prefix is no secret', () => {
    expect(weaknessesOf('`${prefix}_${Date.now()}`')).toEqual(['time'])
  })

  test('arithmetic makes no secret of a guessable number', () => {
    expect(weaknessesOf('Math.floor(Math.random() * limit) + offset')).toBeUndefined()
    expect(weaknessesOf('Math.floor(Math.random() * limit) - offset')).toEqual(['random'])
    expect(worthOf('randomInt(10) * factor')).toBeUndefined()
  })

  test('constants come from nowhere', () => {
    expect(worthOf(`'abc' + 1`)).toMatchObject({ bits: 0, sources: [] })
  })
})

describe('a digest', () => {
  test.each([
    [`createHash('sha256').update(randomBytes(8)).digest('hex')`, 64],
    [`createHash('sha256').update(randomBytes(64)).digest('hex')`, 256],
    [`createHash('md5').update(randomBytes(64)).digest('base64')`, 128],
    [`createHash('sha1').update(randomBytes(64)).digest()`, 160],
    [`createHash('sha256').update('salt').update(randomBytes(8)).digest('hex')`, 64],
    [`createHash('sha256').update(randomBytes(64)).digest('hex').slice(0, 10)`, 40],
    [`crypto.hash('sha256', randomBytes(8))`, 64],
  ])('%s has %s bits', (expression, bits) => {
    expect(bitsOf(expression)).toBe(bits)
  })

  test('of what is guessable is guessable', () => {
    expect(worthOf(`createHash('sha256').update(user.id + ':' + Date.now()).digest('hex')`)?.sources).toMatchObject([
      { weakness: 'user', isHashed: true },
      { weakness: 'time', isHashed: true },
    ])
  })

  test('of something that nobody sees is unknown', () => {
    expect(worthOf(`createHash('sha256').update(user.id).update(salt).digest('hex')`)).toBeUndefined()
    expect(worthOf(`createHash('sha256').update(user.email + user.password).digest('hex')`)).toBeUndefined()
    expect(worthOf(`createHmac('sha256', key).update(user.id).digest('hex')`)).toBeUndefined()
  })

  test('may be fed by statements', () => {
    expect(bitsOf(`hash.digest('hex')`, `const hash = createHash('sha256')\nhash.update(randomBytes(8))\nhash.update('x')`)).toBe(64)
  })
})

describe('pieces', () => {
  test.each([
    [`Array.from({ length: 8 }, () => randomInt(16).toString(16)).join('')`, '', 32],
    [`Array.from({ length: 8 }, () => 'abcdefghijklmnop'[randomInt(16)]).join('')`, '', 32],
    [`[...Array(8)].map(() => randomInt(16).toString(16)).join('')`, '', 32],
    [`new Array(8).fill().map(() => randomInt(16).toString(16)).join('')`, '', 32],
    [`Array.from(randomBytes(8), (byte) => byte.toString(16).padStart(2, '0')).join('')`, '', 64],
    [`Array.from(randomBytes(8)).map((byte) => 'abcd'[byte % 4]).join('')`, '', 16],
    [`[...randomBytes(8)].map((byte) => byte.toString(16)).join('')`, '', 64],
    ['id', `let id = ''\nfor (let i = 0; i < 8; i++) id += randomInt(16).toString(16)`, 32],
    ['id', `let id = ''\nfor (let i = 0; i < 8; i++) { id = id + randomInt(16).toString(16) }`, 32],
    ['id', `let id = ''\nfor (const byte of randomBytes(8)) id += 'abcd'[byte % 4]`, 16],
    ['id', `let id = ''\nfor (const byte of randomBytes(8)) id += byte.toString(16)`, 64],
    [`[randomBytes(16).toString('hex')].map((text) => text.charAt(0)).join('')`, '', 4],
    [`parts.join('')`, `const parts = []\nfor (let i = 0; i < 8; i++) parts.push(randomInt(16).toString(16))`, 32],
    ['bytes', 'const bytes = new Uint8Array(8)\ncrypto.getRandomValues(bytes)', 64],
    ['bytes', 'const bytes = Buffer.alloc(8)\ncrypto.randomFillSync(bytes)', 64],
    [`make(8)`, `function make(size) { return randomBytes(size).toString('hex') }`, 64],
    [`make()`, `const make = (size = 8) => randomBytes(size).toString('hex')`, 64],
    [`make(10)`, `function make(size) { return randomBytes(Math.ceil(size / 2)).toString('hex').slice(0, size) }`, 40],
    [`make()`, `function make() { return inner(4) + inner(4) }\nfunction inner(n) { return randomBytes(n).toString('hex') }`, 64],
    [`Ids.make()`, `class Ids { static make() { return randomBytes(8).toString('hex') } }`, 64],
  ])('%s after %j has %s bits', (expression, lines, bits) => {
    expect(bitsOf(expression, lines)).toBe(bits)
  })

  test.each([
    ['id', `let id = ''\nwhile (id.length < size) id += Math.random().toString(36)`],
    [`'xxxx-4xxx'.replace(/x/g, () => (Math.random() * 16 | 0).toString(16))`, ''],
    [`'abcdef'.split('').sort(() => Math.random() - 0.5).join('')`, ''],
    [`chars.charAt(Math.floor(Math.random() * chars.length))`, ''],
    [`alphabet[Math.floor(Math.random() * alphabet.length)]`, ''],
  ])('%s after %j is guessable', (expression, lines) => {
    expect(weaknessesOf(expression, lines)).toEqual(['random'])
  })

  test.each([
    ['id', `let id = ''\nfor (let i = 0; i < size; i++) id += randomInt(16).toString(16)`],
    ['tokens[Math.floor(Math.random() * tokens.length)]', ''],
    ['id', `let id = Math.random().toString(36)\nid = other()`],
    ['make()', 'function make() { return make() }'],
    ['make()', 'function* make() { yield Math.random() }'],
    ['bytes', 'const bytes = new Uint8Array(8)'],
  ])('%s after %j is unknown', (expression, lines) => {
    expect(worthOf(expression, lines)?.sources ?? []).toEqual([])
  })
})

describe('a counter', () => {
  test.each([
    ['++counter', 'let counter = 0'],
    ['String(counter++)', 'let counter = 0'],
    ['counter', 'let counter = 0\ncounter += 1'],
    ['counter', 'let counter = 0\ncounter++\n++counter'],
    ['this.requestCounter', ''],
    ['make(1)', 'function make(number) { return ++number }'],
    ['state.last_id', ''],
    ['this.nextId++', ''],
  ])('%s after %j counts', (expression, lines) => {
    expect(weaknessesOf(expression, lines)).toEqual(['counter'])
  })

  test.each([
    ['counter', 'let counter = 0\ncounter++\ncounter = other()'],
    ['counter', 'let counter = 0\ncounter--'],
    ['counter', 'let counter = 0\ncounter += step'],
    [`counter`, `let counter = 'a'\ncounter += 1`],
    ['counter', 'let counter\ncounter += 1'],
    ['counter', 'const counter = 0'],
    ['state[name]', ''],
    ['this.encounter', ''],
    ['options.prefix + Date.now()', ''],
  ])('is not %s after %j', (expression, lines) => {
    expect(weaknessesOf(expression, lines) ?? []).not.toContain('counter')
  })

  test('is not what counts the turns of a loop', () => {
    expect(worthOf('(() => { for (let i = 0; i < 3; i++) return i })()')).toBeUndefined()
  })
})

test('facts about a user are known to others', () => {
  for (const fact of ['user.id', 'req.user.email', 'account._id', 'userId', 'username', 'req.ip', `req.headers['user-agent']`]) {
    expect([fact, weaknessesOf(fact)]).toEqual([fact, ['user']])
  }
  for (const other of ['user.secret', 'user.sessionId', 'id', 'order.id', 'config.name']) expect([other, worthOf(other)]).toEqual([other, undefined])
})

test('a sum of many parts is given up, not followed to its end', () => {
  const sum = Array.from({ length: 500 }, () => 'Math.random()').join(' + ')
  expect(worthOf(sum)).toBeUndefined()
})

describe('however it is written', () => {
  test.each([
    [`escape(randomBytes(16).toString('hex'))`, '', 128],
    [`btoa(randomBytes(16).toString('hex'))`, '', 128],
    ['String.fromCharCode(randomInt(26))', '', 4.7],
    ['String.fromCharCode(randomInt(65, 91))', '', 4.7],
    ['String.fromCodePoint(randomInt(26))', '', 4.7],
    ['Uint8Array.from(randomBytes(4))', '', 32],
    ['new Uint8Array(randomBytes(4))', '', 32],
    [`Buffer.from(randomBytes(16).toString('hex'))`, '', 128],
    ['Buffer.concat([randomBytes(4), randomBytes(4)])', '', 64],
    ['Math.max(randomInt(16), randomInt(16))', '', 8],
    [`Number(randomBytes(16).toString('hex'))`, '', 53],
    [`Number.parseInt(randomBytes(16).toString('hex').slice(0, 4), 16)`, '', 16],
    ['make(...sizes)', `function make(size = 8) { return randomBytes(size).toString('hex') }`, 64],
    ['new Promise((resolve) => randomBytes(16, (error, buffer) => resolve(buffer)))', '', 128],
    [`await new Promise((resolve) => randomBytes(16, (error, buffer) => resolve(buffer.toString('hex').slice(0, 8))))`, '', 32],
    ['new Promise((resolve) => { setTimeout(resolve, 10); randomBytes(16, (error, buffer) => resolve(buffer)) })', '', 128],
    ['randomInt(5, 13)', '', 3],
    ['crypto.getRandomValues(new Uint32Array(4))', '', 128],
    ['crypto.getRandomValues(Buffer.allocUnsafe(3))', '', 24],
    ['crypto.getRandomValues(array)', 'const array = new BigUint64Array(2)', 128],
    ['crypto.randomUUID().toUpperCase()', '', 122],
    [`randomUUID().split('-')[1]`, '', 16],
    [`randomUUID().split('-').join('')`, '', 122],
    [`'abcdefgh'[randomInt(8)]`, '', 3],
    ['charset[randomInt(8)]', '', 3],
    ['randomBytes(16)[i]', '', 8],
    ['randomInt(100) + randomInt(100)', '', 13.3],
    ['randomInt(100) % 8', '', 3],
    ['randomInt(4) % 8', '', 2],
    ['randomInt(100) / 2', '', 6.6],
    ['randomInt(100) ** 2', '', 6.6],
    ['randomInt(100) << 2', '', 6.6],
    ['-randomInt(4)', '', 2],
    ['~randomInt(4)', '', 2],
    [`(1, randomBytes(16).toString('hex'))`, '', 128],
    [`(1, 2, randomBytes(16).toString('hex'))`, '', 128],
    [`(id = randomBytes(16).toString('hex'))`, 'let id', 128],
    [`randomBytes(16).toString('hex') || Math.random()`, '', 128],
    [`randomBytes(16).toString('hex') || Date.now()`, '', 128],
    [`ok ? randomBytes(16).toString('hex') : randomUUID()`, '', 122],
    [`ok ? randomBytes(16).toString('hex') : randomBytes(2)`, '', 16],
    [`typeof crypto === 'object' ? randomBytes(16).toString('hex') : Math.random()`, '', 128],
    [`ok ? 'x' : randomBytes(2)`, '', 16],
    ['`${randomInt(100)}`', '', 6.6],
    [`randomInt(10) + 'a'`, '', 3.3],
    ['randomBytes(4) + randomBytes(4)', '', 64],
    ['make()', `function make() { if (typeof crypto !== 'undefined') return randomBytes(16).toString('hex'); return Math.random() }`, 128],
    ['make()', `function make() { if (log) print(); if (typeof crypto !== 'undefined') return randomBytes(16).toString('hex'); return Math.random() }`, 128],
    ['make()', `function make() { try { return randomBytes(16).toString('hex') } catch { return Date.now() } }`, 128],
    ['make()', `function make() { if (a) return; return randomBytes(16).toString('hex') }`, 128],
    ['a()', `const a = () => b(); const b = () => c(); const c = () => d(); const d = () => e(); const e = () => f(); const f = () => randomBytes(16).toString('hex')`, 128],
    ['randomBytes(size)', `const size = 'abcd'.length`, 32],
    ['randomBytes(list.length)', 'const list = [1, 2, 3]', 24],
    ['randomBytes(2 + 2)', '', 32],
    ['randomBytes(10 - 2)', '', 64],
    ['randomBytes(16 / 2)', '', 64],
    ['randomBytes(Math.ceil(4.5))', '', 40],
    ['randomBytes(Math.floor(4.5))', '', 32],
    ['randomBytes(Math.round(4.4))', '', 32],
    ['randomBytes(Math.trunc(4.9))', '', 32],
    ['randomBytes(Math.max(4, 5))', '', 40],
    [`[randomInt(16), , randomInt(16)].join('')`, '', 8],
    ['[...randomBytes(8), 1]', '', 64],
    ['[...randomBytes(8)]', '', 64],
    ['[randomBytes(8)]', '', 64],
    [`Array.from(randomBytes(16).toString('hex'))`, '', 128],
    ['Array.from({ length: 4 }, make)', 'const make = () => randomInt(16)', 16],
    ['_.times(4, () => randomInt(16))', '', 16],
    ['randomBytes(8).filter((byte) => byte < 200)', '', 64],
    ['randomBytes(8).reverse()', '', 64],
    [`randomBytes(16).toString('hex').split('')`, '', 128],
    [`randomBytes(16).toString('hex').split('').reverse().join('')`, '', 128],
    [`[1, 2, 3].map(() => randomInt(16)).join('')`, '', 12],
    ['[randomInt(4), randomInt(4)].map((n) => n.toString(36))', '', 4],
    [`randomBytes(8).map((byte) => 'ab'[byte % 2])`, '', 8],
    [`randomBytes(16).toString('hex').split('').sort(() => Math.random() - 0.5).join('')`, '', 128],
    ['id', `let id = ''\nfor (let i = 0; i <= 7; i++) id += randomInt(16).toString(16)`, 32],
    ['id', `let id = ''\nfor (let i = 2; i < 8; i++) id += randomInt(16).toString(16)`, 24],
    ['id', `let id = ''\nfor (let i = 8; i > 0; i--) id += randomInt(16).toString(16)`, 32],
    ['id', `let id = ''\nfor (const key of [1, 2]) id += randomInt(16).toString(16)`, 8],
    ['id', `let id = ''\nwhile (id.length < 8) id += randomInt(16).toString(16)`, 36],
    ['id', `let id = ''\nwhile (id.length <= 8) id += randomInt(16).toString(16)`, 36],
    ['id', `let id = ''\nwhile (id.length < 12) id += randomBytes(16).toString('hex').slice(0, 4)`, 64],
    ['id', `let id = ''\nfor (let i = 0; i < 2; i++) for (let j = 0; j < 4; j++) id += randomInt(16).toString(16)`, 32],
    ['id', `let id = 'a'\nid = id + randomBytes(16).toString('hex')`, 128],
    ['id', `let id = null\nid += randomBytes(4).toString('hex')`, 32],
    ['id', `let id = 'a'\nid = randomBytes(16).toString('hex') + id`, 128],
    [`parts.join('')`, `const parts = []\nparts.push(randomInt(16), randomInt(16))`, 8],
    [`parts.join('')`, `const parts = ['a']\nparts.push(randomInt(16))`, 4],
    [`parts.join('')`, `const parts = []\nparts.unshift(randomInt(16))`, 4],
    ['bytes', `const { getRandomValues } = crypto; const bytes = new Uint8Array(8)\ngetRandomValues(bytes)`, 64],
    ['randomInt(100).toString(radix)', '', 6.6],
    ['randomBytes(4).toString()', '', 32],
    [`randomBytes(4).toString('latin1')`, '', 32],
    ['randomBytes(4).toString(encoding)', '', 32],
    [`randomBytes(16).toString('hex').slice(0)`, '', 128],
    [`randomBytes(16).toString('hex').slice(2, -2)`, '', 112],
    [`randomBytes(16).toString('hex').slice(-8, -4)`, '', 16],
    [`randomBytes(16).toString('hex').slice(-40)`, '', 128],
    [`randomBytes(16).toString('hex').slice(40)`, '', 0],
    [`randomBytes(16).toString('hex').substr(2)`, '', 120],
    [`randomBytes(16).toString('hex').substr(2, -1)`, '', 0],
    [`randomBytes(16).toString('hex').slice(4, 2)`, '', 0],
    [`randomBytes(16).toString('hex').slice(0, 0)`, '', 0],
    ['String(randomInt(1000)).slice(0, 2)', '', 6.6],
    ['String(randomInt(1000)).slice(2)', '', 10],
    ['String(randomInt(1000)).slice(-2)', '', 6.6],
    ['String(randomInt(1000)).slice(1, -1)', '', 10],
    [`randomBytes(16).toString('hex').charAt(i)`, '', 4],
    [`randomBytes(16).toString('hex').at(0)`, '', 4],
    [`'abcd'.charAt(randomInt(4))`, '', 2],
    ['chars.charAt(randomInt(4))', '', 2],
    [`randomBytes(16).toString('hex').replace(/a/, 'b')`, '', 128],
    [`randomBytes(16).toString('hex').replaceAll('a', 'b')`, '', 128],
    [`randomBytes(16).toString('hex').concat('a')`, '', 128],
    ['randomBytes(4).concat(randomBytes(4))', '', 64],
    [`randomBytes(16).toString('hex').then((x) => x.slice(0, 4))`, '', 16],
    [`randomBytes(16).toString('hex').catch(other)`, '', 128],
    [`randomBytes(16).toString('hex').finally(other)`, '', 128],
    ['randomInt(4).toFixed()', '', 2],
    ['randomBytes(4).toJSON()', '', 32],
    ['randomBytes(16).readUInt8(0)', '', 8],
    ['randomBytes(16).readInt16LE(0)', '', 16],
    ['randomBytes(16).readUInt32BE(0)', '', 32],
    ['randomBytes(2).readUInt32LE(0)', '', 16],
    [`createHash('sha256').update(randomBytes(8)).digest()`, '', 64],
    [`createHash('SHA256').update(randomBytes(64)).digest('base64url')`, '', 256],
    [`createHash(algorithm).update(randomBytes(64)).digest('hex')`, '', 512],
    [`createHash('whirlpool').update(randomBytes(64)).digest('hex')`, '', 512],
    [`createHash('sha256').update(randomBytes(8)).digest('latin1')`, '', 64],
    [`createHash('sha256').update(randomBytes(8)).digest(encoding)`, '', 64],
    [`hash.digest('hex')`, `const hash = createHash('sha256')\nhash.update(randomBytes(8))\nhash.copy(randomBytes(8))`, 64],
    [`hash.digest('hex')`, `const hash = createHash('sha256').update(randomBytes(4))\nhash.update(randomBytes(4), 'utf8')`, 64],
    [`(randomBytes(16).toString('hex').toUpperCase() as string).slice(0, 4)`, '', 16],
    ['token.slice(0, 2)', `const token = randomBytes(16).toString('hex')`, 8],
    ['getSessionId().slice(0, 2)', `const getSessionId = () => randomBytes(16).toString('hex')`, 8],
    [`prefix + randomBytes(16).toString('hex')`, '', 128],
    ['id', `const id = randomBytes(16).toString('hex'); `, 128],
    ['id', `let id = randomBytes(16).toString('hex'); `, 128],
    ['window.crypto.randomUUID()', '', 122],
    ['make(12)', `import { customAlphabet } from 'nanoid'; const make = customAlphabet('abcd', 10)`, 24],
    ['make()', `import { customAlphabet } from 'nanoid'; const make = customAlphabet('abcd', 10)`, 20],
    ['promisify(randomBytes)(8)', `import { promisify } from 'node:util'`, 64],
    ['run(8)', `import { promisify } from 'node:util'; const run = promisify(randomBytes)`, 64],
    ['util.promisify(randomBytes)(8)', `import util from 'node:util'`, 64],
    [`cryptoRandomString({ length: 10, type: 'hex' })`, `import cryptoRandomString from 'crypto-random-string'`, 40],
    ['cryptoRandomString({ length: 10 })', `import cryptoRandomString from 'crypto-random-string'`, 40],
    ['randomstring.generate(8)', `import randomstring from 'randomstring'`, 47.6],
    ['randomstring.generate()', `import randomstring from 'randomstring'`, 190.4],
    ['randomstring.generate({ length: 8 })', `import randomstring from 'randomstring'`, 47.6],
    [`randomstring.generate({ length: 8, charset: 'numeric' })`, `import randomstring from 'randomstring'`, 26.6],
    [`ok ? randomBytes(2) : 'x'`, '', 16],
    [`Buffer.concat([randomBytes(16), randomBytes(16)]).toString('hex').slice(8)`, '', 256],
    [`[randomBytes(16).toString('hex'), randomBytes(16).toString('hex')].join('').slice(0, 40)`, '', 160],
    [`parts.join('-')`, `const parts = [randomBytes(2).toString('hex')]\nparts.push(randomBytes(16).toString('hex'))`, 144],
    [`bytes.toString('hex')`, `const bytes = randomBytes(16)\nbytes[6] = (bytes[6] & 0x0f) | 0x40`, 128],
  ])('%s after %j has %s bits', (expression, lines, bits) => {
    expect(bitsOf(expression, lines)).toBe(bits)
  })

  test.each([
    ['new Date(Date.now())', '', 'time'],
    ['new Date(Date.now()).getTime()', '', 'time'],
    ['Date.now().toString()', '', 'time'],
    ['new Date().toISOString()', '', 'time'],
    ['BigInt(Math.random() * 10)', '', 'random'],
    ['btoa(Math.random())', '', 'random'],
    ['String.fromCharCode(65 + Math.floor(Math.random() * 26))', '', 'random'],
    [`Buffer.from(String(Date.now())).toString('base64')`, '', 'time'],
    ['Math.max(Math.random(), x)', '', 'random'],
    ['parseFloat(String(Date.now()))', '', 'time'],
    [`String(Math.random()).split('.')[1]`, '', 'random'],
    ['[Math.random(), Math.random()][0]', '', 'random random'],
    [`Date['now']()`, '', 'time'],
    [`user['id']`, '', 'user'],
    ['Math.random() % size', '', 'random'],
    ['+Math.random()', '', 'random'],
    ['(n += 1)', 'let n = 0', 'counter'],
    [`ok ? randomBytes(16).toString('hex') : Math.random()`, '', 'random'],
    ['ok ? Math.random() : Date.now()', '', 'random'],
    ['make()', `function make() { if (ready) return randomBytes(16).toString('hex'); return Math.random() }`, 'random'],
    ['Array.from({ length: size }, () => Math.random())', '', 'random'],
    [`_.times(size, () => Math.random()).join('')`, '', 'random'],
    ['id', `let id = ''\nfor (let i = start; i < 8; i++) id += Math.random()`, 'random'],
    ['id', `let id = ''\n;[1, 2].forEach(() => { id += Math.random() })`, 'random'],
    ['Math.random().toString(36)', '', 'random'],
    ['Math.random().toString()', '', 'random'],
    [`'xxx'.replaceAll('x', () => Math.random())`, '', 'random'],
    ['new Date().getTime()', '', 'time'],
    ['new Date().valueOf()', '', 'time'],
    [`process.hrtime().join('')`, '', 'time'],
    ['process.hrtime()[1]', '', 'time'],
    ['uid', 'const uid = userId', 'user'],
    ['process.pid', '', 'process'],
    ['os.hostname() + Date.now()', `import os from 'node:os'`, 'process time'],
    ['hostname()', `import { hostname } from 'node:os'`, 'process'],
    ['globalThis.Math.random()', '', 'random'],
    ['new Date', '', 'time'],
  ])('%s after %j is as guessable as %s', (expression, lines, weaknesses) => {
    expect(bitsOf(expression, lines)).toBe(0)
    expect(weaknessesOf(expression, lines)?.join(' ')).toBe(weaknesses)
  })

  test.each([
    ['new Date(user.birthday)', ''],
    ['new Date(randomInt(100))', ''],
    [`BigInt('0x' + randomBytes(16).toString('hex'))`, ''],
    ['String.fromCharCode(randomInt(26), randomInt(26))', ''],
    [`Buffer.from('abc')`, ''],
    ['Math.max(randomInt(10), x)', ''],
    ['Math.round(x)', ''],
    [`encodeURI(randomBytes(16).toString('hex'))`, ''],
    ['String(...list)', ''],
    ['String()', ''],
    ['make(...sizes)', `function make(size) { return randomBytes(size).toString('hex') }`],
    ['new Id()', 'function Id() { return randomBytes(8) }'],
    ['make(4)', `function make({ size }) { return randomBytes(size).toString('hex') }`],
    ['new Promise((resolve) => { resolve() })', ''],
    ['new Promise((resolve) => { resolve(Date.now()); resolve(other) })', ''],
    ['new Later((resolve) => resolve(Date.now()))', ''],
    ['new Promise(run)', 'const run = (resolve) => resolve(Date.now())'],
    ['new Promise()', ''],
    ['id', 'let id; randomBytes(16, (error, buffer) => { id = buffer })'],
    [`promise.then((bytes) => bytes.toString('hex'))`, 'const promise = later(randomBytes(16))'],
    ['randomInt(5, max)', ''],
    ['randomInt(min, 13)', ''],
    ['randomInt(13, 5)', ''],
    ['randomInt(max)', ''],
    ['crypto.getRandomValues(new Uint16Array(size))', ''],
    ['crypto.getRandomValues(array)', ''],
    ['crypto.getRandomValues(new Array(4))', ''],
    ['crypto.getRandomValues(new Uint8Array())', ''],
    [`randomUUID().split('')[1]`, ''],
    [`randomUUID().split('-')[i]`, ''],
    ['randomUUID()[0]', ''],
    [`randomBytes(16).toString('hex')[0]`, ''],
    ['list[randomInt(8)]', ''],
    ['charset[2]', ''],
    [`'abc'[2]`, ''],
    ['randomInt(100) % size', ''],
    ['randomInt(100) > 2', ''],
    ['!randomInt(4)', ''],
    ['typeof randomInt(4)', ''],
    [`(id += randomBytes(16).toString('hex'))`, `let id = ''`],
    ['(n -= 1)', 'let n = 0'],
    ['n--', 'let n = 0'],
    [`a && randomBytes(16).toString('hex')`, ''],
    [`a || randomBytes(16).toString('hex')`, ''],
    [`ok ? randomBytes(16).toString('hex') : other`, ''],
    ['`a${other}`', ''],
    ['make()', 'function make() { return }'],
    ['make()', `function make() { if (a) return other; return randomBytes(16).toString('hex') }`],
    ['a()', `const a = () => b(); const b = () => c(); const c = () => d(); const d = () => e(); const e = () => f(); const f = () => g(); const g = () => randomBytes(16).toString('hex')`],
    [`make('a').length`, 'const make = (x) => x'],
    ['randomBytes(16 % 9)', ''],
    ['randomBytes(2 ** 3)', ''],
    ['make()', 'function make(size = 4) { return () => randomBytes(size) }'],
    ['[other, randomBytes(8)]', ''],
    ['Array(size)', ''],
    ['Array()', ''],
    ['List(8)', ''],
    [`list.from(randomBytes(16).toString('hex'))`, ''],
    ['Array.from({ length: size }, () => randomInt(16))', ''],
    ['Array.from(other, () => randomInt(16))', ''],
    ['Array.from()', ''],
    ['_.times(size, () => randomInt(16))', ''],
    ['_.times(4)', ''],
    ['_.times(4, other)', ''],
    ['randomBytes(8).flatMap((byte) => byte)', ''],
    ['randomBytes(8).map(other)', ''],
    [`'abc'.split('').map(() => randomInt(16)).join('')`, ''],
    ['id', `let id = ''\nfor (let i = 0; i < 8; i += 2) id += randomInt(16).toString(16)`],
    ['id', `let id = ''\nfor (let i = start; i < 8; i++) id += randomInt(16).toString(16)`],
    ['id', `let id = ''\nlet i = 0; for (; i < 8; i++) id += randomInt(16).toString(16)`],
    ['id', `let id = ''\nfor (;;) id += randomInt(16).toString(16)`],
    ['id', `let id = ''\nfor (const key in list) id += randomInt(16).toString(16)`],
    ['id', `let id = ''\ndo { id += randomInt(16).toString(16) } while (id.length < 8)`],
    ['id', `let id = ''\nwhile (8 > id.length) id += randomInt(16).toString(16)`],
    ['id', `let id = ''\nwhile (id.size < 8) id += randomInt(16).toString(16)`],
    ['id', `let id = ''\nwhile (id.length > 8) id += randomInt(16).toString(16)`],
    ['id', `let id = ''\nwhile (ready) id += randomInt(16).toString(16)`],
    ['id', `let id = ''\nlist.forEach(() => { id += randomInt(16).toString(16) })`],
    ['id', `let id = 'a'\nid = id - randomBytes(16).toString('hex')`],
    ['id', `let id = 'a'\nid = id.concat(randomBytes(16).toString('hex'))`],
    ['id', `let id = 'a'\nid = other + randomBytes(16).toString('hex')`],
    ['id', `let id = 'a'\nid -= randomBytes(16).toString('hex')`],
    ['id', `let id = 'a'\nid += randomBytes(16).toString('hex')\nid = 'x'`],
    ['id', `let id = 'a'\nid += randomBytes(16).toString('hex')\n;[id] = list`],
    ['id', `let id = 1\nid += randomInt(16)`],
    ['id', 'let id = this.sequence\nid += randomInt(16)'],
    ['id', `let id = ''\nid &&= id + randomBytes(8).toString('hex')`],
    ['id', `var id = ''\nvar id = other\nid += randomBytes(8).toString('hex')`],
    ['id', `let id = ''\nfor (const { length } of [randomBytes(8), randomBytes(8)]) id += length`],
    ['id', `let id = ''\nid += other`],
    ['id', `let id = other\nid += Math.random()`],
    [`parts.join('')`, `const parts = []\nparts.push(other)`],
    ['bytes', `const bytes = new Uint8Array(8)\ncrypto.randomFill(bytes, done)`],
    ['bytes', `const bytes = new Uint8Array(8)\nfill(bytes)`],
    ['bytes', `const bytes = new Uint8Array(8)\ncrypto.getRandomValues(other, bytes)`],
    ['bytes', `const bytes = new Uint8Array(8)\ngetRandomValues(bytes)`],
    [`randomBytes(16).toString('hex').slice()`, ''],
    [`(randomBytes(16).toString('hex') + other).slice(0, 4)`, ''],
    ['[randomInt(4), randomInt(4)].slice(0, 1)', ''],
    [`'abcd'.charAt()`, ''],
    [`'abcd'.charAt(2)`, ''],
    ['chars.at(randomInt(4))', ''],
    [`randomBytes(16).toString('hex').replace(/a/g, other)`, ''],
    [`randomBytes(16).toString('hex').replace(/a/g, () => Math.random())`, ''],
    [`'xxx'.replace(/x/g, () => randomInt(16))`, ''],
    [`randomBytes(16).toString('hex').replace(/a/g)`, ''],
    [`randomBytes(16).toString('hex').replace(/a/g, randomBytes(16).toString('hex'))`, ''],
    [`randomBytes(16).toString('hex').concat(other)`, ''],
    [`later(randomBytes(16).toString('hex')).then((x) => x)`, ''],
    [`randomBytes(16).toString('hex').then()`, ''],
    ['randomBytes(4).valueOf()', ''],
    ['randomInt(5).valueOf()', ''],
    [`randomBytes(16).toString('hex').readUInt8(0)`, ''],
    [`randomBytes(16).toString('hex').unknown()`, ''],
    [`slice(randomBytes(16).toString('hex'))`, ''],
    ['this.slice(2)', ''],
    [`createHash('sha256').digest('hex')`, ''],
    [`createHash('sha256').copy(randomBytes(8)).digest('hex')`, ''],
    [`hash.digest('hex')`, `const hash = createHash('sha256')\nother.update(hash, randomBytes(8))`],
    [`hash.digest('hex')`, ''],
    ['md5(Date.now()).digest()', ''],
    [`randomBytes(8).digest('hex')`, ''],
    ['digest(randomBytes(8))', ''],
    [`crypto.hash('sha256', other)`, ''],
    [`crypto.hash('sha256', 'abc')`, ''],
    [`randomBytes(16).toString('hex').padStart(40, '0').length`, ''],
    ['sessionId.slice(2)', `const sessionId = randomBytes(16).toString('hex')`],
    ['sid.slice(2)', `const sid = randomBytes(16).toString('hex')`],
    ['bytes.length', 'const bytes = randomBytes(8)'],
    ['prefix + other', ''],
    ['id', `let id = randomBytes(16).toString('hex'); id = other()`],
    ['process.env.pid', ''],
    ['Date.now', ''],
    ['uuid(options)', `import { v4 as uuid } from 'uuid'`],
    ['nanoid(...sizes)', `import { nanoid } from 'nanoid'`],
    ['nanoid(size)', `import { nanoid } from 'nanoid'`],
    ['make()', `import { customAlphabet } from 'nanoid'; const make = customAlphabet(chars, 10)`],
    ['make()', `import { customAlphabet } from 'nanoid'; const make = customAlphabet('abcd', size)`],
    ['promisify(randomBytes, 8)', `import { promisify } from 'node:util'`],
    ['util.inspect(randomBytes)(8)', `import util from 'node:util'`],
    ['cryptoRandomString({ length: 10, type })', `import cryptoRandomString from 'crypto-random-string'`],
    [`cryptoRandomString({ length: 10, characters: 'abcd' })`, `import cryptoRandomString from 'crypto-random-string'`],
    ['cryptoRandomString({ length: size })', `import cryptoRandomString from 'crypto-random-string'`],
    [`cryptoRandomString({ length: 10, type: 'klingon' })`, `import cryptoRandomString from 'crypto-random-string'`],
    ['cryptoRandomString({ length: 10, ...options })', `import cryptoRandomString from 'crypto-random-string'`],
    ['cryptoRandomString(options)', `import cryptoRandomString from 'crypto-random-string'`],
    [`randomstring.generate({ charset: 'hex' })`, `import randomstring from 'randomstring'`],
    ['randomstring.generate(size)', `import randomstring from 'randomstring'`],
    [`parts.join('') + Date.now()`, `const parts = []\nparts.push(secret)`],
    [`parts.join('') + Date.now()`, `const parts = ['a']\nparts.unshift(secret)`],
    [`parts.join('') + Date.now()`, `const parts = new Array(8)\nfor (let i = 0; i < 8; i++) parts[i] = secret[i]`],
    [`parts.join('')`, `const parts = [Date.now()]\nparts.splice(0, 1, secret)`],
    [`parts.join('')`, `const parts = []\nparts.push(Date.now())\nparts[0] = secret`],
    [`parts.join('')`, `const parts = [Date.now()]\nparts.fill(secret)`],
    ['randomBytes(size)', '/* global size */'],
    ['randomBytes(size)', 'const { size = 16 } = settings'],
    ['randomBytes(16 * sizes.length)', 'import sizes from "./sizes.js"'],
    ['getList()()[randomInt(8)]', ''],
  ])('%s after %j is unknown', (expression, lines) => {
    expect(worthOf(expression, lines)).toBeUndefined()
  })

  test.each(['`a${1}b`', '1 + 1', '1n', 'null', '/a/', 'true', `'a' + true`, 'Array(8)', 'Array.from({ length: 4 })', `'abcdef'.split('').sort().join('')`, `ok ? 'a' : 'b'`])('%s comes from nowhere', (expression) => {
    expect(worthOf(expression)).toMatchObject({ bits: 0, sources: [] })
  })
})

test('a long call is told by what is called', () => {
  const codeOf = (expression: string) => worthOf(expression)?.sources[0]?.code
  expect(codeOf('crypto\n  .randomBytes(\n    16,\n  )')).toBe('crypto .randomBytes( 16, )')
  expect(codeOf(`crypto\n  .randomBytes(numberOfBytesFor('sessions') || 2 + 2 + 2 + 2)`)).toBeUndefined()
  expect(codeOf('crypto\n  .randomBytes(2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2)')).toBe('crypto.randomBytes(…)')
})

test('what is cut off a text that is written out is no cut', () => {
  expect(worthOf(`'session'.slice(0, 4) + randomBytes(4).toString('hex')`)?.cuts).toEqual([])
  expect(worthOf(`randomBytes(8).toString('hex').slice(0, 4)`)?.cuts).toHaveLength(1)
})
