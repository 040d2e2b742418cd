import { openBrowser } from '../../proofs/browser.js'
import type { WholeProgram } from '../whole-program.js'

/** Fastify in strict TypeScript; options with `satisfies`, a spread and a type. */
export const typedClinic: WholeProgram = {
  libraries: ['fastify', '@fastify/cookie', '@fastify/session'],
  type: 'module',
  finds: 12,
  left: [
    'no-excessive-lifetime absolute (suggestion)',
    'no-hardcoded-secret fallback (suggestion)',
    'no-memory-store missing',
    'no-save-uninitialized on (suggestion)',
    'no-session-id-in-logs logged',
  ],
  async use(program) {
    const bob = openBrowser(program)
    expect(await bob.get('/')).toMatchObject({ status: 200, text: '{"clinic":true}' })
    expect(await bob.get('/visits')).toMatchObject({ status: 401 })
    expect(await bob.post('/login', { name: 'bob', password: 'tulips' })).toMatchObject({ status: 401, text: '{"error":"Wrong name or password"}' })
    expect(await bob.post('/login', { name: 'bob', password: 'daisies' })).toMatchObject({ status: 200, text: '{"name":"bob"}' })
    expect(await bob.get('/me')).toMatchObject({ status: 200, text: '{"name":"bob","role":"patient"}' })
    expect(await bob.post('/visits')).toMatchObject({ status: 400 })
    expect(await bob.post('/visits', { day: 'Monday' })).toMatchObject({ status: 201, text: '{"patient":"bob","day":"Monday"}' })
    expect(await bob.post('/logout')).toMatchObject({ status: 200, text: '{"bye":true}' })
    const alice = openBrowser(program)
    expect(await alice.post('/login', { name: 'alice', password: 'tulips' })).toMatchObject({ status: 200 })
    expect(await alice.get('/visits')).toMatchObject({ status: 200, text: '[{"patient":"bob","day":"Monday"}]' })
    expect(await bob.post('/login', { name: 'bob', password: 'daisies' })).toMatchObject({ status: 200 })
  },
}
