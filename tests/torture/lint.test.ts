import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { expectBuilt, root } from '../project.js'

/** A context whose every member is asked for without end, a rule that is handed it, and what is asked without end by nobody's rule. */
const PROGRAM = `
import { isEndOfStackElsewhere } from ${JSON.stringify(pathToFileURL(join(root, 'tests/torture/lint.js')).href)}
import plugin from ${JSON.stringify(pathToFileURL(join(root, 'dist/lib/index.js')).href)}
const endless = new Proxy({}, { get: (_target, key, self) => self[key] })
const [rule] = Object.values(plugin.rules)
const errorOf = (work) => { try { work() } catch (error) { return error } }
console.log(JSON.stringify([() => rule.create(endless), () => endless.sourceCode, () => null.sourceCode].map((work) => isEndOfStackElsewhere(errorOf(work)))))
`

test('where the stack ends outside of the rules, they are not blamed', () => {
  expectBuilt()
  const { stderr, stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', PROGRAM], { encoding: 'utf8' })

  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toEqual([false, true, false])
})
