import { LIMITS, readSettings } from '../../lib/events/settings.js'

function read(block: unknown) {
  return readSettings({ 'session-security': block })
}

const DEFAULTS = {
  libraries: [],
  cookies: { session: [], other: [], readable: [] },
  functions: { destroy: [], login: [], logout: [], regenerate: [], revoke: [] },
  profile: 'asvs-l2',
  fixes: 'apply',
  certainty: 'likely',
  environment: undefined,
}

it.each([
  ['no block', {}],
  ['an empty block', { 'session-security': {} }],
  ['the settings of others', { react: { version: 'detect' } }],
  ['a block that is undefined', { 'session-security': undefined }],
])('%s gives the defaults', (_title, all) => {
  expect(readSettings(all)).toEqual(DEFAULTS)
})

it('settings that are undefined are as good as none', () => {
  expect(read({ cookies: undefined, functions: undefined, profile: undefined })).toEqual(DEFAULTS)
})

it('every setting is read', () => {
  expect(
    read({
      libraries: ['express-session'],
      cookies: { session: ['^app_auth$'], other: ['^ui_'], readable: ['^hint$'] },
      functions: { login: ['enter'], logout: ['leave'], regenerate: ['rotateSession'], destroy: ['endSession'], revoke: ['revokeAll'] },
      profile: 'pci-dss',
      fixes: 'suggest',
      certainty: 'proved',
      environment: 'browser',
    }),
  ).toEqual({
    libraries: ['express-session'],
    cookies: { session: [/^app_auth$/u], other: [/^ui_/u], readable: [/^hint$/u] },
    functions: { login: ['enter'], logout: ['leave'], regenerate: ['rotateSession'], destroy: ['endSession'], revoke: ['revokeAll'] },
    profile: 'pci-dss',
    fixes: 'suggest',
    certainty: 'proved',
    environment: 'browser',
  })
})

it.each(Object.entries(LIMITS))('the profile %s has limits that are not the wrong way round', (profile, { absolute, idle }) => {
  expect(read({ profile }).profile).toBe(profile)
  expect(idle).toBeLessThanOrEqual(absolute)
})

it.each([
  ['the block', null, "settings['session-security'] must be an object."],
  ['the block', 'express-session', "settings['session-security'] must be an object."],
  ['the block', ['express-session'], "settings['session-security'] must be an object."],
  ['an unknown key', { library: ['x'] }, "settings['session-security'].library is not a setting; allowed are libraries, cookies, functions, profile, fixes, certainty, environment."],
  ['a key of the prototype', { constructor: 1 }, "settings['session-security'].constructor is not a setting; allowed are libraries, cookies, functions, profile, fixes, certainty, environment."],
  ['libraries', { libraries: 'express-session' }, "settings['session-security'].libraries must be an array of strings."],
  ['a library', { libraries: ['express', 1] }, "settings['session-security'].libraries[1] must be a string."],
  ['cookies', { cookies: ['sid'] }, "settings['session-security'].cookies must be an object."],
  ['an unknown environment', { environment: 'node' }, "settings['session-security'].environment must be one of browser, server, test."],
  ['null for cookies', { cookies: null }, "settings['session-security'].cookies must be an object."],
  ['an unknown kind of cookies', { cookies: { sessions: [] } }, "settings['session-security'].cookies.sessions is not a setting; allowed are session, other, readable."],
  ['patterns', { cookies: { session: 'sid' } }, "settings['session-security'].cookies.session must be an array of strings."],
  ['a pattern that is no text', { cookies: { other: [/x/] } }, "settings['session-security'].cookies.other[0] must be a string."],
  ['a pattern that does not compile', { cookies: { session: ['('] } }, "settings['session-security'].cookies.session[0] is not a regular expression: (."],
  ['a later pattern that does not compile', { cookies: { readable: ['^a$', '[b'] } }, "settings['session-security'].cookies.readable[1] is not a regular expression: [b."],
  ['functions', { functions: 'login' }, "settings['session-security'].functions must be an object."],
  ['an unknown kind of functions', { functions: { signIn: [] } }, "settings['session-security'].functions.signIn is not a setting; allowed are destroy, login, logout, regenerate, revoke."],
  ['a function', { functions: { login: [null] } }, "settings['session-security'].functions.login[0] must be a string."],
  ['a profile', { profile: 'asvs' }, `settings['session-security'].profile must be one of ${Object.keys(LIMITS).join(', ')}.`],
  ['a profile of the prototype', { profile: 'toString' }, `settings['session-security'].profile must be one of ${Object.keys(LIMITS).join(', ')}.`],
  ['null for a profile', { profile: null }, `settings['session-security'].profile must be one of ${Object.keys(LIMITS).join(', ')}.`],
  ['fixes', { fixes: true }, "settings['session-security'].fixes must be one of apply, suggest."],
  ['certainty', { certainty: 'sure' }, "settings['session-security'].certainty must be one of likely, proved."],
])('%s that is not allowed is refused by its key', (_title, block, message) => {
  expect(() => read(block)).toThrow(new Error(message))
})

it('a block is read once for all files', () => {
  const all = { 'session-security': { libraries: ['express'] } }
  expect(readSettings(all)).toBe(readSettings({ ...all }))
})

it('a frozen block is read as well', () => {
  const block = Object.freeze({ cookies: Object.freeze({ session: Object.freeze(['^x$']) }) })
  expect(read(block).cookies.session).toEqual([/^x$/u])
})
