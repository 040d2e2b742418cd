import { readFileSync } from 'node:fs'
import { cannotAudit } from './cannot-audit.js'
import { messageOf } from './find-files.js'
import type { Report } from './report.js'

/** Reads a report that this command has written with `--format json`. */
export function readReport(file: string): Report {
  const value = parsed(file)
  if (!isReport(value)) throw cannotAudit(`${file} is no report of version 1 that --format json has written.`)
  return value
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw cannotAudit(`${file} can't be read: ${messageOf(error)}`)
  }
}

const LISTS = ['libraries', 'findings', 'suppressed', 'switchedOff', 'asked', 'seen', 'coverage']
const OBJECTS = ['tool', 'files', 'rules']

/** Whether a value has the shape of a report; docs/audit.schema.json says it in full. */
function isReport(value: unknown): value is Report {
  if (typeof value !== 'object' || value === null || !('version' in value) || value.version !== 1) return false
  const fields = new Map<string, unknown>(Object.entries(value))
  return (
    LISTS.every((name) => Array.isArray(fields.get(name))) &&
    OBJECTS.every((name) => typeof fields.get(name) === 'object' && fields.get(name) !== null)
  )
}
