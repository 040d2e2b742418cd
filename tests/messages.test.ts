import { describe, expect, test } from 'vitest'
import { frameworks } from '../lib/frameworks/index.js'
import plugin from '../lib/index.js'
import { NAMESPACE } from '../lib/package.js'
import { examples, programs } from './clients/sources.js'
import { messagesOf, sourcesOf } from './samples.js'

/** What editors show under a squiggle: a sentence or two. */
const SENTENCE = /^(?:[A-Z]|`[^`]+` [a-z])[^\n{}]{20,220}\.$/

/** What editors show in a menu, one below the other: an order, without a full stop. */
const TITLE = /^[A-Z][a-z]+ [^\n{}]{1,84}[^\n{}.:]$/

const reports = [
  ...[...examples, ...programs].map(({ code, name }) => ({ code, path: name })),
  ...frameworks.flatMap((framework) => sourcesOf(framework, 'weak')),
].flatMap(({ code, path }) => messagesOf(code, path))

describe('in an editor', () => {
  test('each squiggle is on one line, and its message reads well alone', () => {
    expect(reports.filter(({ endLine, line }) => endLine !== line)).toEqual([])
    expect([...new Set(reports.map(({ message }) => message))].filter((message) => !SENTENCE.test(message))).toEqual([])
  })

  test('each title of a suggestion reads well in a menu', () => {
    const titles = new Set(reports.flatMap(({ suggestions = [] }) => suggestions.map(({ desc }) => desc)))
    expect([...titles].filter((title) => !TITLE.test(title))).toEqual([])
    expect(titles.size).toBeGreaterThan(0)
  })

  test('there is something to see of every rule', () => {
    const names = Object.keys(plugin.rules).map((name) => `${NAMESPACE}/${name}`)
    expect(new Set(reports.map(({ ruleId }) => ruleId))).toEqual(new Set(names))
  })
})
