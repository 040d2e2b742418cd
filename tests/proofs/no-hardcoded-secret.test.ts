import { spawnSync } from 'node:child_process'
import { createHmac, randomBytes } from 'node:crypto'
import { opensAccount, type Attack } from './attacks.js'
import { openBrowser } from './browser.js'
import { CLIENT_SESSIONS } from './catalogue.js'
import { ATTACKER, logInSurely, VICTIM } from './people.js'
import { copyProgram } from './program-folder.js'
import { prove } from './proof.js'
import { followSuggestions } from './repair.js'
import { expectRecord } from './table.js'
import { transpile, typeScriptIn } from './typescript.js'

const RULE = 'no-hardcoded-secret'
const VARIABLE = 'SESSION_SECRET'

// The programs are started with the variables of this process.
process.env[VARIABLE] = randomBytes(32).toString('base64url')

/** The attacker has read the source, writes the victim's name into a session of their own, and signs it again. */
const forge: Attack = async (program) => {
  const attacker = openBrowser(program)
  await logInSurely(attacker, ATTACKER)
  const own = [...attacker.cookies()].find(([name]) => !name.endsWith('.sig'))
  if (!own) throw new Error('There is no session in the cookies.')
  const [name, value] = own
  const forged = Buffer.from(Buffer.from(value, 'base64').toString().replace(ATTACKER.name, VICTIM.name)).toString('base64')
  const signature = createHmac('sha1', 'keyboard cat').update(`${name}=${forged}`).digest('base64url')
  return opensAccount(program, new Map([[name, forged], [`${name}.sig`, signature]]))
}

const PROGRAMS = CLIENT_SESSIONS.filter(({ library }) => library === 'cookie-session')

describe('an attacker who has read the source', { timeout: 120_000 }, () => {
  it.each(PROGRAMS)('forges a session at $path until somebody follows the suggestion', async (program) => {
    await prove(program, { rules: RULE, finds: ['sample'], attacks: [forge], by: 'suggestions' })
  })
})

describe('a program that followed the suggestion', { timeout: 120_000 }, () => {
  it.each(PROGRAMS)('stops at start where the variable is unset: $path', async (program) => {
    const { file, folder } = copyProgram(program)
    await followSuggestions(folder, RULE)
    if (typeScriptIn(folder).length > 0) transpile(folder)
    const { status, stderr } = spawnSync(process.execPath, [file.replace(/\.ts$/, '.js')], {
      env: { ...process.env, PORT: '0', NODE_OPTIONS: undefined, [VARIABLE]: undefined },
      encoding: 'utf8',
      timeout: 60_000,
    })
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining(`${VARIABLE} is not set`) })
  })
})

expectRecord(RULE)
