import { openBrowser } from '../../proofs/browser.js'
import type { WholeProgram } from '../whole-program.js'

/** Classes of controllers, tabs, no semicolons; options that a method, a helper and spreads put together. */
export const controllerForum: WholeProgram = {
  libraries: ['express4', 'express-session'],
  finds: 14,
  left: [
    'no-excessive-lifetime absolute (suggestion)',
    'no-hardcoded-secret fallback (suggestion)',
    'no-hardcoded-secret short (suggestion)',
    'no-memory-store missing',
    'no-save-uninitialized on (suggestion)',
    'no-session-id-in-logs logged',
    'require-regenerate-after-login missing (suggestion)',
    'require-regenerate-after-login missing (suggestion)',
  ],
  async use(program) {
    const bob = openBrowser(program)
    expect(await bob.get('/')).toMatchObject({ status: 200, text: 'The forum' })
    expect(await bob.get('/forum/me')).toMatchObject({ status: 401 })
    expect(await bob.post('/forum/login', { name: 'bob', password: 'tulips' })).toMatchObject({ status: 401 })
    expect(await bob.post('/forum/login', { name: 'bob', password: 'daisies' })).toMatchObject({ status: 200, text: '{"hello":"bob","visits":1}' })
    expect(await bob.get('/forum/me')).toMatchObject({ status: 200, text: '{"name":"bob","isModerator":false}' })
    expect(await bob.post('/forum/threads', { title: 'Spring' })).toMatchObject({ status: 201, text: '{"title":"Spring","by":2}' })
    expect(await bob.post('/forum/threads')).toMatchObject({ status: 400, text: '{"error":"A thread needs a title"}' })
    expect(await bob.post('/mod/login', { name: 'bob', password: 'daisies' })).toMatchObject({ status: 401 })
    expect(await bob.post('/forum/logout')).toMatchObject({ status: 200, text: '{"bye":true}' })
    expect(await bob.post('/forum/login', { name: 'bob', password: 'daisies' })).toMatchObject({ status: 200, text: '{"hello":"bob","visits":2}' })

    const alice = openBrowser(program)
    expect(await alice.get('/mod/log')).toMatchObject({ status: 401 })
    expect(await alice.post('/mod/login', { name: 'alice', password: 'tulips' })).toMatchObject({ status: 200 })
    expect(await alice.get('/mod/log')).toMatchObject({ status: 200, text: '{"threads":1}' })
    expect(await alice.get('/forum/threads')).toMatchObject({ status: 200, text: '[{"title":"Spring","by":2}]' })
    expect(await alice.get('/forum/me')).toMatchObject({ status: 401 })
  },
}
