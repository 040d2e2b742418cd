import { openBrowser } from '../../proofs/browser.js'
import type { WholeProgram } from '../whole-program.js'

/** Hapi in its own style: `internals`, four spaces, an empty line at the beginning of functions. */
export const hapiLibrary: WholeProgram = {
  libraries: ['@hapi/hapi', '@hapi/yar'],
  finds: 9,
  left: [
    'no-hardcoded-secret written (suggestion)',
  ],
  async use(program) {
    const bob = openBrowser(program)
    expect(await bob.get('/')).toMatchObject({ status: 200, text: 'The library' })
    expect(await bob.get('/books')).toMatchObject({ status: 401 })
    expect(await bob.post('/login', { name: 'bob', password: 'tulips' })).toMatchObject({ status: 401 })
    expect(await bob.post('/login', { name: 'bob', password: 'daisies' })).toMatchObject({ status: 200, text: '{"name":"bob"}' })
    expect(await bob.post('/books', { title: 'Herbs' })).toMatchObject({ status: 201, text: '["Herbs"]' })
    expect(await bob.post('/logout')).toMatchObject({ status: 200, text: '{"bye":true}' })
    expect(await bob.get('/books')).toMatchObject({ status: 401 })
    expect(await bob.post('/login', { name: 'bob', password: 'daisies' })).toMatchObject({ status: 200 })
    expect(await bob.get('/books')).toMatchObject({ status: 200, text: '["Herbs"]' })
  },
}
