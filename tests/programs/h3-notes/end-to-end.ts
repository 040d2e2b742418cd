import { openBrowser } from '../../proofs/browser.js'
import type { WholeProgram } from '../whole-program.js'

/** A chain of routes of h3, and handlers that a function makes; the session is sealed in its cookie. */
export const h3Notes: WholeProgram = {
  libraries: ['h31'],
  type: 'module',
  finds: 8,
  left: [
    'no-hardcoded-secret written (suggestion)',
  ],
  async use(program) {
    const bob = openBrowser(program)
    expect(await bob.get('/')).toMatchObject({ status: 200, text: 'Notes' })
    expect(await bob.get('/notes')).toMatchObject({ status: 401 })
    expect(await bob.post('/login', { name: 'bob', password: 'tulips' })).toMatchObject({ status: 401 })
    expect(await bob.post('/login', { name: 'bob', password: 'daisies', remember: 'yes' })).toMatchObject({ status: 200 })
    expect(await bob.post('/notes', { text: 'Sleep' })).toMatchObject({ status: 201 })
    expect(await bob.post('/notes')).toMatchObject({ status: 400 })
    expect(JSON.parse((await bob.get('/notes')).text)).toEqual(['Sleep'])
    expect(await bob.post('/logout')).toMatchObject({ status: 200 })
    expect(await bob.get('/notes')).toMatchObject({ status: 401 })
    expect(await bob.post('/login', { name: 'bob', password: 'daisies' })).toMatchObject({ status: 200 })
    expect(await bob.get('/notes')).toMatchObject({ status: 200 })
  },
}
