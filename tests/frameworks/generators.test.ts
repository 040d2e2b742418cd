import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generatorTables } from '../../lib/frameworks/generators/index.js'
import { fileOf } from '../events-of.js'

/** What is read of the expression that makes a session ID: how many bits, and what makes it guessable. */
function worthIn(code: string, filename?: string): string[] {
  const file = fileOf(code, filename === undefined ? {} : { filename })
  return (file?.of('sessionIdGenerated') ?? []).map(({ worth }) => {
    const [weakness] = worth.sources.flatMap((source) => source.weakness ?? [])
    return [`${Math.floor(worth.bits)} bits`, weakness, worth.isUuid && 'UUID'].filter(Boolean).join(', ')
  })
}

/** A program that makes an ID of an expression, behind some lines that import what is in it. */
function made(lines: string, expression: string): string[] {
  return worthIn(`${lines}\nexport function generateSessionToken() { return ${expression} }\n// user`)
}

test.each([
  ['crypto.randomBytes(20)', '160 bits'],
  ['crypto.pseudoRandomBytes(20)', '160 bits'],
  ['crypto.randomUUID()', '122 bits, UUID'],
  ['crypto.webcrypto.randomUUID()', '122 bits, UUID'],
  ['crypto.randomInt(1024)', '10 bits'],
  ['crypto.randomInt(24, 1024 + 24)', '10 bits'],
  ['crypto.getRandomValues(new Uint32Array(4))', '128 bits'],
  ['crypto.webcrypto.getRandomValues(new Uint8Array(16))', '128 bits'],
  ['crypto.randomFillSync(Buffer.alloc(16))', '128 bits'],
])('%s of Node is worth %s', (expression, worth) => {
  expect(made(`import crypto from 'node:crypto'`, expression)).toEqual([worth])
  expect(made(`import * as crypto from 'crypto'`, expression)).toEqual([worth])
  expect(made(`const crypto = require('node:crypto')`, expression)).toEqual([worth])
})

test.each([
  [`import { randomBytes } from 'node:crypto'`, 'randomBytes(16)'],
  [`import { randomBytes as draw } from 'crypto'`, 'draw(16)'],
  [`const { randomBytes } = require('crypto')`, 'randomBytes(16)'],
  [`const randomBytes = require('crypto').randomBytes`, 'randomBytes(16)'],
  [`import crypto from 'crypto'\nconst { randomBytes: draw } = crypto`, 'draw(16)'],
  [`import { promisify } from 'util'\nimport { randomBytes } from 'crypto'\nconst draw = promisify(randomBytes)`, 'await draw(16)'],
  [`import util from 'node:util'\nimport crypto from 'node:crypto'`, 'await util.promisify(crypto.randomBytes)(16)'],
])('%s', (lines, expression) => {
  expect(worthIn(`${lines}\nexport async function generateSessionToken() { return ${expression} }`)).toEqual(['128 bits'])
})

test.each(['crypto', 'globalThis.crypto', 'window.crypto', 'self.crypto'])('the generator of the web is known as %s', (name) => {
  expect(made('', `${name}.randomUUID()`)).toEqual(['122 bits, UUID'])
})

test.each([
  ['Math.random().toString(36)', 'random'],
  ['Date.now().toString(36)', 'time'],
  ['String(+new Date())', 'time'],
  ['new Date().getTime().toString()', 'time'],
  ['String(performance.now())', 'time'],
  ['process.hrtime.bigint().toString()', 'time'],
  ['String(process.hrtime()[1])', 'time'],
  ['String(process.uptime())', 'time'],
  ['String(process.pid)', 'process'],
])('%s is guessable by its %s', (expression, weakness) => {
  expect(made('', expression)).toEqual([`0 bits, ${weakness}`])
})

test.each([
  [`import { v4 } from 'uuid'`, 'v4()', '122 bits, UUID'],
  [`import { v4 as uuidv4 } from 'uuid'`, 'uuidv4()', '122 bits, UUID'],
  [`import * as uuid from 'uuid'`, 'uuid.v4()', '122 bits, UUID'],
  [`const uuid = require('uuid')`, 'uuid.v4()', '122 bits, UUID'],
  [`const uuid = require('uuid/v4')`, 'uuid()', '122 bits, UUID'],
  [`const uuid = require('uuid')`, 'uuid()', '122 bits, UUID'],
  [`import { v1 } from 'uuid'`, 'v1()', '0 bits, time'],
  [`const uuid = require('uuid/v1')`, 'uuid()', '0 bits, time'],
  [`import { v6 } from 'uuid'`, 'v6()', '61 bits'],
  [`import { v7 } from 'uuid'`, 'v7()', '73 bits'],
  [`import { v5 } from 'uuid'`, 'v5(user.email, NAMESPACE)', '0 bits, user'],
  [`import { v3 } from 'uuid'`, 'v3(String(Date.now()), NAMESPACE)', '0 bits, time'],
  [`import { nanoid } from 'nanoid'`, 'nanoid()', '126 bits'],
  [`import { nanoid } from 'nanoid'`, 'nanoid(40)', '240 bits'],
  [`import { nanoid } from 'nanoid/async'`, 'nanoid(10)', '60 bits'],
  [`const nanoid = require('nanoid')`, 'nanoid(10)', '60 bits'],
  [`import { customAlphabet } from 'nanoid'\nconst make = customAlphabet('0123456789abcdef', 10)`, 'make()', '40 bits'],
  [`import { customAlphabet } from 'nanoid'\nconst make = customAlphabet('0123456789abcdef')`, 'make()', '84 bits'],
  [`import { customAlphabet } from 'nanoid'\nconst make = customAlphabet('0123456789abcdef', 10)`, 'make(20)', '80 bits'],
  [`import { nanoid } from 'nanoid/non-secure'`, 'nanoid()', '0 bits, random'],
  [`import { customAlphabet } from 'nanoid/non-secure'`, `customAlphabet('abc', 30)()`, '0 bits, random'],
  [`import uid from 'uid-safe'`, 'uid(18)', '144 bits'],
  [`const uid = require('uid-safe').sync`, 'uid(18)', '144 bits'],
  [`import cuid from 'cuid'`, 'cuid()', '39 bits'],
  [`import cuid from 'cuid'`, 'cuid.slug()', '10 bits'],
  [`import { createId } from '@paralleldrive/cuid2'`, 'createId()', '118 bits'],
  [`import { init } from '@paralleldrive/cuid2'\nconst createId = init({ length: 10 })`, 'createId()', '51 bits'],
  [`import { ulid } from 'ulid'`, 'ulid()', '80 bits'],
  [`import { monotonicFactory } from 'ulid'\nconst next = monotonicFactory()`, 'next()', '0 bits, counter'],
  [`const shortid = require('shortid')`, 'shortid.generate()', '54 bits'],
  [`const shortid = require('shortid')`, 'shortid()', '54 bits'],
  [`import Hashids from 'hashids'\nconst hashids = new Hashids('salt', 8)`, 'hashids.encode(1)', '0 bits, encoding'],
  [`import cryptoRandomString from 'crypto-random-string'`, 'cryptoRandomString({ length: 10 })', '40 bits'],
  [`import cryptoRandomString from 'crypto-random-string'`, `cryptoRandomString({ length: 10, type: 'base64' })`, '60 bits'],
  [`import { cryptoRandomStringAsync } from 'crypto-random-string'`, `cryptoRandomStringAsync({ length: 10, type: 'numeric' })`, '33 bits'],
  [`import uniqueString from 'unique-string'`, 'uniqueString()', '128 bits'],
  [`const randomstring = require('randomstring')`, 'randomstring.generate(7)', '41 bits'],
  [`const randomstring = require('randomstring')`, 'randomstring.generate()', '190 bits'],
  [`const randomstring = require('randomstring')`, `randomstring.generate({ length: 12, charset: 'hex' })`, '48 bits'],
  [`const { uid } = require('rand-token')`, 'uid(16)', '95 bits'],
  [`import { uid } from 'uid'`, 'uid(32)', '0 bits, random'],
  [`import { uid } from 'uid/secure'`, 'uid()', '44 bits'],
  [`const uniqid = require('uniqid')`, 'uniqid()', '0 bits, time'],
  [`const hat = require('hat')`, 'hat()', '0 bits, random'],
  [`const Chance = require('chance')\nconst chance = new Chance()`, 'chance.guid()', '0 bits, random'],
  [`const chance = require('chance').Chance()`, 'chance.hash()', '0 bits, random'],
  [`import { faker } from '@faker-js/faker'`, 'faker.string.uuid()', '0 bits, random'],
  [`import _ from 'lodash'`, 'String(_.random(1e9))', '0 bits, random'],
  [`import random from 'lodash/random'`, 'String(random(1e9))', '0 bits, random'],
  [`import _ from 'lodash'`, `_.sampleSize('abcdef', 20).join('')`, '0 bits, random'],
  [`import { shuffle } from 'lodash-es'`, `shuffle('abcdef').join('')`, '0 bits, random'],
  [`import _ from 'lodash'`, `_.uniqueId('session')`, '0 bits, counter'],
  [`import { ObjectId } from 'mongodb'`, 'new ObjectId().toString()', '0 bits, counter'],
  [`import { ObjectID } from 'bson'`, 'new ObjectID().toHexString()', '0 bits, counter'],
  [`import mongoose from 'mongoose'`, 'new mongoose.Types.ObjectId().toString()', '0 bits, counter'],
  [`const { Types } = require('mongoose')`, 'Types.ObjectId().toString()', '0 bits, counter'],
  [`import xid from 'xid-js'`, 'xid.next()', '0 bits, counter'],
  [`import KSUID from 'ksuid'`, 'KSUID.randomSync().string', ''],
  [`import { generateIdFromEntropySize } from 'lucia'`, 'generateIdFromEntropySize(10)', '80 bits'],
  [`import { generateId } from 'lucia'`, 'generateId(15)', '77 bits'],
  [`import { encodeBase32LowerCaseNoPadding } from '@oslojs/encoding'`, 'encodeBase32LowerCaseNoPadding(crypto.getRandomValues(new Uint8Array(20)))', '160 bits'],
  [`import { encodeBase32UpperCase } from '@oslojs/encoding'`, 'encodeBase32UpperCase(crypto.getRandomValues(new Uint8Array(10)))', '80 bits'],
  [`import { encodeBase64NoPadding } from '@oslojs/encoding'`, 'encodeBase64NoPadding(crypto.getRandomValues(new Uint8Array(12)))', '96 bits'],
  [`import { encodeHexLowerCase } from '@oslojs/encoding'`, 'encodeHexLowerCase(crypto.getRandomValues(new Uint8Array(8)))', '64 bits'],
  [`import { generateRandomString } from '@oslojs/crypto/random'`, `generateRandomString(reader, 'abcdefghijklmnopqrstuvwxyz012345', 10)`, '50 bits'],
  [`import { generateRandomString } from 'lucia/utils'`, 'generateRandomString(15)', '77 bits'],
  [`import { generateId } from 'better-auth'`, 'generateId()', '190 bits'],
  [`import { generateId } from 'better-auth'`, 'generateId(10)', '59 bits'],
  [`import { generateRandomString } from 'better-auth/crypto'`, 'generateRandomString(16)', '96 bits'],
  [`import md5 from 'md5'`, 'md5(user.email + Date.now())', '0 bits, user'],
  [`import CryptoJS from 'crypto-js'`, 'CryptoJS.SHA256(String(Date.now())).toString()', '0 bits, time'],
  [`import sha1 from 'sha1'\nimport { randomBytes } from 'crypto'`, 'sha1(randomBytes(8))', '64 bits'],
])('%s: %s', (lines, expression, worth) => {
  expect(made(lines, expression)).toEqual(worth === '' ? [] : [worth])
})

test('a name that looks like a generator, but is imported from elsewhere, says nothing', () => {
  expect(made(`import { nanoid, v1, uid } from './ids.js'`, 'nanoid(4) + v1() + uid()')).toEqual([])
  expect(made(`const Math = { random: () => draw() }`, 'String(Math.random())')).toEqual([])
})

test('an ObjectId of a text is that text again, and a generator with options that nobody sees is unknown', () => {
  expect(made(`import { ObjectId } from 'mongodb'`, 'new ObjectId(req.params.id).toString()')).toEqual([])
  expect(made(`import { v4 } from 'uuid'`, 'v4({ random: bytes })')).toEqual([])
  expect(made(`import { init } from '@paralleldrive/cuid2'`, 'init({ random: draw, length: 4 })()')).toEqual([])
  expect(made(`import cryptoRandomString from 'crypto-random-string'`, 'cryptoRandomString(options)')).toEqual([])
  expect(made(`import { generateRandomString } from 'better-auth/crypto'`, `generateRandomString(8, '0-9')`)).toEqual([])
  expect(made(`import { generateRandomString } from 'lucia/utils'`, `generateRandomString(8, letters)`)).toEqual([])
})

test('before version 3, cuid2 draws from Math.random', () => {
  const folder = mkdtempSync(join(tmpdir(), 'generators-'))
  const code = `import { createId } from '@paralleldrive/cuid2'\nexport const sessionToken = createId()`
  try {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ dependencies: { '@paralleldrive/cuid2': '^2.2.2' } }))
    expect(worthIn(code, join(folder, 'file.js'))).toEqual(['0 bits, random'])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('every table says where its package is documented', () => {
  for (const { generators, reference } of generatorTables) {
    expect(URL.canParse(reference)).toBe(true)
    expect(generators).not.toEqual([])
  }
})
