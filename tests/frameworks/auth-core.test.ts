import { eventsOf } from '../events-of.js'
import { formsOfNamed } from './import-forms.js'

const OPTIONS = `{ cookies: { sessionToken: { options: { httpOnly: false, path: '/' } } } }`
const CONFIGURED = 'sessionConfigured @auth/core proved `Auth` httpOnly=false secure=tls* sameSite=lax* path=/ lifetime=2592000s*'

function configuredBy(code: string): string[] {
  return eventsOf(code).map((event) => event.replace(/`.*`/, '`Auth`'))
}

describe('a configuration', () => {
  it.each(formsOfNamed('@auth/core', 'Auth').map(({ head, name, title }) => [title, head, name]))('by %s', (_title, head, name) => {
    expect(configuredBy(`${head}; export const handle = (request) => ${name}(request, ${OPTIONS})`)).toEqual([CONFIGURED])
  })

  it.each([
    ['SvelteKit', `import { SvelteKitAuth } from '@auth/sveltekit'; export const { handle } = SvelteKitAuth(${OPTIONS})`],
    ['SvelteKit, lazily', `import { SvelteKitAuth } from '@auth/sveltekit'; export const { handle } = SvelteKitAuth(async (event) => { return ${OPTIONS} })`],
    ['Express', `import { ExpressAuth } from '@auth/express'; app.use('/auth/*', ExpressAuth(${OPTIONS}))`],
    ['Solid', `import { SolidAuth } from '@auth/solid-start'; export const { GET, POST } = SolidAuth(${OPTIONS})`],
    ['Qwik', `import { QwikAuth$ } from '@auth/qwik'; export const { onRequest } = QwikAuth$(() => (${OPTIONS}))`],
  ])('of %s', (_title, code) => {
    expect(configuredBy(code)).toEqual([CONFIGURED])
  })

  it.each([
    ['@auth/core', 'AuthConfig'],
    ['@auth/core/types', 'AuthConfig'],
    ['@auth/sveltekit', 'SvelteKitAuthConfig'],
    ['@auth/express', 'ExpressAuthConfig'],
    ['@auth/solid-start', 'SolidAuthConfig'],
    ['@auth/qwik', 'QwikAuthConfig'],
  ])('by the type of %s, %s', (module, type) => {
    expect(configuredBy(`import type { ${type} } from '${module}'; export const config: ${type} = ${OPTIONS}`)).toEqual([CONFIGURED])
    expect(configuredBy(`import type { ${type} } from '${module}'; export default ${OPTIONS} satisfies ${type}`)).toEqual([CONFIGURED])
  })

  it.each([
    ['nothing about the cookie', `{ session: { strategy: 'jwt' } }`, 'httpOnly=true* secure=tls* sameSite=lax* path=/* lifetime=2592000s*'],
    ['some attributes', `{ cookies: { sessionToken: { options: { domain: '.example.com' } } } }`, 'httpOnly=true* secure=tls* sameSite=lax* path=/* domain=.example.com lifetime=2592000s*'],
    ['no attributes', `{ cookies: { sessionToken: { name: 'session' } } }`, 'httpOnly=true* secure=tls* sameSite=lax* path=/* lifetime=2592000s*'],
    ['a lifetime', `{ session: { maxAge: 8 * 60 * 60 } }`, 'httpOnly=true* secure=tls* sameSite=lax* path=/* lifetime=28800s'],
    ['another cookie', `{ session: {}, cookies: { csrfToken: { options: { httpOnly: false } } } }`, 'httpOnly=true* secure=tls* sameSite=lax* path=/* lifetime=2592000s*'],
  ])('with %s', (_title, options, expected) => {
    expect(eventsOf(`import { ExpressAuth } from '@auth/express'; ExpressAuth(${options})`)).toEqual([`sessionConfigured @auth/core proved \`ExpressAuth\` ${expected}`])
  })

  it.each([
    ['a function of the file', `import '@auth/core'; function Auth(request, options) {} Auth(request, ${OPTIONS})`],
    ['another library', `import { SvelteKitAuth } from './auth.js'; SvelteKitAuth(${OPTIONS})`],
    ['a session that is asked for', `import { getSession } from '@auth/express'; getSession(req, ${OPTIONS})`],
  ])('is not %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([])
  })
})
