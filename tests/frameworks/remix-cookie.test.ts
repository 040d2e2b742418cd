import { eventsOf } from '../events-of.js'
import { formsOfNamed } from './import-forms.js'

const DECLARED = 'cookieWritten @remix-run/cookie proved `createCookie` session session sameSite=lax* path=/* lifetime=?'

describe('a cookie', () => {
  it.each(formsOfNamed('@remix-run/cookie', 'createCookie').map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    const [event] = eventsOf(`${head}; export const cookie = ${name}('session', { httpOnly: true, maxAge: 60 })`)
    expect(event).toMatch(/^cookieWritten @remix-run\/cookie proved `.+` session session httpOnly=true sameSite=lax\* path=\/\* lifetime=60s$/)
  })

  it.each([
    ['made by a function', `import { createCookie } from '@remix-run/cookie'; export const cookie = createCookie('session')`, [DECLARED]],
    ['made with new', `import { Cookie } from '@remix-run/cookie'; export const cookie = new Cookie('session', { secrets })`, [DECLARED.replace('createCookie', 'Cookie')]],
    [
      'written',
      `import { createCookie } from '@remix-run/cookie'; const cookie = createCookie('session', { httpOnly: true }); export const header = await cookie.serialize(id)`,
      [
        DECLARED.replace('sameSite', 'httpOnly=true sameSite').replace('?', 'none'),
        'cookieWritten @remix-run/cookie proved `serialize` session session httpOnly=? secure=? sameSite=? path=? domain=? partitioned=? lifetime=?',
      ],
    ],
    [
      'deleted',
      `import { Cookie } from '@remix-run/cookie'; const cookie = new Cookie('session', { maxAge: 60 }); export const header = await cookie.serialize('', { maxAge: 0 })`,
      [DECLARED.replace('createCookie', 'Cookie').replace('?', '60s'), 'cookieCleared @remix-run/cookie proved `serialize` session session'],
    ],
  ])('%s', (_title, code, expected) => {
    expect(eventsOf(code)).toEqual(expected)
  })
})

describe('silence', () => {
  it.each([
    ['the header of a request', `import { Cookie } from '@remix-run/headers'; new Cookie('session=1')`],
    ['a function of the file', `function createCookie() {} createCookie('session')`],
    ['a cookie that is handed in', `import type { Cookie } from '@remix-run/cookie'; export const open = (jar) => jar.serialize('session')`],
  ])('for %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([])
  })
})
