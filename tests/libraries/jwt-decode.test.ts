import { jwtDecode } from '../../lib/frameworks/jwt-decode.js'
import { summarise } from './installed.js'
import { CLAIMS, run, signed, testJwtFacts } from './jwt-facts.js'

summarise('jwt-decode', 'decodes as the table says')

testJwtFacts({ facts: jwtDecode.jwt, decode: (token) => run(jwtDecode, 'jwtDecode', { token }) })

it('gives the header where it is asked for', () => {
  expect(run(jwtDecode, 'jwtDecode', { token: signed(CLAIMS), options: { header: true } })).toEqual({ alg: 'HS256', typ: 'JWT' })
})
