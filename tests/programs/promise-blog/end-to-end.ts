import { openBrowser } from '../../proofs/browser.js'
import type { WholeProgram } from '../whole-program.js'

/** Chains of promises, no semicolons, options in variables that are changed later. */
export const promiseBlog: WholeProgram = {
  libraries: ['express', 'express-session'],
  type: 'module',
  finds: 13,
  left: [
    'no-excessive-lifetime absolute (suggestion)',
    'no-hardcoded-secret fallback (suggestion)',
    'no-memory-store missing',
    'no-session-id-in-response sent',
    'no-unhandled-session-error resolved',
    'require-regenerate-after-login missing',
  ],
  async use(program) {
    const writer = openBrowser(program)
    expect(await writer.get('/')).toMatchObject({ status: 200, text: 'A blog' })
    expect(await writer.post('/posts', { title: 'Hello' })).toMatchObject({ status: 401 })
    expect(await writer.post('/signup', { name: 'eve', password: 'tulips' })).toMatchObject({ status: 201, text: '{"id":"u1"}' })
    expect(await writer.post('/signup', { name: 'eve', password: 'tulips' })).toMatchObject({ status: 409, text: '{"error":"This name is taken"}' })
    expect(await writer.post('/posts', { title: 'Hello' })).toMatchObject({ status: 201, text: '{"id":1,"title":"Hello","author":"u1"}' })
    expect(await writer.post('/posts')).toMatchObject({ status: 400, text: '{"error":"A post needs a title"}' })
    expect(await writer.post('/logout')).toMatchObject({ status: 204 })
    expect(await writer.post('/posts', { title: 'More' })).toMatchObject({ status: 401 })

    expect(await writer.post('/login', { name: 'eve', password: 'roses' })).toMatchObject({ status: 401 })
    expect(await writer.post('/login', { name: 'eve', password: 'tulips' })).toMatchObject({ status: 200, text: expect.stringContaining('"id":"u1","name":"eve"') })
    expect(await writer.post('/posts', { title: 'More' })).toMatchObject({ status: 201 })
    expect(await writer.post('/link')).toMatchObject({ status: 302 })
    expect(await writer.get('/m?token=other')).toMatchObject({ status: 404 })
    expect(await openBrowser(program).get('/posts')).toMatchObject({ status: 200, text: expect.stringContaining('"title":"More"') })
  },
}
