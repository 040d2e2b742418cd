import { spawnSync } from 'node:child_process'
import { guessId } from './attacks.js'
import { proveOffer } from './flawed.js'
import { KNOWN_NAMES, KNOWN_SEALS, KNOWN_SIGNATURES, SPARE_SECRETS } from './flaws-of-sessions.js'
import { KNOWN_KEYS } from './flaws-of-tokens.js'
import { copyProgram } from './program-folder.js'
import { followSuggestions } from './repair.js'
import { expectRecord } from './table.js'
import { forgeAtHome, startWithoutSecret } from './token-attacks.js'

describe('an attacker who has read the source', { timeout: 120_000 }, () => {
  it.each([...KNOWN_SEALS, ...KNOWN_NAMES, ...KNOWN_KEYS])('forges what lets users in at $path until somebody follows the suggestion ($finds)', async (program) => {
    await proveOffer(program, [forgeAtHome, startWithoutSecret])
  })

  it.each(KNOWN_SIGNATURES)('signs the ID of a session at $path until somebody follows the suggestion ($finds)', async (program) => {
    if (!program.id) throw new Error('The program has no ID that can be guessed.')
    await proveOffer(program, [guessId(program.id), startWithoutSecret])
  })
})

it.each(SPARE_SECRETS)('a program stops at start where the variable is unset, once somebody has followed the suggestion: $path', { timeout: 120_000 }, async (program) => {
  await proveOffer(program, [startWithoutSecret])
})

it.each(KNOWN_SEALS.slice(0, 1))('a program that followed the suggestion is a process that ends where the variable is unset: $path', { timeout: 120_000 }, async ({ rule, ...program }) => {
  const { file, folder } = copyProgram(program)
  await followSuggestions(folder, rule)
  const { status, stderr } = spawnSync(process.execPath, [file], { env: { ...process.env, PORT: '0', NODE_OPTIONS: undefined }, encoding: 'utf8', timeout: 60_000 })
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('SESSION_SECRET is not set') })
})

expectRecord('no-hardcoded-secret')
