import * as typeScriptParser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import plugin from '../../lib/index.js'

const RULE = 'session-security/require-store-delete-on-logout'
const OPEN = `const session = await getSession(request.headers.get('Cookie'))`

function inAction(...statements: readonly string[]): string {
  return `export async function action({ request }: ActionFunctionArgs) {\n${statements.map((line) => `  ${line}\n`).join('')}}\n`
}

/** What is suggested for a logout, and what the program then is. */
function suggested(code: string, taken = 'getSession, commitSession, destroySession'): readonly string[] {
  const head = `import { createMemorySessionStorage, type ActionFunctionArgs } from 'react-router'
const storage = createMemorySessionStorage({ cookie: { maxAge: 60 } })
const { ${taken} } = storage
`
  const config = [
    { files: ['**/*.ts'], languageOptions: { parser: typeScriptParser }, plugins: { 'session-security': plugin }, rules: { [RULE]: 'error' } },
  ] as unknown as Linter.Config[]
  const text = head + code
  const messages = new Linter({ cwd: '/' }).verify(text, config, { filename: '/nowhere/logout.ts' })
  expect(messages.map(({ fix, messageId }) => [messageId, fix])).toEqual([['identityOnly', undefined]])
  return messages.flatMap(({ suggestions = [] }) =>
    suggestions.map(({ fix }) => (text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1])).slice(head.length)),
  )
}

describe('a session that is sent without its user is destroyed', () => {
  it.each([
    [
      'by the function beside the one that sends it',
      inAction(OPEN, `session.unset('userId')`, `return redirect('/', { headers: { 'Set-Cookie': await commitSession(session) } })`),
      inAction(OPEN, `return redirect('/', { headers: { 'Set-Cookie': await destroySession(session) } })`),
    ],
    [
      'by the storage that sends it',
      inAction(OPEN, `session.unset('userId')`, `const cookie = await storage.commitSession(session)`, `return redirect('/', { headers: { 'Set-Cookie': cookie } })`),
      inAction(OPEN, `const cookie = await storage.destroySession(session)`, `return redirect('/', { headers: { 'Set-Cookie': cookie } })`),
    ],
    [
      'where several properties tell the user',
      inAction(OPEN, `session.unset('userId')`, `session.set('user', null)`, `return commitSession(session)`),
      inAction(OPEN, `return destroySession(session)`),
    ],
    [
      'where the user is read before',
      inAction(OPEN, `log(session.get('userId'))`, `session.unset('userId')`, `return commitSession(session)`),
      inAction(OPEN, `log(session.get('userId'))`, `return destroySession(session)`),
    ],
  ])('%s', (_title, code, expected) => {
    expect(suggested(code)).toEqual([expected])
  })

  it('under the name that the file has for it', () => {
    const code = inAction(OPEN, `session.unset('userId')`, `return send(session)`)
    expect(suggested(code, 'getSession, commitSession: send, destroySession: end')).toEqual([inAction(OPEN, `return end(session)`)])
  })
})

describe('nothing is suggested', () => {
  it.each([
    ['where others are given the session', inAction(OPEN, `session.unset('userId')`, `return answerWith(session)`)],
    ['where something else is written as well', inAction(OPEN, `session.unset('userId')`, `session.set('theme', 'dark')`, `return commitSession(session)`)],
    ['where the session is read afterwards', inAction(OPEN, `session.unset('userId')`, `const to = session.get('returnTo')`, `return redirect(to, await commitSession(session))`)],
    ['where it is unset within something else', inAction(OPEN, `if (request) session.unset('userId')`, `return commitSession(session)`)],
  ])('%s', (_title, code) => {
    expect(suggested(code)).toEqual([])
  })

  it('where the function that destroys is not at hand', () => {
    expect(suggested(inAction(OPEN, `session.unset('userId')`, `return commitSession(session)`), 'getSession, commitSession')).toEqual([])
  })
})
