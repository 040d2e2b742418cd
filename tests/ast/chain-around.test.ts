import { expect, test } from 'vitest'
import { chainAround } from '../../lib/ast/chain-around.js'
import { callsNamed } from '../../lib/ast/calls-named.js'
import { sourceCodeOf } from '../events-of.js'

test.each([
  ['all calls that follow it', 'await db.erase(it).where(own).run()', 'db.erase(it).where(own).run()'],
  ['what follows it by any spelling', "db.erase(it)?.['where'](own)", "db.erase(it)?.['where'](own)"],
  ['what follows it in the types of TypeScript', '(db.erase(it) as Query)!.where(own)', '(db.erase(it) as Query)!.where(own)'],
  ['itself alone', 'db.erase(it)', 'db.erase(it)'],
  ['itself in a call', 'run(db.erase(it)).then(done)', 'db.erase(it)'],
  ['itself in a call of what a call gives', 'run(db.erase(it))(done)', 'db.erase(it)'],
  ['itself where a member of it is handed on', 'run(db.erase(it).length)', 'db.erase(it)'],
  ['itself where it names a member', 'all[db.erase(it)](done)', 'db.erase(it)'],
  ['itself where a member is read', 'db.erase(it).length', 'db.erase(it)'],
])('a chain around a call is %s', (_title, code, chain) => {
  const sourceCode = sourceCodeOf(code)
  const [call] = callsNamed(sourceCode, (name) => name === 'erase')
  expect(call && sourceCode.getText(chainAround(call))).toBe(chain)
})
