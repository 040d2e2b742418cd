import { describe, expect, it } from 'vitest'
import { SILENCES, silenceOf } from '../docs/render-frameworks.js'
import manifest from '../eslint-plugin.config.js'
import type { Framework } from '../lib/frameworks/framework.js'
import { frameworks } from '../lib/frameworks/index.js'
import { findingsIn, lint, type Sample } from './samples.js'

for (const framework of frameworks) {
  describe(framework.name, () => {
    it('has a correct sample that no rule reports', () => {
      expect(rulesReporting(framework, 'correct')).toEqual([])
    })

    it('has a weak sample that every rule reports that its table gives something to say', () => {
      expect(rulesReporting(framework, 'weak')).toEqual(rulesThatApply(framework))
    })
  })
}

it.each(Object.keys(manifest))('%s says why it is silent about a library', (rule) => {
  expect(SILENCES[rule]).toBeDefined()
})

it('says nothing about code that has nothing to do with sessions', () => {
  const code = `
    import { Session } from '@audio/recorder'
    const session = new Session({ maxAge: null, httpOnly: false })
    session.userId = 1
    session.regenerate()
    const token = lexer.next()
    const colour = Math.floor(Math.random() * 16777215).toString(16)
    $.cookie('sid', colour)
    jar.setCookie('token', token)
    function logout() { session.user = null; element.clear() }
  `
  expect(lint(code, 'recorder.js')).toEqual([])
})

function rulesThatApply(framework: Framework): string[] {
  return Object.keys(manifest)
    .filter((rule) => silenceOf(rule, framework, frameworks) === undefined)
    .sort()
}

function rulesReporting(framework: Framework, sample: Sample): string[] {
  return findingsIn(framework, sample).map(({ rule }) => rule)
}
