import rule from '../../lib/rules/no-token-in-web-storage.js'
import { ruleTester } from '../rule-tester.js'

ruleTester.run(rule.name, rule, {
  valid: [
    {
      name: 'what a page remembers',
      code: `localStorage.setItem('theme', 'dark')
localStorage.setItem('locale', locale)
localStorage.setItem('returnTo', location.href)
localStorage.setItem('tokens_seen', '3')
localStorage.layout = JSON.stringify(layout)
sessionStorage.setItem(SESSION_KEY, crypto.randomUUID())
localStorage.setItem('session_id', analytics.id)`,
    },
    {
      name: 'tokens that are something else',
      code: `localStorage.setItem('csrf-token', csrf.token)
localStorage.setItem('pushToken', registration.token)
localStorage.setItem('resetToken', value)
localStorage.setItem('page_token', next)`,
    },
    {
      name: 'what is said about tokens, and tokens that are money',
      code: `localStorage.setItem('tokenLimit', String(settings.tokenLimit))
localStorage.setItem('token_usage', JSON.stringify(usage))
localStorage.setItem('selectedTokenAddress', token.address)
localStorage.tokenDecimals = String(token.decimals)
localStorage.setItem('tokenAmount', amount)
localStorage.setItem('token_exp', claims.exp)
localStorage.setItem('fromToken', fromToken)
localStorage.setItem('mapboxToken', mapboxToken)
localStorage.setItem('swap', fromToken)`,
    },
    {
      name: 'the sessions of trackers, chats and games, whatever the variable is called',
      code: `localStorage.setItem('tracker_session_id', sessionId)
localStorage.setItem('chat_session_id', sessionId)
localStorage.chatSessionId = sessionId
localStorage.setItem('gameSessionId', sid)
localStorage.setItem('chat', chatSessionId)`,
    },
    {
      name: 'reading, and taking away',
      code: `const token = localStorage.getItem('token')
localStorage.removeItem('token')
localStorage.setItem('token', '')
localStorage.token = null
window.localStorage.setItem('jwt', '')`,
    },
    {
      name: 'a storage of another kind',
      code: `import { localStorage } from './storage.js'
localStorage.setItem('token', token)
cache.setItem('token', token)
function save(localStorage) { localStorage.setItem('token', token) }`,
    },
    {
      name: 'tokens of something else in an object',
      code: `localStorage.setItem('user', JSON.stringify({ name: user.name, id: user.id }))
localStorage.setItem('user', JSON.stringify({ name, token: null, jwt: '' }))
localStorage.setItem('user', JSON.stringify(user))
localStorage.setItem('form', JSON.stringify({ token: csrf.token }))
localStorage.setItem('user', JSON.stringify({ name, pushToken, token: pushToken }))
localStorage.setItem('device', JSON.stringify({ token }))
localStorage.setItem('editor', JSON.stringify({ tokens: [], tokenizer, tokenCount: tokens.length }))`,
    },
    {
      name: 'tokens of payments and captchas, and many of another kind',
      code: `localStorage.setItem('turnstileToken', value)
localStorage.setItem('x', turnstileToken)
localStorage.setItem('paymentToken', value)
localStorage.setItem('tokens', JSON.stringify(list))
localStorage.setItem('authTokensSeen', '3')`,
    },
    {
      name: 'a word for nothing',
      code: `localStorage.setItem('token', 'null')
localStorage.setItem('token', 'undefined')
localStorage.token = 'none'`,
    },
    { name: 'a header of another kind', code: `const { token: value } = data; localStorage.setItem('header', 'Basic ' + value)` },
    { name: 'the storage of the tab', code: `sessionStorage.setItem('access_token', token)` },
  ],
  invalid: [
    {
      name: 'a token by its key',
      code: `const { token } = await login()
localStorage.setItem('token', token)
window.localStorage.setItem('access_token', data.accessToken)
localStorage.authToken = response.data.token
localStorage['jwt'] = jwt
globalThis.localStorage.setItem('refreshToken', refresh)`,
      output: null,
      errors: [
        { messageId: 'token', data: { storage: 'localStorage' }, line: 2, column: 1, endColumn: 21 },
        { messageId: 'token', line: 3 },
        { messageId: 'token', line: 4, column: 1, endColumn: 23 },
        { messageId: 'token', line: 5 },
        { messageId: 'token', line: 6 },
      ],
    },
    {
      name: 'a token by what is written, whatever the key',
      code: `const TOKEN_KEY = 'app'
localStorage.setItem(TOKEN_KEY, user.token)
localStorage.setItem(AUTH, accessToken)
localStorage.setItem('session', data.access_token)`,
      output: null,
      errors: [
        { messageId: 'token', line: 2 },
        { messageId: 'token', line: 3 },
        { messageId: 'token', line: 4 },
      ],
    },
    {
      name: 'a token of something that has other sessions as well, and an ID under a key that says nothing',
      code: `localStorage.setItem('chat_token', value)
localStorage.setItem('editorAccessToken', value)
localStorage.setItem('visit', sessionId)`,
      output: null,
      errors: [
        { messageId: 'token', line: 1 },
        { messageId: 'token', line: 2 },
        { messageId: 'token', line: 3 },
      ],
    },
    ...[
      ['an object', `localStorage.setItem('user', JSON.stringify({ name: data.name, token: data.token }))`],
      ['an object with two', `localStorage.setItem('auth', JSON.stringify({ accessToken, refreshToken }))`],
      ['an object in an object', `localStorage.setItem('persist', JSON.stringify({ state: { user, token } }))`],
      ['an object that is spread into another', `localStorage.setItem('user', JSON.stringify({ ...user, jwt: answer.value }))`],
      ['an object in a variable', `const stored = { name, access_token: answer.value }; localStorage.setItem('user', JSON.stringify(stored))`],
      ['an object, assigned', `localStorage.user = JSON.stringify({ token })`],
      ['a text for it', `localStorage.setItem('value', JSON.stringify(data.token))`],
      ['two by their key', `localStorage.setItem('authTokens', JSON.stringify(data))`],
      ['two by their key, in a page for logins', `const data = await login(); localStorage.setItem('tokens', JSON.stringify(data.tokens))`],
      ['a header', `const { token: value } = data; localStorage.setItem('Authorization', 'Bearer ' + value)`],
      ['a header in a template', 'const { token: value } = data; localStorage.setItem("header", `Bearer ${value}`)'],
      ['a longer text', `localStorage.setItem('header', 'x ' + accessToken)`],
    ].map(([name = '', code = '']) => ({ name: `a token in ${name}`, code, output: null, errors: [{ messageId: 'token' }] })),
    {
      name: 'the storage of the tab, where it is not allowed',
      code: `sessionStorage.setItem('access_token', token)`,
      options: [{ allowSessionStorage: false }],
      output: null,
      errors: [{ messageId: 'token', data: { storage: 'sessionStorage' } }],
    },
  ],
})
