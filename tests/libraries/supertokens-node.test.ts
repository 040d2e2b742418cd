import { readFileSync } from 'node:fs'
import { supertokensNode } from '../../lib/frameworks/supertokens-node.js'
import { load, summarise } from './installed.js'
import type { Owner } from './run-code.js'

/** Sessions are made by a service that does not run here: the package is read, not run. */
function source(file: string): string {
  return readFileSync(new URL(`./node_modules/supertokens-node/lib/build/recipe/session/${file}`, import.meta.url), 'utf8')
}

summarise('supertokens-node', 'read, not run: lib/build/recipe/session/cookieAndHeaders.js and utils.js say what the table says')

const { cookie, session } = supertokensNode

it('its cookies are always HttpOnly', () => {
  expect(cookie?.forced).toContain('httpOnly')
  expect(source('cookieAndHeaders.js')).toMatch(/let httpOnly = true;\s+return res\.setCookie\(name, value, domain, secure, httpOnly, expires, path, sameSite\)/)
})

it('Secure, SameSite and Path are by default what the table says, where site and API are one', () => {
  expect(cookie?.defaults).toMatchObject({ secure: 'tls', sameSite: 'lax', path: '/' })
  const text = source('utils.js')
  expect(text).toMatch(/config\.cookieSecure === undefined\s+\? appInfo\.apiDomain\.getAsStringDangerous\(\)\.startsWith\("https"\)/)
  expect(text).toMatch(/\? "none"\s+: "lax"/)
  expect(text).toMatch(/config\.accessTokenPath === undefined\s+\? new normalisedURLPath_1\.default\("\/"\)/)
})

it.each(Object.values(cookie?.keys ?? {}))('%s is an option', (option) => {
  expect(source('types.d.ts')).toMatch(new RegExp(`\\b${option}\\?: `))
})

it('no option tells how long a session lives', () => {
  expect(session?.lifetime.options).toBeUndefined()
  const [, options = ''] = /export type TypeInput = \{([^]*?)\n\};/.exec(source('types.d.ts')) ?? []
  expect(options).toContain('cookieSecure')
  expect(options).not.toMatch(/maxAge|validity|lifetime|expir(?:y|es)\b/i)
})

it('the cookie has the name that the table calls the default', () => {
  expect(source('constants.js') + source('utils.js') + source('cookieAndHeaders.js')).toContain(`"${session?.name.default ?? ''}"`)
})

it.each(supertokensNode.signatures.filter(({ root }) => root === 'Session'))('$text is there', ({ text }) => {
  const { default: Session } = load('supertokens-node/recipe/session') as { default: { default: Owner } & Owner }
  const [, name = ''] = /^Session\.(\w+)/.exec(text) ?? []
  expect(Session[name] ?? Session.default[name]).toBeTypeOf('function')
})
