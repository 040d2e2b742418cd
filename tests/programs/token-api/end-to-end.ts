import { openBrowser } from '../../proofs/browser.js'
import type { WholeProgram } from '../whole-program.js'

/** Tokens instead of sessions; imports of all kinds in one program, and comments in all places. */
export const tokenApi: WholeProgram = {
  libraries: ['express', 'cookie-parser', 'jsonwebtoken'],
  type: 'module',
  finds: 14,
  left: [
    'no-unverified-jwt key (suggestion)',
    'require-jwt-algorithms none (suggestion)',
    'require-jwt-expiry missing (suggestion)',
  ],
  async use(program) {
    const alice = openBrowser(program)
    expect(await alice.get('/')).toMatchObject({ status: 200, text: '{"name":"token-api"}' })
    expect(await alice.get('/me')).toMatchObject({ status: 401 })
    expect(await alice.get('/hello')).toMatchObject({ status: 200, text: '{"hello":"stranger"}' })
    expect(await alice.post('/login', { name: 'alice', password: 'roses' })).toMatchObject({ status: 401 })
    expect(await alice.post('/login', { name: 'alice', password: 'tulips' })).toMatchObject({ status: 200, text: expect.stringMatching(/^{"token":"e/) })
    expect(await alice.get('/me')).toMatchObject({ status: 200, text: '{"name":"alice","role":"admin"}' })
    expect(await alice.get('/hello')).toMatchObject({ text: '{"hello":"alice"}' })
    expect(await alice.post('/refresh')).toMatchObject({ status: 204 })
    expect(await alice.post('/refresh')).toMatchObject({ status: 401 })
    expect(await alice.get('/me')).toMatchObject({ status: 200 })
    expect(await alice.post('/logout')).toMatchObject({ status: 204 })
    expect(await alice.get('/me')).toMatchObject({ status: 401 })
  },
}
