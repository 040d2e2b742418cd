import { openBrowser } from '../../proofs/browser.js'
import type { WholeProgram } from '../whole-program.js'

/** Async routers in several files, and sessions in a map. */
export const asyncApi: WholeProgram = {
  libraries: ['express', 'cookie-parser', 'cors'],
  type: 'module',
  finds: 7,
  left: [
    'no-auth-from-unsigned-cookie permission',
    'no-permissive-credentialed-cors any',
    'require-max-age missing (suggestion)',
  ],
  async use(program) {
    const ann = openBrowser(program)
    expect(await ann.get('/')).toMatchObject({ status: 200, text: '{"api":"tasks","version":2}' })
    expect(await ann.get('/tasks')).toMatchObject({ status: 401 })
    expect(await ann.post('/accounts', { name: 'ann', password: 'tulips' })).toMatchObject({ status: 201, text: '{"name":"ann"}' })
    expect(await ann.get('/accounts')).toMatchObject({ status: 200, text: '["ann"]' })
    const bob = openBrowser(program)
    expect(await bob.post('/accounts', { name: 'bob', password: 'daisies' })).toMatchObject({ status: 201 })
    expect(await bob.get('/accounts')).toMatchObject({ status: 403 })
    expect(await ann.post('/tasks', { title: 'Sleep' })).toMatchObject({ status: 201 })
    expect(await ann.post('/tasks')).toMatchObject({ status: 400, text: '{"error":"A task needs a title"}' })
    expect(await ann.post('/tasks/1/done')).toMatchObject({ status: 200, text: '{"id":1,"title":"Sleep","owner":"ann","done":true}' })
    expect(await ann.post('/accounts/logout')).toMatchObject({ status: 204 })
    expect(await ann.get('/accounts/me')).toMatchObject({ status: 401 })

    expect(await ann.post('/accounts/login', { name: 'ann', password: 'roses' })).toMatchObject({ status: 401 })
    expect(await ann.post('/accounts/login', { name: 'ann', password: 'tulips' })).toMatchObject({ status: 200 })
    const other = openBrowser(program)
    expect(await other.post('/accounts/forgotten', { name: 'ann' })).toMatchObject({ status: 202, text: '{"sent":true}' })
    expect(await other.post('/accounts/login', { name: 'ann', password: 'tulips' })).toMatchObject({ status: 200 })
    expect(await other.get('/tasks')).toMatchObject({ status: 200, text: expect.stringContaining('Sleep') })
    expect(await other.post('/accounts/logout-everywhere')).toMatchObject({ status: 204 })
    expect(await ann.get('/accounts/me')).toMatchObject({ status: 401 })
  },
}
