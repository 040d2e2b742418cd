import { openBrowser } from '../../proofs/browser.js'
import type { WholeProgram } from '../whole-program.js'

/** Koa in the style of "standard": a table of routes, a space before parameters, options with a spread. */
export const koaWiki: WholeProgram = {
  libraries: ['koa', 'koa-session6'],
  finds: 9,
  left: [],
  async use(program) {
    const alice = openBrowser(program)
    expect(await alice.get('/')).toMatchObject({ status: 200, text: 'The wiki' })
    expect(await alice.post('/pages', { title: 'Tulips' })).toMatchObject({ status: 401 })
    expect(await alice.post('/login', { name: 'alice', password: 'roses' })).toMatchObject({ status: 401 })
    expect(await alice.post('/login', { name: 'alice', password: 'tulips' })).toMatchObject({ status: 200, text: '{"name":"alice"}' })
    expect(await alice.post('/pages')).toMatchObject({ status: 400 })
    expect(await alice.post('/pages', { title: 'Tulips', text: 'Red' })).toMatchObject({ status: 201 })
    expect(await alice.post('/logout')).toMatchObject({ status: 200, text: '{"bye":true}' })
    expect(await alice.post('/pages', { title: 'Roses' })).toMatchObject({ status: 401 })
    expect(await alice.post('/login', { name: 'alice', password: 'tulips' })).toMatchObject({ status: 200 })
    expect(await openBrowser(program).get('/pages')).toMatchObject({ status: 200, text: '["Tulips"]' })
    expect(await alice.get('/nothing')).toMatchObject({ status: 404 })
  },
}
