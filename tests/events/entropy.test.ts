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
    ['this.nextId++', ''],
  ])('%s after %j counts', (expression, lines) => {
    expect(weaknessesOf(expression, lines)).toEqual(['counter'])
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
