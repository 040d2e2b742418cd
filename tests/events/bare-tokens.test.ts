import { describe, expect, it } from 'vitest'
import { callsNamed } from '../../lib/ast/calls-named.js'
import { createBareTokens } from '../../lib/events/bare-tokens.js'
import { sessionFileOf } from '../events-of.js'

/** What is known of the value in `here(…)`. */
function tokenIn(code: string, path = '/') {
  const { context, purposes } = sessionFileOf(`import session from 'express-session'; ${code}`)
  const [given] = callsNamed(context.sourceCode, (name) => name === 'here')[0]?.arguments ?? []
  if (!given) throw new Error('The program does not call `here`.')
  const tokens = createBareTokens(context, purposes)
  return { isOfOther: tokens.isOfOther(given, path), isSetting: tokens.isSetting(given) }
}

describe('a value logs in', () => {
  it.each([
    ['a token', 'here(token)'],
    ['a token or another', 'here(accessToken || shareToken)'],
    ['one of two tokens', 'here(isNew ? token : guest.token)'],
    ['one of two tokens, the other way round', 'here(isNew ? guest.token : token)'],
    ['what is signed', 'const made = jwt.sign(user); here(made)'],
    ['what a page keeps', `const kept = localStorage.getItem('token'); here(kept)`, '/calendar.ics'],
    ['the ID of a session', 'here(session.id)'],
    ['a part of a token', 'here(tokenRef.current)'],
    ['a token of a user, signed by hand', `const token = createHmac('sha256', key).update(user.id).digest('hex'); here(token)`],
    ['a token for a page that is called nearly so', 'here(token)', '/calendar.icsx'],
    ['a text', 'here("token")'],
    ['a token that a function gives', 'here(await refreshToken())'],
  ])('%s', (_title, code, path?: string) => {
    expect(tokenIn(code, path).isOfOther).toBe(false)
  })
})

describe('a value is of another kind', () => {
  it.each([
    ['what is called no token', 'here(name)'],
    ['a part of a token that is none', 'here(token.expiry)'],
    ['one of two such', 'here(isNew ? guest.token : order.token)'],
    ['the first of two', 'here(guest.token ?? token)'],
    ['a token of a guest', 'here(guest.token)'],
    ['a token of a calendar', 'here(calendarToken)'],
    ['a token that is shared', 'const token = make(); await db.shares.insert({ token }); here(token)'],
    ['a token that is kept for those with whom something is shared', 'const token = make(); shares.set(token, file); here(token)'],
    ['a token for an upload', 'const token = await signUpload(file); here(token)'],
    ['a token for a preview', 'const token = makePreview(file); here(token)'],
    ['a token for a thing to download', 'here(createDownloadToken())'],
    ['a signature', `const token = createHmac('sha256', key).update(file).digest('hex'); here(token)`],
    ['a signature by a way', `const made = createHmac('sha256', key); const token = made.digest('hex'); here(token)`],
    ['an address for messages', 'const token = await getToken(getMessaging(), { vapidKey }); here(token)'],
    ['a token that a function shares', 'function createEmbed() { here(token) }'],
    ['a token that a function puts on a feed', 'function calendarFeed() { here(token) }'],
    ['a token for a calendar', 'here(token)', '/calendar.ics'],
    ['a token for an answer to an invitation', 'here(token)', '/events/RSVP'],
  ])('%s', (_title, code, path?: string) => {
    expect(tokenIn(code, path).isOfOther).toBe(true)
  })
})

describe('a value stands in the settings', () => {
  it.each([
    'here(process.env.TOKEN)', 'const token = process.env.TOKEN; here(token)', 'const token = process.env.TOKEN ?? fallback; here(token)', 'const config = { token: process.env.TOKEN }; here(config.token)', 'here(import.meta.env.TOKEN)',
  ])('%s', (code) => {
    expect(tokenIn(code).isSetting).toBe(true)
  })

  it.each(['here(token)', 'const token = make(); here(token)', 'here(process.argv[2])', 'const token = given ?? process.env.TOKEN; here(token)', 'const config = { token }; here(config.token)'])('but not %s', (code) => {
    expect(tokenIn(code).isSetting).toBe(false)
  })
})
