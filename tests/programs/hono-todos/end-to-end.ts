import { openBrowser } from '../../proofs/browser.js'
import type { WholeProgram } from '../whole-program.js'

/** Hono in strict TypeScript, with sessions in a map, helpers, a spread and a token beside it. */
export const honoTodos: WholeProgram = {
  libraries: ['hono', '@hono/node-server'],
  type: 'module',
  finds: 11,
  left: [
    'no-hardcoded-secret short (suggestion)',
    'no-permissive-credentialed-cors any',
    'require-jwt-expiry missing (suggestion)',
    'require-same-site missing (suggestion)',
  ],
  async use(program) {
    const alice = openBrowser(program)
    expect(await alice.get('/')).toMatchObject({ status: 200, text: 'Todos' })
    expect(await alice.get('/todos/all')).toMatchObject({ status: 401 })
    expect(await alice.get('/api/x')).toMatchObject({ status: 401 })
    expect(await alice.post('/login', { name: 'alice', password: 'roses' })).toMatchObject({ status: 401 })
    expect(await alice.post('/login', { name: 'alice', password: 'tulips' })).toMatchObject({ status: 200, text: '{"name":"alice"}' })
    expect(await alice.post('/todos/new', { title: 'Sleep' })).toMatchObject({ status: 201, text: '{"title":"Sleep","done":false}' })
    expect(await alice.post('/todos/new')).toMatchObject({ status: 400 })
    expect(await alice.post('/token')).toMatchObject({ status: 200, text: '{"issued":true}' })
    expect(await alice.post('/logout')).toMatchObject({ status: 200 })
    expect(await alice.get('/todos/all')).toMatchObject({ status: 401 })
    expect(await alice.post('/login', { name: 'alice', password: 'tulips' })).toMatchObject({ status: 200 })
    expect(await alice.get('/todos/all')).toMatchObject({ status: 200, text: '[{"title":"Sleep","done":false}]' })
  },
}
