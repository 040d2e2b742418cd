import { ESLint, type Linter } from 'eslint'
import { readFileSync, statSync } from 'node:fs'
import plugin from '../index.js'
import { NAMESPACE } from '../package.js'
import { messageOf, relativeName, type FoundFiles } from './find-files.js'
import { createObserver, OBSERVER, type ObservedFile } from './observe-file.js'
import type { NotAudited } from './report.js'

/** What is known of one file that was linted. */
export interface AuditedFile {
  /** Its name from the folder that is audited. */
  readonly file: string
  readonly path: string
  readonly text: string
  /** What the plugin's own rules say. */
  readonly messages: readonly Linter.LintMessage[]
  readonly suppressed: readonly Linter.SuppressedLintMessage[]
  readonly observed: ObservedFile
}

export interface Linted {
  readonly audited: readonly AuditedFile[]
  readonly notAudited: readonly NotAudited[]
  /** The rules that were on. */
  readonly asked: readonly string[]
}

export interface Rules {
  /** A config of the plugin, or the path of a config that the reader wants. */
  readonly config: 'recommended' | 'strict' | { readonly file: string }
  readonly parser: Linter.Parser | undefined
}

const LARGEST = 2_000_000
const TYPESCRIPT = /\.[cm]?tsx?$/

/** No person writes lines of this length; a bundler does. */
const LONGEST_LINE = 500

/** Lints files, one after the other, without a config of theirs: ESLint gets the rules from here, and the texts too. */
export async function auditFiles(
  { base, files }: Pick<FoundFiles, 'base' | 'files'>,
  rules: Rules,
  progress: (done: number, file: string) => void,
): Promise<Linted> {
  const observer = createObserver()
  const linters = SOURCE_TYPES.map((sourceType) => linterFor(base, rules, observer.plugin, sourceType))
  const audited: AuditedFile[] = []
  const notAudited: NotAudited[] = []

  for (const [index, path] of files.entries()) {
    const file = relativeName(base, path)
    progress(index, file)
    const result = await audit(path, file)
    if ('reason' in result) notAudited.push(result)
    else audited.push(result)
  }
  return { audited, notAudited, asked: await rulesAsked(linters[0], audited) }

  async function audit(path: string, file: string): Promise<AuditedFile | NotAudited> {
    const text = textOf(path)
    if (typeof text === 'object') return { file, ...text }
    if (isMinified(path, text)) return { file, reason: 'minified', detail: 'minified, so no source that a person wrote' }
    if (TYPESCRIPT.test(path) && !rules.parser && typeof rules.config === 'string') {
      return { file, reason: 'parser', detail: 'the parser for TypeScript is not installed' }
    }
    return lint(path, file, text)
  }

  async function lint(path: string, file: string, text: string): Promise<AuditedFile | NotAudited> {
    let problem: Linter.LintMessage | undefined
    // Scripts of Node have syntax that modules refuse, and nothing tells which of both a file is.
    for (const linter of linters.slice(0, TYPESCRIPT.test(path) ? 1 : undefined)) {
      const [result] = await linter.lintText(text, { filePath: path, warnIgnored: false })
      if (!result) return { file, reason: 'ignored', detail: 'the config that was asked for ignores it' }
      const fatal = result.messages.find((message) => message.fatal)
      problem ??= fatal
      if (fatal) continue
      const isOwn = ({ ruleId }: Linter.LintMessage) => ruleId?.startsWith(`${NAMESPACE}/`) === true
      const observed = observer.takeObserved()
      return {
        file,
        path,
        text,
        messages: result.messages.filter(isOwn),
        suppressed: result.suppressedMessages.filter(isOwn),
        observed,
      }
    }
    return { file, reason: 'syntax', detail: `line ${problem?.line ?? 1}: ${problem?.message ?? 'cannot be parsed'}` }
  }
}

/** The rules of ours that are on for any of the files. */
async function rulesAsked(linter: ESLint | undefined, files: readonly AuditedFile[]): Promise<string[]> {
  const asked = new Set<string>()
  for (const { path } of files) {
    const config: Linter.Config | undefined = await linter?.calculateConfigForFile(path)
    for (const [name, entry] of Object.entries(config?.rules ?? {})) {
      const [level] = [entry].flat()
      if (name.startsWith(`${NAMESPACE}/`) && level !== 0 && level !== 'off') asked.add(name.slice(NAMESPACE.length + 1))
    }
  }
  return [...asked].sort()
}

const SOURCE_TYPES = ['module', 'commonjs', 'script'] as const

function linterFor(
  base: string,
  { config, parser }: Rules,
  observer: ESLint.Plugin,
  sourceType: (typeof SOURCE_TYPES)[number],
): ESLint {
  const everything = ['**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}']
  const observing: Linter.Config = {
    files: everything,
    plugins: { [OBSERVER]: observer },
    rules: { [`${OBSERVER}/observe`]: 'error' },
  }
  if (typeof config === 'object') return new ESLint({ cwd: base, overrideConfigFile: config.file, overrideConfig: [observing] })
  const [rules, inTests] = plugin.configs[config]
  return new ESLint({
    cwd: base,
    overrideConfigFile: true,
    overrideConfig: [
      { files: everything, languageOptions: { sourceType, parserOptions: { ecmaFeatures: { jsx: true } } } },
      ...(parser ? [{ files: ['**/*.{ts,cts,mts,tsx}'], languageOptions: { parser, sourceType: 'module' as const } }] : []),
      ...(rules ? [rules] : []),
      observing,
      // What tests set up is no part of the program.
      ...(inTests?.files ? [inTests, { files: inTests.files, rules: { [`${OBSERVER}/observe`]: 'off' as const } }] : []),
    ],
  })
}

function textOf(path: string): string | Omit<NotAudited, 'file'> {
  try {
    if (statSync(path).size > LARGEST) return { reason: 'size', detail: `larger than ${LARGEST / 1_000_000} MB` }
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    return { reason: 'unreadable', detail: messageOf(error) }
  }
}

function isMinified(path: string, text: string): boolean {
  return (
    /[.-]min\.[cm]?js$/.test(path) || (text.length > 2 * LONGEST_LINE && text.length / text.split('\n').length > LONGEST_LINE)
  )
}
