import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import manifest from '../../eslint-plugin.config.js'
import { ASKED_SESSIONS, CLIENT_SESSIONS, COOKIES, ENDING_SESSIONS, FORGETFUL_LOGOUTS, PROGRAM, SEALED_SESSIONS, SERVER_SESSIONS } from './catalogue.js'
import { copyProgram } from './program-folder.js'
import { followSuggestions, inspect, isRuleName, repair, repairableIn } from './repair.js'
import { SESSION_SPECIMENS } from './specimens.js'
import { typeErrors } from './typescript.js'

const PROGRAMS = [...SERVER_SESSIONS, ...ENDING_SESSIONS, ...CLIENT_SESSIONS, ...SEALED_SESSIONS, ...ASKED_SESSIONS, ...COOKIES, ...FORGETFUL_LOGOUTS, ...Object.values(PROGRAM), ...SESSION_SPECIMENS.filter(({ path }) => path.includes('/shop.'))].filter(({ path }) => path.endsWith('.ts'))
const RULES = Object.keys(manifest).filter(isRuleName)

describe('the strict compiler takes', { timeout: 120_000 }, () => {
  it.each(PROGRAMS)('$path, as it was and after the repairs of each rule', async (program) => {
    const { file, folder } = copyProgram(program)
    const repairable = new Set(repairableIn(await inspect(folder, RULES)).map(({ rule }) => rule))
    for (const rules of ['recommended', ...repairable] as const) {
      const copy = copyProgram(program)
      await repair(copy.folder, rules)
      copyFileSync(copy.file, join(folder, `${rules}.ts`))
      await followSuggestions(copy.folder, rules)
      copyFileSync(copy.file, join(folder, `${rules}-suggested.ts`))
    }
    expect(typeErrors(folder), file).toEqual([])
  })
})
