import { spawnSync } from 'node:child_process'
import { guessId } from './attacks.js'
import { ASKED_SESSIONS, CLIENT_SESSIONS, ENDING_SESSIONS, SEALED_SESSIONS, SERVER_SESSIONS, type Program } from './catalogue.js'
import { copyProgram, type Change } from './program-folder.js'
import { prove } from './proof.js'
import { followSuggestions } from './repair.js'
import { expectRecord } from './table.js'
import { forgeAtHome, startWithoutSecret } from './token-attacks.js'
import { TOKENS } from './tokens.js'
import { transpile, typeScriptIn } from './typescript.js'

const RULE = 'no-hardcoded-secret'

const ALL = [...SERVER_SESSIONS, ...ENDING_SESSIONS, ...CLIENT_SESSIONS, ...SEALED_SESSIONS, ...ASKED_SESSIONS]

const session = (path: string, messageId: string, ...changes: readonly Change[]) => {
  const found = ALL.find((one) => one.path === path)
  if (!found) throw new Error(`There is no ${path}`)
  return { ...found, changes, messageId }
}

const SAMPLE = `'keyboard cat'`
const LONG = `'a secret with minimum length of 32 characters'`
const unset = (text: string): Change => [text, `process.env.SESSION_SECRET || ${text}`]

/** Programs with a session in the cookie. */
const SEALED = [
  session('cookie-session/callbacks.cjs', 'sample'),
  session('cookie-session/typed.ts', 'fallback', unset(SAMPLE)),
  session('cookie-session/typed.ts', 'short', [SAMPLE, `'only us'`]),
  session('react-router/cookie-storage', 'sample'),
  session('react-router/remix.cjs', 'fallback', unset(SAMPLE)),
  session('hapi-yar/sealed.mjs', 'sample'),
  session('iron-session/node.mjs', 'fallback'),
  session('h3-session/handlers.cjs', 'fallback'),
  session('h3-session/typed.ts', 'fallback'),
]

/** Programs whose IDs can be guessed, and whose cookies are signed. */
const SIGNED = [
  session('express-session/callbacks.cjs', 'sample'),
  session('express-session/controller.ts', 'fallback', unset(SAMPLE)),
  session('koa-session/chain.cjs', 'sample'),
  session('koa-session/controller.ts', 'fallback', unset(SAMPLE)),
  session('koa-generic-session/functions.cjs', 'sample'),
  session('fastify-session/callbacks.cjs', 'sample'),
  session('fastify-session/plugin.ts', 'fallback', unset(LONG)),
]

const DECLARED = `const jwtSecret = process.env.JWT_SECRET\nif (!jwtSecret) throw new Error('JWT_SECRET is not set')`
const DECLARED_IN_CLASSIC = DECLARED.replace('\n', ';\n').concat(';')
const WRITTEN = `'the same for all who have the source'`

const token = (program: Program, messageId: string, text: string, declared = DECLARED) => ({ ...program, messageId, changes: [[declared, `const jwtSecret = ${text}`]] as const })
const classic = (program: Program, messageId: string, text: string) => token(program, messageId, text, DECLARED_IN_CLASSIC)
const UNSET = `process.env.JWT_SECRET ?? ${WRITTEN}`

const WITH_TOKENS = [
  classic(TOKENS.jsonwebtoken, 'fallback', UNSET),
  { ...TOKENS.jsonwebtoken, messageId: 'written', changes: [[DECLARED_IN_CLASSIC, ''], ['jwtSecret', WRITTEN]] as const },
  { ...TOKENS.typed, messageId: 'written', changes: [['const key = jwtSecret()', `const key = ${WRITTEN}`]] as const },
  token(TOKENS.jose, 'short', `'only us'`),
  token(TOKENS.joseTyped, 'fallback', UNSET),
  token(TOKENS.fastJwt, 'sample', `'your-256-bit-secret'`),
  token(TOKENS.fastifyJwt, 'fallback', UNSET),
  token(TOKENS.nestjsJwt, 'written', WRITTEN),
  token(TOKENS.honoJwt, 'sample', `'secret'`),
  token(TOKENS.honoMiddleware, 'fallback', UNSET),
  token(TOKENS.elysiajsJwt, 'written', WRITTEN),
  token(TOKENS.expressJwt, 'fallback', UNSET),
  token(TOKENS.koaJwt, 'written', WRITTEN),
  token(TOKENS.passportJwt, 'written', WRITTEN),
  classic(TOKENS.jwtSimple, 'short', `'only us'`),
]

describe('an attacker who has read the source', { timeout: 120_000 }, () => {
  it.each(SEALED)('forges a session at $path until somebody follows the suggestion ($messageId)', async ({ messageId, ...program }) => {
    await prove(program, { rules: RULE, finds: [messageId], attacks: [forgeAtHome, startWithoutSecret], by: 'suggestions' })
  })

  it.each(SIGNED)('signs the ID of a session at $path until somebody follows the suggestion ($messageId)', async ({ id, messageId, ...program }) => {
    if (!id) throw new Error('The program has no ID that can be guessed.')
    await prove(program, { rules: RULE, finds: [messageId], attacks: [guessId(id), startWithoutSecret], by: 'suggestions' })
  })

  it.each(WITH_TOKENS)('forges a token at $path until somebody follows the suggestion ($messageId)', async ({ messageId, ...program }) => {
    await prove(program, { rules: RULE, finds: program.path === 'jsonwebtoken/callbacks.cjs' && messageId === 'written' ? [messageId, messageId] : [messageId], attacks: [forgeAtHome, startWithoutSecret], by: 'suggestions' })
  })
})

it.each(CLIENT_SESSIONS.slice(0, 1))('a program that followed the suggestion is a process that ends where the variable is unset: $path', async (program) => {
  const { file, folder } = copyProgram(program)
  await followSuggestions(folder, RULE)
  if (typeScriptIn(folder).length > 0) transpile(folder)
  const { status, stderr } = spawnSync(process.execPath, [file], { env: { ...process.env, PORT: '0', NODE_OPTIONS: undefined }, encoding: 'utf8', timeout: 60_000 })
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('SESSION_SECRET is not set') })
})

expectRecord('no-hardcoded-secret')
