import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { vi } from 'vitest'
import { NAMESPACE } from '../../lib/package.js'
import type { Cases, ValidCase } from '../rule-tester.js'
import { isJavaScript } from './judge.js'

export interface RuleCase extends ValidCase {
  /** With the plugin's namespace. */
  readonly rule: string
  readonly language: 'js' | 'ts'
}

/** The cases of every rule's own test, which are collected here instead of run. */
export const cases: readonly RuleCase[] = await collect()

async function collect(): Promise<RuleCase[]> {
  const collected: RuleCase[] = []
  const ruleTester = {
    run(name: string, _rule: unknown, { invalid, valid }: Cases): void {
      // A test may have several parts: `no-x: what is none`, `no-x, in a loop`.
      const rule = `${NAMESPACE}/${name.replace(/[:,].*/, '')}`
      collected.push(...[...valid, ...invalid].map((each) => ({ ...each, rule, language: isJavaScript(each.code) ? 'js' : 'ts' } as const)))
    },
  }
  vi.doMock('../rule-tester.js', async (importOriginal) => ({ ...(await importOriginal<object>()), ruleTester }))
  for (const file of readdirSync(new URL('../rules', import.meta.url))) await import(`../rules/${basename(file, '.test.ts')}.test.ts`)
  vi.doUnmock('../rule-tester.js')
  return collected
}
