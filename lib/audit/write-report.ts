import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { cannotAudit } from './cannot-audit.js'
import { messageOf } from './find-files.js'

/** Puts a file where it belongs when it is whole: one that is there is replaced at once, or stays as it is. */
export function writeReport(file: string, text: string): void {
  const draft = `${file}.${process.pid}.tmp`
  try {
    writeFileSync(draft, text, { flag: 'wx' })
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, { force: true })
    throw cannotAudit(`The report can't be written: ${messageOf(error)}`)
  }
}
