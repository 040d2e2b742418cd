import { instantOf } from '../../lib/ast/instant.js'
import { roleOf } from '../../lib/events/cookie-role.js'
import { cookieValue, type CookieValue } from '../../lib/events/cookie-values.js'
import { readSettings } from '../../lib/events/settings.js'
import { first, probe } from '../ast/probe.js'

const UNKNOWN_NAME = { state: 'unknown', possible: [] } as const

function roleOfName(name: string, block: Readonly<Record<string, unknown>> = {}) {
  const node = first(probe(`$(name)`))
  return roleOf({ state: 'known', value: name, node, from: 'source' }, undefined, undefined, readSettings({ 'session-security': block }))
}

/** The role by the expression for a name that nobody knows. */
function roleOfConstant(code: string) {
  return roleOf(UNKNOWN_NAME, first(probe(`$(${code})`)), undefined, readSettings({}))
}

function roleOfValue(code: string) {
  return roleOf(UNKNOWN_NAME, undefined, valueOf(code), readSettings({}))
}

/** The role of a cookie of which both are known. */
function roleOfBoth(name: string, code: string) {
  const node = first(probe(`$(name)`))
  return roleOf({ state: 'known', value: name, node, from: 'source' }, undefined, valueOf(code), readSettings({}))
}

function valueOf(code: string): CookieValue {
  const marked = probe(`const MINUTE = 60_000; const end = Date.now() + MINUTE; $(${code})`)
  const { bindings, sourceCode } = marked
  return cookieValue(first(marked), { bindings, sourceCode, instantOf: (node) => instantOf(node, sourceCode, bindings) })
}

it.each([
  // The usual names of session libraries and frameworks.
  'connect.sid', 'sid', 'SID', 'sess', 'session', 'sessionid', 'sessionId', 'session_id', 'session-id', 'session.id', 'SESSION_ID', 'sessid',
  'session-token', 'sessionToken', 'session_token', 'koa.sess', 'koa:sess', 'koa.sid', 'next-auth.session-token', '__Secure-next-auth.session-token',
  'better-auth.session_token', 'authjs.session-token', 'PHPSESSID', 'JSESSIONID', 'ASP.NET_SessionId', '_myapp_session', 'laravel_session', 'astro-session',
  // Names that programs choose.
  'auth', 'auth_token', 'auth-token', 'authToken', 'authtoken', 'token', 'TOKEN', 'jwt', 'my_jwt', 'access_token', 'accessToken', 'access-token', 'ACCESS_TOKEN',
  'refresh_token', 'refreshToken', 'id_token', 'bearer', 'remember', 'remember_me', 'rememberMe', 'remember-me', 'remember_token', 'app.sid', 'myapp-session',
  'admin_session', 'user.token', 'user_token', '__Host-sid', '__Host-session', '__Secure-auth', 'x-auth-token', 'oauth_token', 'authorization', 'exp_session', 'session_exp_token',
  'ui_session', 'admin-ui-token', 'source_token', 'session_ui_token', 'limitToken', 'usage_token', 'base_session_token', 'chat_token', 'game_auth', 'editor_session_token', 'player_jwt',
])('%s is a session', (name) => {
  expect(roleOfName(name)).toBe('session')
})

it.each([
  // Defences, and the protocols of logins.
  'csrf', '_csrf', 'csrf-token', 'csrf_token', 'csrfToken', 'XSRF-TOKEN', 'xsrf', '__Host-psifi.x-csrf-token', 'antiforgery-token', 'state', 'oauth_state',
  'auth_state', 'auth.state', 'nonce', 'auth_nonce', 'pkce', 'pkce_code_verifier', 'code_verifier', 'auth_challenge', 'next-auth.csrf-token', 'next-auth.callback-url', 'captcha_token',
  // What the browser shows or remembers.
  'theme', 'session_theme', 'dark-mode', 'locale', 'lang', 'i18n', 'consent', 'cookie_consent', 'gdpr', 'flash', 'auth_flash', 'redirect', 'authRedirect', 'loginRedirect',
  'returnTo', 'return_to', 'auth_return', 'ab_test', 'experiment', 'variant', 'sidebar_state', 'timezone', 'tz', 'currency', 'banner_seen', 'preferences', 'prefs',
  'auth_error', 'cart', 'cart_token', '_ga_session', 'utm_session',
  // What is said about a session, and is none.
  'lastSignedIn', 'last_session', 'session_expires', 'token_expiry', 'auth_hint', 'session_count', 'sessionTimeout', 'app.loggedIn', 'logged_in', 'isLoggedIn', 'loginstate',
  'token_type', 'auth_provider', 'session_started', 'session_active', 'has_session', 'sessions', 'session_exp', 'jwt_exp', 'tokenExp', 'access_token_exp', '__Host-session-exp', 'remember_email', 'rememberUsername', 'session_name',
  'auth_method', 'authMethod', 'auth_mode', 'auth_modal', 'auth_popup', 'auth_step', 'session_version', 'session_ui', 'session_source', 'session_landing', 'session_duration',
  'session_length', 'session_visits', 'token_address', 'auth_status', 'session_user_role',
  // Sessions of another kind.
  'session_recording', 'session_survey', 'chat_session', 'chat_session_id', 'chatSessionId', 'quiz_session', 'game_session', 'hubspot_session', 'gtm_session', 'tracker_sid', 'checkout_session',
  // Tokens that are no logins.
  'reset_token', 'verification_token', 'inviteToken', 'push_token', 'device-token', 'page_token', 'request_token', 'mapboxToken',
  'tokenLimit', 'token_usage', 'selectedTokenAddress', 'tokenDecimals', 'tokenAmount', 'tokenBalance', 'tokenSymbol', 'fromToken', 'to_token', 'selectedToken', 'nftToken',
])('%s is something else', (name) => {
  expect(roleOfName(name)).toBe('other')
})

it.each([
  'foo', 'id', 'user', 'userid', 'userId', 'uid', 'app', 'data', 'inside', 'residence', 'president', 'consider', 'sidecar', 'obsession', 'possession', 'sessional',
  'author', 'authority', 'authentic', 'authored', 'tokenize', 'tokens', 'jwts', 'rememberance', 'besides', 'visit', '', ' ', '___', '🍪',
])('%j says nothing', (name) => {
  expect(roleOfName(name)).toBe('unknown')
})

describe('the settings', () => {
  it.each([
    ['name sessions', 'qid', { cookies: { session: ['^qid$'] } }, 'session'],
    ['name other cookies', 'app_session', { cookies: { other: ['^app_'] } }, 'other'],
    ['name other cookies first', 'sid', { cookies: { session: ['sid'], other: ['sid'] } }, 'other'],
    ['leave other names as they are', 'sid', { cookies: { session: ['^qid$'] } }, 'session'],
    ['say nothing about a cookie that scripts read', 'sid', { cookies: { readable: ['^sid$'] } }, 'session'],
  ])('%s', (_title, name, block, expected) => {
    expect(roleOfName(name, block)).toBe(expected)
  })

  it('are not compared with more than 256 characters', () => {
    expect(roleOfName(`${'x'.repeat(256)}qid`, { cookies: { session: ['qid'] } })).toBe('unknown')
    expect(roleOfName(`${'x'.repeat(253)}qid`, { cookies: { session: ['qid'] } })).toBe('session')
  })

  it('are compared in time that does not explode', () => {
    const start = performance.now()
    roleOfName(`${'a'.repeat(20)}!`, { cookies: { session: ['^(a|b)*$'] } })
    roleOfName('-_.'.repeat(100_000))
    expect(performance.now() - start).toBeLessThan(1000)
  })
})

describe('a name that nobody knows is told by its constant', () => {
  it.each([
    ['SESSION_COOKIE_NAME', 'session'],
    ['SESSION_COOKIE', 'session'],
    ['SESSION_KEY', 'session'],
    ['TOKEN_KEY', 'session'],
    ['config.auth_cookie_name', 'session'],
    ['config.session.cookie', 'unknown'],
    ['AuthTokenType.ACCESS_TOKEN', 'session'],
    ['Cookies.Session', 'session'],
    ['this.tokenName', 'session'],
    ['`${prefix}_session`', 'session'],
    ['`shop${number}session`', 'session'],
    ['prefix + "-sid"', 'session'],
    ['"sid-" + tenant', 'session'],
    ['"s" + "id"', 'session'],
    ['tenant + shop', 'unknown'],
    ['CSRF_COOKIE_NAME', 'other'],
    ['config.themeCookie', 'other'],
    ['`${prefix}-theme`', 'other'],
    ['OAUTH_STATE_COOKIE', 'other'],
    ['COOKIE_NAME', 'unknown'],
    ['name', 'unknown'],
    ['config.cookieName', 'unknown'],
    ['getName(user)', 'unknown'],
    ['names[0]', 'unknown'],
  ] as const)('%s is %s', (code, expected) => {
    expect(roleOfConstant(code)).toBe(expected)
  })

  it('and so is one whose value says nothing', () => {
    const node = first(probe(`const SESSION_COOKIE = 'qid'; $(SESSION_COOKIE)`))
    expect(roleOf({ state: 'known', value: 'qid', node, from: 'source' }, node, undefined, readSettings({}))).toBe('session')
  })

  it('but not one whose value says what it is', () => {
    const node = first(probe(`const SESSION_COOKIE = 'theme'; $(SESSION_COOKIE)`))
    expect(roleOf({ state: 'known', value: 'theme', node, from: 'source' }, node, undefined, readSettings({}))).toBe('other')
  })
})

describe('a name that says nothing is told by its value', () => {
  it.each([
    ['token', 'session'],
    ['user.token', 'session'],
    ['accessToken', 'session'],
    ['tokens.refresh_token', 'session'],
    ['req.sessionID', 'session'],
    ['req.session.id', 'session'],
    ['session.id', 'session'],
    ['sessionId', 'session'],
    ['sid', 'session'],
    ['jwt', 'session'],
    ['jwt.sign({ id }, secret)', 'session'],
    ['this.jwtService.sign(payload)', 'session'],
    ['await this.jwtService.signAsync(payload)', 'session'],
    ['await new SignJWT(claims).setExpirationTime("1h").sign(key)', 'session'],
    ['generateToken(user)', 'session'],
    ['await createAccessToken(user)', 'session'],
    ['user.generateSessionId()', 'session'],
    ['encodeURIComponent(token)', 'session'],
    ['String(sessionId)', 'session'],
    ['JSON.stringify(token)', 'session'],
    ['`Bearer ${token}`', 'session'],
    ['(token as string)!', 'session'],
    ['csrfToken', 'other'],
    ['previewToken', 'other'],
    ['req.csrfToken()', 'other'],
    ['csrf.token', 'other'],
    ['resetToken', 'other'],
    ['response.nextPageToken', 'other'],
    ['true', 'other'],
    ['"1"', 'other'],
    ['"yes"', 'other'],
    ['req.originalUrl', 'other'],
    ['req.path', 'other'],
    ['user.id', 'unknown'],
    ['user.email', 'unknown'],
    ['value', 'unknown'],
    ['"dark"', 'unknown'],
    ['JSON.stringify(settings)', 'unknown'],
    ['tokens.length', 'unknown'],
    ['jwt.decode(text)', 'unknown'],
    ['signature.sign(data)', 'unknown'],
    ['`${first} ${last}`', 'unknown'],
    ['{}', 'unknown'],
  ] as const)('%s is %s', (code, expected) => {
    expect(roleOfValue(code)).toBe(expected)
  })

  it('and a flag is no credential, whatever its name', () => {
    expect(roleOfBoth('session', 'true')).toBe('other')
  })

  it.each([
    'Date.now() + 3600000', 'String(Date.now() + 3600000)', '`${Date.now() + MINUTE}`', 'end', 'String(end)', 'end.toString()', 'new Date(Date.now() + MINUTE).toISOString()',
    'encodeURIComponent(new Date(end).toISOString())',
  ])('and %s is a time to come, and no credential', (code) => {
    expect(roleOfBoth('session', code)).toBe('other')
  })

  it.each([
    'Date.now()', 'String(Date.now())', 'Date.now() + Math.random()', 'Date.now() + user.id', '`${user.id}-${Date.now() + MINUTE}`', '`s${end}`', 'hash(end)',
  ])('and %s may be an ID', (code) => {
    expect(roleOfBoth('session', code)).toBe('session')
  })

  it.each([
    ['session_intro', `'done'`], ['session_intro', `open ? 'on' : 'closed'`], ['auth_panel', `'very-compact'`], ['session_panel', `'2'`], ['session_panel', '42'],
  ])('%s with the value %s is no credential', (name, code) => {
    expect(roleOfBoth(name, code)).toBe('other')
  })

  it.each([
    ['session', `'abc'`], ['access_token', `'made-up'`], ['jwt', `'abc'`], ['__Host-sid', `'x'`], ['app_session', `'10b7e4f2'`], ['app_session', '12345'], ['app_session', 'open ? "on" : id'],
  ])('%s with the value %s may be one', (name, code) => {
    expect(roleOfBoth(name, code)).toBe('session')
  })

  it.each([`'10b7e4f2'`, 'login.signed_url'])('and %s is no hint', (code) => {
    expect(roleOfBoth('session', code)).toBe('session')
  })

  it('and a name that says what it is counts more', () => {
    expect(roleOfBoth('XSRF-TOKEN', 'token')).toBe('other')
  })
})
