import { describe, expect, it } from 'vitest'
import { isReadableHalf } from '../../lib/events/split-tokens.js'
import { sessionFileOf } from '../events-of.js'

/** Of which cookies of a handler a page may read the half. */
function halvesIn(handler: string): readonly boolean[] {
  const file = sessionFileOf(`import express from 'express'; express().post('/login', (req, res) => { const [header, payload, signature] = token.split('.'); ${handler} })`)
  return file.of('cookieWritten').map((cookie) => isReadableHalf(cookie, file))
}

const SIGNED = `res.cookie('token_sig', signature, { httpOnly: true });`

describe('a page may read', () => {
  it.each([
    ['claims by their name', `res.cookie('jwt_payload', text); ${SIGNED}`, [true, false]],
    ['claims by their pieces', `res.cookie('token', payload); ${SIGNED}`, [true, false]],
    ['claims beside what is a signature by its piece alone', `res.cookie('claims', payload); res.cookie('rest', signature, { httpOnly: true })`, [true, false]],
    ['claims beside a signature whose options nobody can see', `res.cookie('claims', payload); res.cookie('sig', signature, options)`, [true, false]],
  ])('%s', (_title, handler, expected) => {
    expect(halvesIn(handler)).toEqual(expected)
  })
})

describe('a page may not read', () => {
  it.each([
    ['claims without a signature elsewhere', `res.cookie('claims', payload)`, [false]],
    ['claims beside a signature that it reads, too', `res.cookie('claims', payload); res.cookie('sig', signature)`, [false, false]],
    ['claims beside a signature that it reads, as is said', `res.cookie('claims', payload); res.cookie('sig', signature, { httpOnly: false })`, [false, false]],
    ['claims beside another cookie', `res.cookie('claims', payload); res.cookie('sid', id, { httpOnly: true })`, [false, false]],
    ['claims whose signature another handler writes', `res.cookie('claims', payload); next((req, res) => { ${SIGNED} })`, [false, false]],
    ['a cookie that is claims and signature by its name', `res.cookie('payload_sig', token, { httpOnly: true })`, [false]],
  ])('%s', (_title, handler, expected) => {
    expect(halvesIn(handler)).toEqual(expected)
  })
})
