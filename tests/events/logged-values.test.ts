import type { TSESTree } from '@typescript-eslint/utils'
import { describe, expect, it } from 'vitest'
import { isOnlyLogged } from '../../lib/events/logged-values.js'
import { nodesIn, probe } from '../ast/probe.js'

/** Whether what is called `sub` first goes into a log. */
function isLogged(code: string): boolean {
  const [sub] = nodesIn(probe(code).sourceCode, (node): node is TSESTree.Identifier => node.type === 'Identifier' && node.name === 'sub')
  if (!sub) throw new Error('The program has no `sub`.')
  return isOnlyLogged(sub)
}

describe('a value is only logged', () => {
  it.each([
    'logger.info(sub)', 'console.log(sub)', 'log(sub)', 'req.log.child({ user: sub })', 'logger.info({ ...sub })', 'logger.info([sub])', 'logger.info(`by ${sub}`)', "logger.info(sub ?? 'nobody')",
    "logger.info(isKnown ? sub : 'nobody')", 'req.logContext = { user: sub }', 'req.logContext.user = sub', 'const logContext = { user: sub }', 'run({ logContext: { user: sub } })',
  ])('by %s', (code) => {
    expect(isLogged(code)).toBe(true)
  })
})

describe('a value goes elsewhere, too', () => {
  it.each([
    'run(sub)', 'auditLog.write(sub)', 'audit.logger.info(run(sub))', "logger.info(sub ? 'somebody' : 'nobody')", 'logger.info({ [sub]: 1 })', 'req.user = sub', 'sub = req.logContext', 'const user = { id: sub }', 'const { id } = sub',
    'const user = { id: sub }; logger.info(user)', 'sub.logger()', 'sub()', 'return_(sub)', 'if (sub) run()', 'run({ user: sub })',
  ])('by %s', (code) => {
    expect(isLogged(code)).toBe(false)
  })
})
