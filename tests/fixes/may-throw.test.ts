import { describe, expect, it } from 'vitest'
import { mayThrow } from '../../lib/fixes/may-throw.js'
import { functionAround, isFunction, type Node } from '../../lib/ast/nodes.js'
import { walk } from '../../lib/ast/walk.js'
import { sourceCodeOf } from '../events-of.js'

describe('statements that may throw', () => {
  it.each([
    ['a call of something foreign', 'MARK; req.session.user = check(req.body)'],
    ['a member of what a call gives', 'MARK; req.session.user = find().id'],
    ['a member of a value that nobody looked at', 'const user = find(); MARK; req.session.user = user.id'],
    ['a member that the request may not have', 'MARK; req.session.user = req.user.id'],
    ['a constructor that parses', 'MARK; res.redirect(new URL(req.query.next))'],
    ['a template that a function gets', 'MARK; sql`a`'],
    ['a call of a function in place', 'MARK; (() => a)()'],
    ['a member of a list', 'MARK; req.session.count = [a].length'],
    ['a member of what stands on another object', 'MARK; req.session.name = other.body.name'],
    ['a member of something that the request may not have', 'MARK; req.session.name = req.file.name'],
    ['a value that is tested later', 'const user = find(); MARK; req.session.user = user.id; if (user) a()'],
    ['a value that is only given to a function', 'const user = find(); keep(user); MARK; req.session.user = user.id'],
    ['a value that is only part of another one', 'const user = find(); const other = user && a; MARK; req.session.user = user.id'],
    ['a value whose optional member was read', 'const user = find(); keep(user?.id); MARK; req.session.user = user.id'],
    ['a value that only names a member', 'const user = find(); keep(all[user]); MARK; req.session.user = user.id'],
    ['a value in what is tested after a choice', 'const user = find(); if (a) keep(user); MARK; req.session.user = user.id'],
    ['a throw', 'MARK; throw error'],
    ['a call of a method of a service', 'MARK; mail.send(req.body)'],
  ])('%s', (_title, code) => {
    expect(read(code)).toBe(true)
  })
})

describe('statements that do not throw', () => {
  it.each([
    ['answers', `MARK; res.status(200).json({ ok: true })`],
    ['a member of what every request has', 'MARK; req.session.name = req.body.name'],
    ['a value that was tested before', 'const user = find(); if (!user) return; MARK; req.session.user = user.id'],
    ['a value of which a member was read before', 'const user = find(); log(user.hash); MARK; req.session.user = user.id'],
    ['a member that was tested before', 'if (!req.user) return; MARK; req.session.user = req.user.id'],
    ['nothing', 'MARK;'],
    ['a member of this', 'MARK; req.session.user = this.user'],
    ['a member of an object', 'MARK; req.session.user = ({ a }).a'],
    ['a member of a text', "MARK; req.session.count = 'a'.length + `b`.length"],
    ['a value that was tested among others', 'const user = find(); if (!user || !a) return; MARK; req.session.user = user.id'],
    ['a value that was compared', 'const user = find(); if (user === null) return; MARK; req.session.user = user.id'],
    ['a value that a loop has tested', 'const user = find(); while (!user) wait(); MARK; req.session.user = user.id'],
    ['a member that was tested with optional chaining', 'if (!req?.user) return; MARK; req.session.user = req.user.id'],
    ['a number from a text', 'MARK; req.session.at = Number(req.body.at)'],
    ['what stands on an answer', 'MARK; res.status(200).locals = a'],
    ['an optional member', 'const user = find(); MARK; req.session.user = user?.id'],
    ['what a function does that is only defined', 'MARK; req.session.save(() => check(req.body))'],
    ['the clock', 'MARK; req.session.at = new Date()'],
    ['the console', 'MARK; console.log(req.body.name)'],
  ])('%s', (_title, code) => {
    expect(read(code)).toBe(false)
  })
})

/** Whether the statements behind the mark may throw, in a handler. */
function read(code: string): boolean {
  const sourceCode = sourceCodeOf(`function handler(req, res, next) { ${code} }`)
  let mark: Node | undefined
  walk(sourceCode.ast, sourceCode.visitorKeys, (node) => {
    if (node.type === 'ExpressionStatement' && sourceCode.getText(node) === 'MARK;') mark = node
    return true
  })
  const handler = mark && functionAround(mark)
  const body = handler && isFunction(handler) && handler.body.type === 'BlockStatement' ? handler.body.body : []
  const statements = body.filter((statement) => mark !== undefined && statement.range[0] > mark.range[0])
  return handler !== undefined && mayThrow(sourceCode, statements, handler, ['req', 'res', 'next'])
}
