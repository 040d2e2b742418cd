import { openBrowser } from '../../proofs/browser.js'
import type { WholeProgram } from '../whole-program.js'

/** Written under Windows: lines end by CRLF, four spaces, double quotes; the session is in the cookie. */
export const windowsNotes: WholeProgram = {
  libraries: ['express4', 'cookie-session'],
  lineBreak: '\r\n',
  finds: 9,
  left: [
    'no-excessive-lifetime absolute (suggestion)',
    'no-hardcoded-secret short',
    'no-hardcoded-secret short',
    'no-sensitive-data-in-client-session session',
  ],
  async use(program) {
    const alice = openBrowser(program)
    expect(await alice.get('/')).toMatchObject({ status: 200, text: 'Notes' })
    expect(await alice.get('/notes')).toMatchObject({ status: 401 })
    expect(await alice.post('/login', { name: 'alice', password: 'roses' })).toMatchObject({ status: 401 })
    expect(await alice.post('/login', { name: 'alice', password: 'tulips' })).toMatchObject({ status: 200, text: '{"name":"alice"}' })
    expect(await alice.post('/notes', { text: 'Water the tulips' })).toMatchObject({ status: 201, text: '["Water the tulips"]' })
    expect(await alice.post('/notes')).toMatchObject({ status: 400 })
    expect(await alice.post('/share')).toMatchObject({ status: 302 })
    expect(await alice.get('/shared?token=other')).toMatchObject({ status: 404 })
    expect(await alice.post('/logout')).toMatchObject({ status: 200, text: '{"bye":true}' })

    const bob = openBrowser(program)
    expect(await bob.post('/login', { name: 'bob', password: 'daisies' })).toMatchObject({ status: 200 })
    expect(await bob.get('/notes')).toMatchObject({ status: 200, text: '[]' })
    expect(await alice.post('/login', { name: 'alice', password: 'tulips' })).toMatchObject({ status: 200 })
    expect(await alice.get('/notes')).toMatchObject({ status: 200, text: '["Water the tulips"]' })
  },
}
