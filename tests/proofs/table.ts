import { fileURLToPath } from 'node:url'
import type { RuleName } from './repair.js'

/** A repair that was made and tried: `docs/fixes.md` is made of these. */
export interface Proved {
  readonly rule: RuleName
  readonly messageId: string
  /** The library, by the name of its table. */
  readonly library: string
  readonly by: 'fix' | 'suggestion'
  /** What became of its attacks. */
  readonly before: string
  readonly after: string
}

const proved: Proved[] = []

/** Notes what a test has proved. */
export function record(what: Proved): void {
  proved.push(what)
}

/** The last test of a file: what the others have proved is what the page about repairs says. */
export function expectRecord(name: string): void {
  it('proves what the page about repairs says (rewritten by --update, then npm run docs)', async () => {
    const lines = [...new Set(proved.map((what) => JSON.stringify(what)))].sort()
    await expect(`[\n${lines.map((line) => `  ${line}`).join(',\n')}\n]\n`).toMatchFileSnapshot(fileURLToPath(new URL(`proved/${name}.json`, import.meta.url)))
  })
}
