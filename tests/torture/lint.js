// Lints one source under one parser with all rules, repairs it, and says what went wrong.
import { Linter } from 'eslint'
import { fileURLToPath } from 'node:url'
import plugin from '../../dist/lib/index.js'
import { parserOptions } from './parsers.js'

const linter = new Linter({ cwd: '/', configType: 'flat' })
const strict = plugin.configs.strict[0]
const empty = { plugins: { empty: { rules: { empty: { create: () => ({ Program() {} }) } } } }, rules: { 'empty/empty': 'error' } }

/** A file is read in the first of these modes in which it parses; most packages are CommonJS, and say so nowhere. */
const MODES = ['module', 'commonjs', 'script']
const AS_MODULE = /^\s*(?:import|export)\b/m

// An error has all frames of its stack, which tell whether a rule was called.
Error.stackTraceLimit = Infinity

/** The plugin, as these frames name it. */
const PLUGIN = fileURLToPath(new URL('../../dist/lib/', import.meta.url))

/** So many frames of a stack are said. */
const MOST_FRAMES = 30

/** Suggestions that are tried for one source; a bundle may have hundreds, all alike. */
const MOST_SUGGESTIONS = 40

/**
 * @typedef {object} Outcome
 * @property {boolean} parsed whether the parser takes the source at all
 * @property {string[]} failures
 * @property {number} findings
 * @property {number} repaired repaired sources: by the fixes, and by each suggestion alone
 * @property {Times} [times]
 */

/**
 * @typedef {object} Times
 * @property {string} mode the mode in which the source was read
 * @property {number} parse milliseconds
 * @property {number} rules milliseconds
 */

/** @returns {Outcome} */
export function lint(source, parser) {
  for (const mode of modesOf(source)) {
    const outcome = lintAs(mode, source, parser)
    if (outcome) return outcome
  }
  return { parsed: false, failures: [], findings: 0, repaired: 0 }
}

/** Nothing where a rule that does nothing would not get through the source either. */
function lintAs(mode, source, parser) {
  const { text } = source
  const run = (rules, changed, fix) => runOver({ ...source, text: changed }, parser, mode, rules, fix)

  try {
    const { messages } = run(strict, text, false)
    if (messages.some(isFatal)) return undefined
    const times = timesIn(mode)
    const failures = []
    let repaired = 0

    if (messages.some(({ fix }) => fix)) {
      repaired += 1
      const { messages: left, output } = run(strict, text, true)
      if (left.some(isBroken)) failures.push(`does not parse when repaired: ${left.find(isBroken).message}\n${output.slice(0, 2000)}`)
    }
    for (const { desc, fix, ruleId } of suggestionsOf(messages)) {
      repaired += 1
      const output = applied(fix, text)
      const broken = run(empty, output, false).messages.find(isBroken)
      if (broken) failures.push(`does not parse after a suggestion of ${ruleId} (${desc}): ${broken.message}\n${output.slice(0, 2000)}`)
    }
    return { parsed: true, failures, findings: messages.length, repaired, times }
  } catch (error) {
    if (isEndOfStackElsewhere(error) || !parses(mode, source, parser)) return undefined
    const stack = String(error.stack ?? error).split('\n').slice(0, MOST_FRAMES + 1).join('\n')
    return { parsed: true, failures: [`throws ${stack}`], findings: 0, repaired: 0 }
  }
}

/**
 * Whether the stack ended before any rule was called, in a parser or in ESLint: by chance, where a rule that does nothing
 * gets through the same source, as functions need more of the stack before V8 has compiled them.
 */
export function isEndOfStackElsewhere(error) {
  return error instanceof RangeError && /call stack/.test(error.message) && !error.stack.includes(PLUGIN)
}

/**
 * What a source takes in its parsing and in the rules, without any repair.
 *
 * @returns {Times | undefined} nothing for what does not parse
 */
export function timesFor(source, parser) {
  const mode = modesOf(source).find((each) => !runOver(source, parser, each, strict, false).messages.some(isFatal))
  return mode && timesIn(mode)
}

function runOver({ filename, text }, parser, mode, rules, fix) {
  return linter.verifyAndFix(text, configOf(rules, filename, parser, mode), { filename, fix, stats: true, allowInlineConfig: false })
}

/** Those in which a source may parse, the likeliest first. */
export function modesOf({ filename, text }) {
  return AS_MODULE.test(text.slice(0, 100_000)) || !/\.c?jsx?$/.test(filename) ? MODES : [...MODES.slice(1), MODES[0]]
}

/** Whether a rule that does nothing gets through the source. */
export function parses(mode, { filename, text }, parser) {
  try {
    return !linter.verify(text, configOf(empty, filename, parser, mode), { filename, allowInlineConfig: false }).some(isFatal)
  } catch {
    return false
  }
}

export function configOf(rules, filename, parser, sourceType) {
  return [
    { ignores: ['!**/node_modules/'] },
    {
      files: ['**/*.*'],
      ...rules,
      linterOptions: { reportUnusedDisableDirectives: 'off' },
      languageOptions: { sourceType, ecmaVersion: 'latest', ...parserOptions(parser, filename) },
    },
  ]
}

export const rulesOf = { empty, strict }

function suggestionsOf(messages) {
  return messages.flatMap(({ ruleId, suggestions = [] }) => suggestions.map(({ desc, fix }) => ({ ruleId, desc, fix }))).slice(0, MOST_SUGGESTIONS)
}

/** ESLint counts without the byte order mark. */
function applied({ range: [start, end], text: added }, text) {
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  return text.slice(0, start + mark) + added + text.slice(end + mark)
}

export function isFatal({ fatal }) {
  return fatal === true
}

/** A program as deep as the parser can read is too deep for it in the next run. */
function isBroken(message) {
  return isFatal(message) && !/call stack|stack space/i.test(message.message)
}

/** Those of the last run. */
function timesIn(mode) {
  const { parse, rules } = linter.getTimes().passes[0]
  return { mode, parse: parse.total, rules: Object.entries(rules).reduce((sum, [, { total }]) => sum + total, 0) }
}
