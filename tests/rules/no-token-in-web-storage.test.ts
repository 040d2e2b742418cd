import rule from '../../lib/rules/no-token-in-web-storage.js'
import { fileIn, ruleTester } from '../rule-tester.js'

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
      name: 'facts about tokens',
      code: ['tokenRefreshedAt', 'tokenIssuedAt', 'tokenTimestamp', 'token_ttl', 'token_refreshed_at', 'token_set_at', 'token_created', 'tokenReceivedAt', 'auth_token_age', 'accessTokenDate']
        .map((key) => `localStorage.setItem('${key}', value)`)
        .join('\n'),
    },
    {
      name: 'times, numbers and flags, which are no tokens',
      code: `const now = Date.now()
localStorage.setItem('token', String(Date.now()))
localStorage.setItem('auth_token', new Date().toISOString())
localStorage.setItem('authToken', Date.now() + 3_600_000)
localStorage.authToken = now
localStorage.setItem('accessToken', \`\${now}\`)
localStorage.setItem('jwt', 'true')
localStorage.setItem('stay', JSON.stringify({ token: Date.now() }))`,
    },
    {
      name: 'an ID that the page has made itself',
      code: `import { v4 as uuidv4 } from 'uuid'
export function getSessionId() {
  let sessionId = localStorage.getItem('sessionId')
  if (!sessionId) {
    sessionId = uuidv4()
    localStorage.setItem('sessionId', sessionId)
  }
  return sessionId
}
function makeSessionId() { return 's' + Math.random().toString(36).slice(2) }
const sessionId = localStorage.getItem('sessionId') ?? crypto.randomUUID()
localStorage.setItem('sessionId', sessionId)
localStorage.setItem('sid', Math.random().toString(36))
localStorage.setItem('guest_token', crypto.randomUUID())
localStorage.setItem('visit', makeSessionId())
localStorage.setItem('visit', JSON.stringify({ sid: uuidv4(), start: Date.now() }))`,
    },
    {
      name: 'an ID that the page has made itself, where the storage of the tab is not allowed',
      code: `let sessionId = null
function newSession() {
  sessionId = Date.now().toString(36) + Math.random().toString(36).slice(2)
  sessionStorage.setItem('rr_sid', sessionId)
}`,
      options: [{ allowSessionStorage: false }],
    },
    {
      name: 'the ID of what an address of other sessions has given',
      code: `async function open(model) {
  const session = await (await fetch('/api/chat/sessions', { method: 'POST', body: JSON.stringify({ model }) })).json()
  localStorage.setItem('currentSessionId', session.id)
  localStorage.setItem('sessionId', session.id)
  localStorage.setItem('selectedSession', session.id)
}
async function start() {
  const { data } = await axios.post('/api/workout-sessions')
  localStorage.setItem('sessionId', data.sessionId)
  const { sessionId } = await api.post(\`/exam-sessions/\${exam.id}\`)
  localStorage.setItem('sessionId', sessionId)
}`,
    },
    {
      name: 'the use of a language model, in a page for logins',
      code: `login()
localStorage.setItem('tokens', JSON.stringify({ prompt: 1, completion: 2 }))
localStorage.setItem('design-tokens', JSON.stringify(tokens))`,
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
    {
      name: 'a key in a field that gets other values',
      code: `class Store { #key = 'auth_token'; save(value) { this.#key = other; localStorage.setItem(this.#key, value) } }`,
    },
    {
      name: 'the storage of the tab, or one of another kind',
      code: `const storage = remember ? cookies : sessionStorage; storage.setItem('token', token)`,
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
      ['one of two storages', `const storage = remember ? localStorage : sessionStorage; storage.setItem('token', value)`],
      ['one of two storages, in its place', `(remember ? sessionStorage : window.localStorage).setItem('token', value)`],
      ['a key in a field', `class Store { static KEY = 'auth_token'; save(value) { localStorage.setItem(Store.KEY, value) } }`],
      ['a key in a field of its own', `class Store { #key = 'auth_token'; save(value) { localStorage.setItem(this.#key, value) } }`],
      ['two by their short names, in a page for logins', `const { access, refresh } = await login(); localStorage.setItem('tokens', JSON.stringify({ access, refresh }))`],
      ['two by their key, some of them unseen', `const data = await login(); localStorage.setItem('tokens', JSON.stringify({ ...data, user: 1 }))`],
      ['the answer to a login', `const session = await (await fetch('/api/sessions', { method: 'POST' })).json(); localStorage.setItem('session', session.id)`],
      ['the answer for a chat', `const session = await api.post('/api/chat/sessions'); localStorage.setItem('chat', session.token)`],
      ['a text that has a time as well', `localStorage.setItem('auth', JSON.stringify({ token, at: Date.now() }))`],
      ['two by their key, in a page for logins', `const data = await login(); localStorage.setItem('tokens', JSON.stringify(data.tokens))`],
      ['a header', `const { token: value } = data; localStorage.setItem('Authorization', 'Bearer ' + value)`],
      ['a header in a template', 'const { token: value } = data; localStorage.setItem("header", `Bearer ${value}`)'],
      ['a longer text', `localStorage.setItem('header', 'x ' + accessToken)`],
    ].map(([name = '', code = '']) => ({ name: `a token in ${name}`, code, output: null, errors: [{ messageId: 'token' }] })),
    {
      name: 'a key in a field that only the class writes, in TypeScript',
      code: `export class AuthStore {
  private readonly KEY = 'auth_token'
  private key = 'auth_token'
  save(value: string) {
    localStorage.setItem(this.KEY, value)
    localStorage.setItem(this.key, value)
  }
}`,
      filename: fileIn('fixtures/file.ts'),
      output: null,
      errors: [
        { messageId: 'token', line: 5 },
        { messageId: 'token', line: 6 },
      ],
    },
    {
      name: 'one of two storages, of which neither is allowed',
      code: `(remember ? localStorage : sessionStorage).setItem('token', value)`,
      options: [{ allowSessionStorage: false }],
      output: null,
      errors: [{ messageId: 'token', data: { storage: 'localStorage' } }],
    },
    {
      name: 'the storage of the tab, where it is not allowed',
      code: `sessionStorage.setItem('access_token', token)`,
      options: [{ allowSessionStorage: false }],
      output: null,
      errors: [{ messageId: 'token', data: { storage: 'sessionStorage' } }],
    },
  ],
})
