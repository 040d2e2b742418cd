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
  /** Whether a report is a success, whatever it says. */
  readonly reportOnly: boolean
  readonly baseline: string | undefined
  readonly asks: 'audit' | 'diff' | 'help' | 'merge' | 'version'
}

export const HELP = `Usage: npx eslint-plugin-session-security [options] [paths]
       npx eslint-plugin-session-security merge [options] a.json b.json …
       npx eslint-plugin-session-security diff [--output FILE] old.json new.json

Audits the sessions, cookies and tokens of a project and writes a report. Nothing of
the project is run, and no config of it is read.

  --format FORMAT     ${FORMATS.join(', ')} (markdown)
  --output FILE       where the report goes (session-security-YYYYMMDD.md); - is standard output
  --strict            ask all rules, not only those that are recommended
  --config FILE       ask the rules of this ESLint config instead; it is run
  --baseline FILE     fail only on what this older JSON report does not have
  --max-warnings N    how many warnings are no failure (0)
  --report-only       exit with 0 once the report is written, whatever it says:
                      for a part of a project, whose report is merged with others
  --help, --version

merge makes one report of several JSON reports; diff shows what is new, fixed and
remaining. A folder of such a name is audited as ./merge or ./diff.

Exit code: 0 if nothing was found, 1 if something was or if a file could not be read,
2 if the audit could not be made.
`

/** Reads the words behind the command. */
export function readArguments(words: readonly string[]): Arguments {
  const { positionals, values } = parsed(words)
  const [command = '', ...rest] = positionals
  const asks = asksFor(command, values)
  const named = asks === 'merge' || asks === 'diff' ? rest : positionals
  if (asks === 'diff' && named.length !== 2) throw cannotAudit('diff wants two reports: the old one and the new one.')
  if (asks === 'merge' && named.length === 0) throw cannotAudit('merge wants the reports that it shall make one of.')
  const { config, format = 'markdown', output, strict = false } = values
  if (config !== undefined && strict)
    throw cannotAudit('--strict and --config exclude each other: the config says which rules are asked.')
  return {
    paths: named.length === 0 ? ['.'] : named,
    format: formatOf(format),
    output,
    config: config === undefined ? (strict ? 'strict' : 'recommended') : { file: config },
    maxWarnings: numberOf(values['max-warnings'] ?? '0'),
    reportOnly: values['report-only'] ?? false,
    baseline: values.baseline,
    asks,
  }
}

function asksFor(
  command: string,
  { help, version }: { readonly help?: boolean | undefined; readonly version?: boolean | undefined },
): Arguments['asks'] {
  if (help === true) return 'help'
  if (version === true) return 'version'
  return command === 'merge' || command === 'diff' ? command : 'audit'
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        baseline: { type: 'string' },
        config: { type: 'string' },
        format: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        'max-warnings': { type: 'string' },
        output: { type: 'string', short: 'o' },
        'report-only': { type: 'boolean' },
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
