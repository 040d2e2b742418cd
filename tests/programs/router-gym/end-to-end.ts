import { openBrowser } from '../../proofs/browser.js'
import type { WholeProgram } from '../whole-program.js'

/** Loaders and actions of React Router; a spread in front of options, and one behind them. */
export const routerGym: WholeProgram = {
  libraries: ['react-router7'],
  server: 'react-router/cookie-storage/serve.js',
  finds: 9,
  left: [
    'no-hardcoded-secret fallback (suggestion)',
    'no-hardcoded-secret short (suggestion)',
    'no-sensitive-data-in-client-session session',
  ],
  async use(program) {
    const alice = openBrowser(program)
    expect(await alice.get('/')).toMatchObject({ status: 200, text: 'The gym' })
    expect(await alice.get('/account')).toMatchObject({ status: 401 })
    expect(await alice.post('/login', { name: 'alice', password: 'roses' })).toMatchObject({ status: 401 })
    expect(await alice.post('/login', { name: 'alice', password: 'tulips' })).toMatchObject({ status: 302 })
    expect(await alice.post('/account', { course: 'Yoga' })).toMatchObject({ status: 201, text: '["Yoga"]' })
    expect(await alice.get('/account')).toMatchObject({ status: 200, text: '{"name":"alice","courses":["Yoga"]}' })
    expect(await alice.get('/trainers')).toMatchObject({ status: 200, text: '{"trainer":"alice"}' })
    expect(await alice.post('/logout')).toMatchObject({ status: 302 })
    expect(await alice.get('/account')).toMatchObject({ status: 401 })
    const bob = openBrowser(program)
    expect(await bob.post('/login', { name: 'bob', password: 'daisies' })).toMatchObject({ status: 302 })
    expect(await bob.get('/trainers')).toMatchObject({ status: 403 })
  },
}
