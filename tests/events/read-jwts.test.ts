import { describe, expect, it } from 'vitest'
import { sessionFileOf } from '../events-of.js'

const FASTIFY = `import Fastify from 'fastify'
import jwt from '@fastify/jwt'
const app = Fastify()
`

function protections(code: string): string[] {
  return sessionFileOf(code).of('jwtSigned').map(({ protection }) => protection)
}

describe('what protects a token that a plugin signs', () => {
  it.each([
    ['an algorithm of its own', `app.register(jwt, { secret }); app.jwt.sign({ id }, { algorithm: 'HS256' })`, 'signed'],
    ['nothing, by its own options', `app.register(jwt, { secret }); app.jwt.sign({ id }, { algorithm: 'none' })`, 'none'],
    ['nothing, by what is said for all', `app.register(jwt, { secret, sign: { algorithm: 'none' } }); app.jwt.sign({ id })`, 'none'],
    ['its own options before what is said for all', `app.register(jwt, { secret, sign: { algorithm: 'none' } }); app.jwt.sign({ id }, { algorithm: 'HS256' })`, 'signed'],
  ])('is %s', (_title, code, protection) => {
    expect(protections(`${FASTIFY}${code}`)).toEqual([protection])
  })

  it('is nothing by the options of an answer', () => {
    expect(protections(`${FASTIFY}app.register(jwt, { secret }); app.post('/start', async (request, reply) => reply.jwtSign({ id }, { sign: { algorithm: 'none' } }))`)).toEqual(['none'])
  })
})

describe('a function that signs', () => {
  it.each([
    ['by its options', `createSigner({ key, algorithm: 'none' })({ id })`, 'none'],
    ['by an algorithm', `createSigner({ key, algorithm: 'HS256' })({ id })`, 'signed'],
  ])('does so %s', (_title, call, protection) => {
    expect(protections(`import { createSigner } from 'fast-jwt'; ${call}`)).toEqual([protection])
  })
})
