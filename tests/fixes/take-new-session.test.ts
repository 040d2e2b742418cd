import * as typeScriptParser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import plugin from '../../lib/index.js'

const RULE = 'session-security/require-regenerate-after-login'
const HEAD = `import { createMemorySessionStorage, type ActionFunctionArgs } from 'react-router'
const storage = createMemorySessionStorage({ cookie: { maxAge: 60 } })
const { getSession, commitSession, destroySession } = storage
`

const OPEN = `const session = await getSession(request.headers.get('Cookie'))`
const SEND = `return redirect('/', { headers: { 'Set-Cookie': await commitSession(session) } })`

function inAction(...statements: readonly string[]): string {
  return `export async function action({ request }: ActionFunctionArgs) {\n${statements.map((line) => `  ${line}\n`).join('')}}\n`
}

function lint(code: string) {
  const linter = new Linter({ cwd: '/' })
  const config = [
    { files: ['**/*.ts'], languageOptions: { parser: typeScriptParser }, plugins: { 'session-security': plugin }, rules: { [RULE]: 'error' } },
  ] as unknown as Linter.Config[]
  const filename = '/nowhere/login.ts'
  const messages = linter.verify(HEAD + code, config, { filename })
  expect(messages.filter(({ fatal }) => fatal)).toEqual([])
  return { messages, output: linter.verifyAndFix(HEAD + code, config, { filename }).output.slice(HEAD.length) }
}

it('the message names what to write', () => {
  const { messages } = lint(inAction(OPEN, `session.set('userId', user.id)`, SEND))
  expect(messages.map(({ message }) => message)).toEqual([
    'This login keeps the session ID from before it: write to the new session that `getSession()` gives, and end the old one with `destroySession(session)`.',
  ])
})

describe('a login goes to a new session', () => {
  it.each([
    ['of the storage', [`const session = await storage.getSession(request.headers.get('Cookie'))`, `session.set('userId', user.id)`, SEND], `storage.getSession(request.headers.get('Cookie'))`, 'storage.getSession()'],
    ['that is sent in a variable', [OPEN, `session.set('userId', user.id)`, `const cookie = await storage.commitSession(session, { maxAge: 60 })`, `return redirect('/', { headers: { 'Set-Cookie': cookie } })`], `getSession(request.headers.get('Cookie'))`, 'getSession()'],
    ['after the password was checked', [OPEN, `if (!(await verify(form))) return { error: 'Wrong password' }`, `session.set('userId', user.id)`, `session.set('role', user.role)`, SEND], `getSession(request.headers.get('Cookie'))`, 'getSession()'],
    ['with all arguments of the old one left out', [`const session = await getSession(request.headers.get('Cookie'), { decode },)`, `session.set('userId', user.id)`, SEND], `getSession(request.headers.get('Cookie'), { decode },)`, 'getSession()'],
    ['of a header that others read', [`const header = request.headers.get('Cookie')`, `const theme = await themeOf(header)`, `const session = await getSession(header)`, `session.set('userId', user.id)`, SEND], `getSession(header)`, 'getSession()'],
  ])('%s', (_title, statements, before, after) => {
    const code = inAction(...statements)
    expect(lint(code).output).toBe(code.replace(before, after))
  })
})

describe('a login may go to a new session', () => {
  it.each([
    ['where the header would stand alone', inAction(`const header = request.headers.get('Cookie')`, `const session = await getSession(header)`, `session.set('userId', user.id)`, SEND)],
    ['where others put something into sessions', `${inAction(OPEN, `session.set('userId', user.id)`, SEND)}export async function loader({ request }) { ${OPEN}; session.set('cart', []) }\n`],
    ['where messages are kept in sessions', `${inAction(OPEN, `session.set('userId', user.id)`, SEND)}export async function loader({ request }) { ${OPEN}; session.flash('message', 'Hello') }\n`],
  ])('%s', (_title, code) => {
    const { messages, output } = lint(code)
    expect(output).toBe(code)
    expect(messages).toMatchObject([{ messageId: 'kept', suggestions: [{ messageId: 'take', desc: 'Write the login to the new session that `getSession()` gives' }] }])
  })
})

describe('a login stays as it is', () => {
  it.each([
    ['where the session is read before', [OPEN, `if (session.has('userId')) return redirect('/')`, `session.set('userId', user.id)`, SEND]],
    ['where the session is read after', [OPEN, `session.set('userId', user.id)`, `const to = session.get('returnTo')`, `return redirect(to, { headers: { 'Set-Cookie': await commitSession(session) } })`]],
    ['where a wrong password is said in the session', [OPEN, `if (!user) { session.set('error', 'Wrong'); ${SEND} }`, `session.set('userId', user.id)`, SEND]],
    ['where the same session is destroyed', [OPEN, `if (form.get('intent') === 'logout') return destroySession(session)`, `session.set('userId', user.id)`, SEND]],
    ['where others are given the session', [OPEN, `session.set('userId', user.id)`, `audit(session)`, SEND]],
    ['where it may be sent without the login', [OPEN, `if (user) session.set('userId', user.id)`, SEND]],
    ['where a function gives the session', [`const session = await sessionOf(request)`, `session.set('userId', user.id)`, SEND]],
  ])('%s', (_title, statements) => {
    const code = `${inAction(...statements)}function sessionOf(request) { return storage.getSession(request.headers.get('Cookie')) }\n`
    const { messages, output } = lint(code)
    expect(output).toBe(code)
    expect(messages.map(({ messageId, suggestions = [] }) => [messageId, suggestions.length])).toEqual([['kept', 0]])
  })
})
