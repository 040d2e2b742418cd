import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Flawed } from './flawed.js'
import * as ofSessions from './flaws-of-sessions.js'
import * as ofTokens from './flaws-of-tokens.js'
import { copyProgram } from './program-folder.js'
import { followSuggestions } from './repair.js'
import { typeErrors } from './typescript.js'

const ALL: readonly Flawed[] = [...Object.values(ofSessions), ...Object.values(ofTokens)].flat()
const TYPED = ALL.filter(({ path }) => path.endsWith('.ts'))
/** Both of the libraries say what `req.session` is, and not the same. */
const isOfCookies = ({ library }: Flawed) => library === 'cookie-session'

it.each([
  ['cookie-session', TYPED.filter(isOfCookies)],
  ['all others', TYPED.filter((program) => !isOfCookies(program))],
])('the strict compiler takes what the editor offers for programs of %s', { timeout: 120_000 }, async (_title, programs) => {
  const [first] = programs
  if (!first) throw new Error('There are no programs in TypeScript.')
  const { folder } = copyProgram({ ...first, libraries: [...new Set(programs.flatMap(({ libraries }) => libraries))] })
  for (const [index, { finds, options, path, rule, ...program }] of programs.entries()) {
    const copy = copyProgram({ path, ...program })
    await followSuggestions(copy.folder, rule, options)
    copyFileSync(copy.file, join(folder, `${rule}-${finds.join('-')}-${index}.ts`))
  }
  expect(typeErrors(folder)).toEqual([])
})
