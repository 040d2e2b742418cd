import { parseArgs } from 'node:util'
import { cannotAudit } from './cannot-audit.js'
import { messageOf } from './find-files.js'

export const FORMATS = ['markdown', 'html', 'json', 'sarif'] as const
export type Format = (typeof FORMATS)[number]

export interface Arguments {
  readonly paths: readonly string[]
  readonly format: Format
  /** Where the report goes; `-` is the standard output, and undefined a name with today's date. */
  readonly output: string | undefined
  readonly config: 'recommended' | 'strict' | { readonly file: string }
  readonly maxWarnings: number
  readonly asks: 'audit' | 'help' | 'version'
}

export const HELP = `Usage: npx eslint-plugin-session-security [options] [paths]

Audits the sessions, cookies and tokens of a project and writes a report. Nothing of
the project is run, and no config of it is read.

  --format FORMAT     ${FORMATS.join(', ')} (markdown)
  --output FILE       where the report goes (session-security-YYYYMMDD.md); - is standard output
  --strict            ask all rules, not only those that are recommended
  --config FILE       ask the rules of this ESLint config instead; it is run
  --max-warnings N    how many warnings are no failure (0)
  --help, --version

Exit code: 0 if nothing was found, 1 if something was or if a file could not be read,
2 if the audit could not be made.
`

/** Reads the words behind the command. */
export function readArguments(words: readonly string[]): Arguments {
  const { positionals, values } = parsed(words)
  const { config, format = 'markdown', output, strict = false } = values
  if (config !== undefined && strict) throw cannotAudit('--strict and --config exclude each other: the config says which rules are asked.')
  return {
    paths: positionals.length === 0 ? ['.'] : positionals,
    format: formatOf(format),
    output,
    config: config === undefined ? (strict ? 'strict' : 'recommended') : { file: config },
    maxWarnings: numberOf(values['max-warnings'] ?? '0'),
    asks: values.help === true ? 'help' : values.version === true ? 'version' : 'audit',
  }
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        config: { type: 'string' },
        format: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        'max-warnings': { type: 'string' },
        output: { type: 'string', short: 'o' },
        strict: { type: 'boolean' },
        version: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw cannotAudit(`${messageOf(error)} See --help.`)
  }
}

function formatOf(name: string): Format {
  const format = FORMATS.find((known) => known === name)
  if (!format) throw cannotAudit(`There is no format ${name}; there are ${FORMATS.join(', ')}.`)
  return format
}

function numberOf(text: string): number {
  if (!/^\d+$/.test(text)) throw cannotAudit(`--max-warnings wants a number, and not ${text}.`)
  return Number(text)
}
