import { openBrowser } from '../../proofs/browser.js'
import type { WholeProgram } from '../whole-program.js'

/** No library at all: cookies by hand, sessions in an object. */
export const httpGuestbook: WholeProgram = {
  libraries: [],
  finds: 10,
  left: [
    'no-excessive-lifetime absolute',
    'no-session-id-in-logs logged',
    'require-secure missing (suggestion)',
    'require-secure missing (suggestion)',
  ],
  async use(program) {
    const alice = openBrowser(program)
    expect(await alice.get('/')).toMatchObject({ status: 200, text: '{"entries":0}' })
    expect(await alice.get('/nothing')).toMatchObject({ status: 404 })
    expect(await alice.post('/entries', { text: 'Hello' })).toMatchObject({ status: 401 })
    expect(await alice.post('/login', { name: 'alice', password: 'roses' })).toMatchObject({ status: 401 })
    expect(await alice.post('/login', { name: 'alice', password: 'tulips' })).toMatchObject({ status: 200, text: '{"name":"alice"}' })
    expect(alice.scriptCookies().get('greeting')).toBe('alice')
    expect(await alice.post('/entries')).toMatchObject({ status: 400 })
    expect(await alice.post('/entries', { text: 'Hello' })).toMatchObject({ status: 201, text: '[{"name":"alice","text":"Hello"}]' })
    expect(await alice.post('/remember')).toMatchObject({ status: 200, text: '{"remembered":"alice"}' })
    expect(await alice.post('/logout')).toMatchObject({ status: 200, text: '{"bye":true}' })
    expect(await alice.post('/entries', { text: 'More' })).toMatchObject({ status: 401 })
  },
}
