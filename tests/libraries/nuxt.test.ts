import { nuxt } from '../../lib/frameworks/nuxt.js'
import { cookieFacts, defaults, maxAge } from './cookie-facts.js'
import { installed, load } from './installed.js'
import { parseSetCookie } from './set-cookie.js'

const { serialize } = load('cookie-es') as { serialize(name: string, value: string, options: object): string }
const facts = cookieFacts(nuxt)

/** What `useCookie` gives to the function that states its cookies, beside the attributes of the caller. */
const OF_NUXT = { path: '/' }

afterAll(() => {
  const { name, version } = installed('cookie-es')
  console.log(`nuxt 4.5.2: useCookie read, not run (dist/app/composables/cookie.js); stated by ${name} ${version} as the table says`)
})

it('a cookie has the attributes that the table calls defaults', () => {
  expect(parseSetCookie(serialize('flavour', 'plain', OF_NUXT)).attributes).toEqual(defaults(facts, 'https'))
})

it('attributes go by the names and the unit of the table', () => {
  const said = { httpOnly: true, secure: true, sameSite: 'strict', path: '/cellar' } as const
  expect(parseSetCookie(serialize('flavour', 'plain', { ...OF_NUXT, ...said, ...maxAge(facts, 60) })).attributes).toEqual({ ...said, maxAge: 60 })
})

it('a maxAge of 0 deletes the cookie', () => {
  expect(parseSetCookie(serialize('flavour', 'plain', { ...OF_NUXT, ...maxAge(facts, 0) })).deleted).toBe(facts.zeroDeletes)
})
