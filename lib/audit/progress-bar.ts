import type { WriteStream } from 'node:tty'
import { visibleLine } from './visible-text.js'

/** How far a job is; says nothing where nobody watches. */
export interface ProgressBar {
  show(done: number, of: number, what: string): void
  clear(): void
}

/** Half a block is as fine as it gets. */
const WIDTH = 24

/** A bar in the last line of a terminal. */
export function createProgressBar(stream: Pick<WriteStream, 'columns' | 'isTTY' | 'write'>): ProgressBar {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined }
  return {
    show(done, of, what) {
      const full = Math.round((done / of) * WIDTH)
      const line = `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${done}/${of} ${visibleLine(what)}`
      stream.write(`\r${line.slice(0, Math.max(0, stream.columns - 1))}\u001B[K`)
    },
    clear() {
      stream.write('\r\u001B[K')
    },
  }
}
