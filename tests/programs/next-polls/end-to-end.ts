import { openBrowser } from '../../proofs/browser.js'
import type { WholeProgram } from '../whole-program.js'

/** Route handlers of Next, with tabs; a cookie from two arguments, and one from an object. */
export const nextPolls: WholeProgram = {
  libraries: ['next'],
  type: 'module',
  server: 'next/routes/app.js',
  finds: 9,
  left: [],
  async use(program) {
    const alice = openBrowser(program)
    expect(await alice.get('/')).toMatchObject({ status: 200, text: 'Welcome' })
    expect(await alice.get('/account')).toMatchObject({ status: 401 })
    expect(await alice.post('/login', { name: 'alice', password: 'roses' })).toMatchObject({ status: 401 })
    expect(await alice.post('/login', { name: 'alice', password: 'tulips' })).toMatchObject({ status: 200, text: '{"name":"alice"}' })
    expect(alice.scriptCookies().get('theme')).toBe('dark')
    expect(await alice.post('/account', { answer: 'yes' })).toMatchObject({ status: 201, text: '{"answer":"yes"}' })
    expect(await alice.post('/account')).toMatchObject({ status: 400 })
    expect(await alice.post('/logout')).toMatchObject({ status: 200, text: '{"bye":true}' })
    expect(await alice.get('/account')).toMatchObject({ status: 401 })
    expect(await alice.post('/login', { name: 'alice', password: 'tulips' })).toMatchObject({ status: 200 })
    expect(await alice.get('/account')).toMatchObject({ text: '{"name":"alice","votes":[{"answer":"yes","by":"alice"}]}' })
  },
}
