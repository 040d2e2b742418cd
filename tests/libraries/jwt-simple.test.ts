import { jwtSimple } from '../../lib/frameworks/jwt-simple.js'
import { summarise } from './installed.js'
import { CLAIMS, KEY, run, signed, testJwtFacts } from './jwt-facts.js'

summarise('jwt-simple', 'signs, verifies and decodes as the table says')

testJwtFacts({
  facts: jwtSimple.jwt,
  sign: (payload) => run(jwtSimple, 'jwt.encode', { payload, key: KEY }),
  verify: (token) => run(jwtSimple, 'jwt.decode(token, key, noVerify?', { token, key: KEY }),
  decode: (token) => run(jwtSimple, "jwt.decode(token, key, 'true'", { token, key: KEY }),
})

it.each([
  [true, true],
  [false, false],
])('decodes whatever is signed with noVerify %s: %s', (noVerify, isTaken) => {
  const decode = () => run(jwtSimple, 'jwt.decode(token, key, noVerify?', { token: signed(CLAIMS, 'another key'), key: KEY, noVerify })
  if (isTaken) expect(decode()).toMatchObject(CLAIMS)
  else expect(decode).toThrow('Signature verification failed')
})
