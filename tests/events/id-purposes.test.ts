import { describe, expect, it } from 'vitest'
import { nodesOf } from '../../lib/ast/nodes-of.js'
import { createIdPurposes } from '../../lib/events/id-purposes.js'
import { createRequestUsers } from '../../lib/events/request-users.js'
import { sessionFileOf } from '../events-of.js'

/** Whether the ID that a program calls `sessionId` is one of something else than a session of the user. */
function isForOther(body: string): boolean {
  const file = sessionFileOf(`import express from 'express'; express().post('/', (req, res) => { ${body} })`)
  const { context, handlers, purposes } = file
  const node = nodesOf(context.sourceCode, 'VariableDeclarator').find(({ id }) => id.type === 'Identifier' && id.name === 'sessionId')
  if (!node) throw new Error('The program has no `sessionId`.')
  const users = createRequestUsers(context, handlers, purposes)
  return createIdPurposes(context, purposes, users, file.of('cookieWritten')).isForOther(node, 'sessionId')
}

describe('an ID that is made for a user who is known already', () => {
  const MADE = 'const sessionId = make();'

  it.each([
    ['is of something else', `save(req.user.id); ${MADE} save(sessionId)`, true],
    ['is of something else beside a cookie of another kind', `save(req.user.id); ${MADE} res.cookie('theme', 'dark')`, true],
    ['lets him in where the handler sends a session cookie', `save(req.user.id); ${MADE} res.cookie('sid', given)`, false],
    ['lets him in where the handler decides who he is', `save(req.user.id); ${MADE} req.user = find(sessionId)`, false],
    ['lets whoever it is in where nobody is known', `${MADE} save(sessionId)`, false],
  ])('%s', (_title, body, expected) => {
    expect(isForOther(body)).toBe(expected)
  })
})

describe('an ID stands in names of files', () => {
  it.each([
    ['alone', 'const sessionId = make(); write(`session-${sessionId}.json`); read(`session-${sessionId}.json`)', true],
    ['and elsewhere', 'const sessionId = make(); write(`session-${sessionId}.json`); save(sessionId)', false],
    ['nowhere', 'const sessionId = make(); write(`session-${sessionId}`)', false],
    ['nowhere, as it is not used', 'const sessionId = make()', false],
  ])('%s', (_title, body, expected) => {
    expect(isForOther(body)).toBe(expected)
  })
})
