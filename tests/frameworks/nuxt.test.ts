import { eventsOf } from '../events-of.js'
import { fileIn } from '../rule-tester.js'
import { formsOfNamed } from './import-forms.js'

const HEAD = `import { useCookie } from '#imports';`
const COOKIE = 'browserCookieWritten nuxt proved'

function eventOf(code: string, path?: string): string[] {
  const events = eventsOf(code, path === undefined ? {} : { filename: fileIn(`fixtures/nuxt/${path}`) })
  return events.map((event) => event.replace(/`.*` /, ''))
}

describe('useCookie', () => {
  it.each(
    ['#imports', '#app', 'nuxt/app'].flatMap((module) => formsOfNamed(module, 'useCookie').map(({ head, name, title }) => [title, module, head, name])),
  )('by %s of %s', (_title, _module, head, name) => {
    expect(eventOf(`${head}; ${name}('token').value = token`)).toEqual([`${COOKIE} token session path=/* lifetime=?`])
  })

  it.each([
    ['in place', `useCookie('sid').value = id`, `${COOKIE} sid session path=/* lifetime=none`],
    ['held by a constant', `const cookie = useCookie('auth_token'); async function login() { cookie.value = token }`, `${COOKIE} auth_token session path=/* lifetime=?`],
    ['with attributes', `const cookie = useCookie('sid', { maxAge: 60, secure: true, sameSite: 'lax' }); cookie.value = id`, `${COOKIE} sid session secure=true sameSite=lax path=/* lifetime=60s`],
    ['with the flag that says that scripts may read it', `useCookie('token', { httpOnly: false }).value = token`, `${COOKIE} token session httpOnly=false path=/* lifetime=?`],
    ['with attributes in a constant', `const options = { path: '/app' }; useCookie('sid', options).value = id`, `${COOKIE} sid session path=/app lifetime=none`],
    ['with a name in a constant', `const TOKEN = 'access_token'; useCookie(TOKEN).value = token`, `${COOKIE} access_token session path=/* lifetime=?`],
    ['of a preference', `useCookie('theme').value = 'dark'`, `${COOKIE} theme other path=/* lifetime=none`],
    ['that is deleted', `const cookie = useCookie('token'); cookie.value = null`, 'cookieCleared nuxt proved token session'],
    ['that is emptied', `useCookie('token').value = ''`, 'cookieCleared nuxt proved token session'],
  ])('%s', (_title, code, expected) => {
    expect(eventOf(`${HEAD} ${code}`)).toEqual([expected])
  })

  it('with a type', () => {
    const code = `${HEAD} const cookie = useCookie<string | null>('auth_token'); cookie.value = token`
    expect(eventsOf(code, { filename: '/nowhere/file.ts' })).toEqual([`${COOKIE} \`cookie.value = token\` auth_token session path=/* lifetime=?`])
  })

  it('that is only read is none', () => {
    expect(eventOf(`${HEAD} const token = useCookie('token'); if (token.value) load(token.value)`)).toEqual([])
  })
})

describe('without an import', () => {
  const code = `const token = useCookie('token'); token.value = answer.token`

  it.each(['pages/login.ts', 'app/pages/login.ts', 'composables/auth.ts', 'plugins/auth.client.ts', 'middleware/auth.global.ts', 'stores/auth.ts', 'app/utils/auth.js', 'layers/auth/composables/auth.ts'])(
    'in %s',
    (path) => {
      expect(eventOf(code, path)).toEqual([`${COOKIE} token session path=/* lifetime=?`])
    },
  )

  it.each([
    ['in a server', code, 'server/composables/login.ts'],
    ['at the top of the project', code, 'login.ts'],
    ['of another module', `import { useCookie } from 'react-use'; ${code}`, 'composables/auth.ts'],
    ['of the file', `function useCookie() {} ${code}`, 'composables/auth.ts'],
  ])('there is none %s', (_title, source, path) => {
    expect(eventOf(source, path)).toEqual([])
  })

  it('there is none in another project', () => {
    expect(eventsOf(code, { filename: fileIn('fixtures/express-5/composables/auth.ts') })).toEqual([])
  })
})
