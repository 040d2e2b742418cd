import { openBrowser } from '../../proofs/browser.js'
import type { WholeProgram } from '../whole-program.js'

/** Callbacks within callbacks, `var` and `function`, as in 2014; three files. */
export const callbackShop: WholeProgram = {
  libraries: ['express4', 'express-session', 'cookie-parser'],
  finds: 15,
  left: [
    'no-hardcoded-secret sample (suggestion)',
    'no-memory-store missing',
    'no-session-id-in-logs logged',
    'require-regenerate-after-login missing',
  ],
  async use(program) {
    const browser = openBrowser(program)
    expect(await browser.get('/')).toMatchObject({ status: 200, text: '<h1>Welcome to the shop</h1>' })
    expect(await browser.get('/basket')).toMatchObject({ status: 401 })
    expect(await browser.post('/register', { name: 'ann' })).toMatchObject({ status: 500 })
    expect(await browser.post('/register', { name: 'ann', password: 'tulips' })).toMatchObject({ status: 201, text: '{"name":"ann"}' })
    expect(await browser.post('/basket', { item: 'pears' })).toMatchObject({ status: 201 })
    expect(await openBrowser(program).post('/register', { name: 'ann', password: 'roses' })).toMatchObject({ status: 409 })

    const other = openBrowser(program)
    expect(await other.post('/login', { name: 'ann', password: 'roses' })).toMatchObject({ status: 401 })
    expect(await other.get('/basket')).toMatchObject({ status: 401 })
    expect(await other.post('/login', { name: 'ann', password: 'tulips', remember: 'yes' })).toMatchObject({ status: 200, text: '{"name":"ann"}' })
    expect(await other.post('/basket', { item: 'figs' })).toMatchObject({ status: 201, text: '{"items":["pears","figs"]}' })
    expect(await other.post('/password', { password: 'irises' })).toMatchObject({ status: 200, text: '{"changed":true}' })
    expect(await other.post('/logout')).toMatchObject({ status: 302 })
    expect(await other.post('/login', { name: 'ann', password: 'tulips' })).toMatchObject({ status: 401 })
    expect(await other.post('/login', { name: 'ann', password: 'irises' })).toMatchObject({ status: 200 })
    expect(await other.get('/basket')).toMatchObject({ status: 200, text: '{"items":["pears","figs"]}' })
    expect(await browser.get('/basket')).toMatchObject({ status: 200 })
  },
}
