import type { Attribute } from '../../lib/frameworks/framework.js'
import { sessionFileOf } from '../events-of.js'

/** Where the cookie of a session has an attribute, or would have it, as a message calls the place. */
function nameOf(attribute: Attribute, advanced: string): string | undefined {
  const { events } = sessionFileOf(`import { betterAuth } from 'better-auth'; export const auth = betterAuth({ advanced: ${advanced} }) // session`)
  return events.find((event) => event.type === 'sessionConfigured')?.cookie.nameOf(attribute)
}

it.each([
  ['where nothing says it', 'secure', '{}', 'advanced.cookies.session_token.attributes.secure'],
  ['where it is written', 'secure', '{ cookies: { session_token: { attributes: { secure: true } } } }', 'advanced.cookies.session_token.attributes.secure'],
  ['among those of all cookies', 'secure', '{ defaultCookieAttributes: { secure: true } }', 'advanced.defaultCookieAttributes.secure'],
  ['in an option beside them', 'secure', '{ useSecureCookies: false }', 'advanced.useSecureCookies'],
  ['in an option that is on', 'domain', `{ crossSubDomainCookies: { enabled: true, domain: '.example.com' } }`, 'advanced.crossSubDomainCookies.domain'],
  ['not in an option that is off', 'domain', `{ crossSubDomainCookies: { enabled: false, domain: '.example.com' } }`, 'advanced.cookies.session_token.attributes.domain'],
  ['not in an option that may be off', 'domain', `{ crossSubDomainCookies: { enabled, domain: '.example.com' } }`, 'advanced.cookies.session_token.attributes.domain'],
] as const)('an attribute stands %s', (_title, attribute, advanced, place) => {
  expect(nameOf(attribute, advanced)).toBe(place)
})
