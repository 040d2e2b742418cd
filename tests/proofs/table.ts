import type { ProvedRepair } from '../../docs/render-fixes.js'
import { recordOf } from './records.js'

const proved: ProvedRepair[] = []

/** Notes what a test has proved. */
export function record(what: ProvedRepair): void {
  proved.push(what)
}

/** The last test of a file: its others prove what is written down, from which `docs/fixes.md` is made. */
export function expectRecord(name: string): void {
  it('proves what is written down (rewritten by --update, then npm run docs)', async () => {
    const lines = [...new Set(proved.map((what) => JSON.stringify(what)))].sort()
    await expect(`[\n${lines.map((line) => `  ${line}`).join(',\n')}\n]\n`).toMatchFileSnapshot(recordOf(name))
  })
}
