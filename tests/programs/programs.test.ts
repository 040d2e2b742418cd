import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import plugin from '../../lib/index.js'
import { NAMESPACE } from '../../lib/package.js'
import { judge } from '../clients/judge.js'
import { createOxlint } from '../clients/oxlint.js'
import type { Source } from '../clients/sources.js'
import type { ProgramFolder } from '../proofs/program-folder.js'
import { inspect, repair, type Findings } from '../proofs/repair.js'
import { runProgram } from '../proofs/run-program.js'
import { transpile, typeErrors, typeScriptIn } from '../proofs/typescript.js'
import { programs } from './programs.js'
import { copyWhole, filesIn, type WholeProgram } from './whole-program.js'

const PROGRAMS = Object.entries(programs)
const RECOMMENDED = plugin.configs.recommended[0]?.rules ?? {}

/** Oxlint makes one edit at a place in each run. */
const RUNS = 3

describe('one `eslint --fix` with the recommended rules', { timeout: 60_000 }, () => {
  it.each(PROGRAMS)('repairs %s', async (name, program) => {
    const weak = copyWhole(name, program)
    const found = await inspect(weak.folder, 'recommended')
    expect(found.messages, listed(found)).toHaveLength(program.finds)
    await useIt(weak, program)

    // Node keeps what it has loaded: the repaired program is in another place.
    const copy = copyWhole(name, program)
    const repaired = await repair(copy.folder, 'recommended')
    expect(saidOf(repaired), 'what is still said').toEqual([...program.left].sort())
    expect(repaired.messages.filter(({ fix }) => fix), 'fixes that are left').toEqual([])
    expect(await repair(copy.folder, 'recommended'), 'a second repair').toEqual(repaired)
    expect(typeErrors(copy.folder)).toEqual([])
    await useIt(copy, program)
  })
})

it('Oxlint writes the same programs in three runs', { timeout: 60_000 }, async () => {
  const before = PROGRAMS.map(([name, program]) => ({ name, ...copyWhole(name, program) }))
  const sources = before.flatMap(({ folder, name }) => sourcesIn(folder, name))
  const oxlint = createOxlint(sources, RECOMMENDED)
  for (let run = 1; run < RUNS; run++) oxlint.fix()
  const written = oxlint.fix()

  for (const { folder } of before) await repair(folder, 'recommended')
  const expected = before.flatMap(({ folder, name }) => sourcesIn(folder, name))
  expect(Object.fromEntries(written)).toEqual(Object.fromEntries(expected.map(({ code, name }) => [name, code])))
})

it.each(['callback-shop/app.js', 'hono-todos/app.ts', 'windows-notes/app.js'])('the findings in %s are the same under a path of Windows', (path) => {
  const code = readFileSync(new URL(path.replace('/', '/program/'), import.meta.url), 'utf8')
  const verdict = judge(code, `/shop/${path}`, RECOMMENDED)
  expect(judge(code, `C:\\shop\\${path.replace('/', '\\')}`, RECOMMENDED)).toEqual(verdict)
  expect(verdict.messages.length).toBeGreaterThan(4)
})

async function useIt({ file, folder }: ProgramFolder, program: WholeProgram): Promise<void> {
  if (typeScriptIn(folder).length > 0) transpile(folder)
  const running = await runProgram(file)
  try {
    await program.use(running)
  } catch (error) {
    throw new Error(`It does not do what it shall in ${folder}.\n${running.output()}`, { cause: error })
  } finally {
    await running.stop()
  }
}

function saidOf({ messages }: Findings): readonly string[] {
  return messages
    .map(({ messageId, ruleId, suggestions }) => `${ruleId?.replace(`${NAMESPACE}/`, '')} ${messageId}${suggestions?.length ? ' (suggestion)' : ''}`)
    .sort()
}

function listed({ messages }: Findings): string {
  return messages.map(({ line, messageId, ruleId }) => `${line}: ${ruleId} ${messageId}`).join('\n')
}

function sourcesIn(folder: string, name: string): readonly Source[] {
  return filesIn(folder).map((path) => ({ name: `${name}/${path.replaceAll('\\', '/')}`, code: readFileSync(join(folder, path), 'utf8') }))
}
