import { describe, expect, it } from 'vitest'
import { functionAround, statementsOf, type Node } from '../../lib/ast/nodes.js'
import { canMove, isAnswer, isFollowed, returnsNothing } from '../../lib/fixes/can-move.js'
import { first, nodesIn, probe } from '../ast/probe.js'

const RESPONDERS = ['res', 'next']

/** The statements behind `MARK` in its list, in the function around it. */
function behindMark(code: string) {
  const { sourceCode } = probe(code)
  const [mark] = nodesIn(sourceCode, (node): node is Node => node.type === 'ExpressionStatement' && sourceCode.getText(node) === 'MARK;')
  const owner = mark && functionAround(mark)
  if (!owner || !mark.parent) throw new Error('The code has no MARK in a function.')
  return { mark, owner, sourceCode, rest: statementsOf(mark.parent).filter((statement) => statement.range[0] > mark.range[0]) }
}

function mayMove(code: string, sendsReturnValue = false): boolean {
  const { owner, rest, sourceCode } = behindMark(code)
  return canMove(rest, { sourceCode, sendsReturnValue, responders: RESPONDERS }, owner)
}

describe('statements can run later', () => {
  it.each([
    ['in a handler', `function handle(req, res) { MARK; res.send(); }`],
    ['though a loop in them is left', `function handle(req, res) { MARK; for (const a of b) { if (a) break; continue; } res.send(); }`],
    ['though a choice in them is left', `function handle(req, res) { MARK; switch (a) { case 1: break; } }`],
    ['though a function in them yields', `function handle(req, res) { MARK; run(function* () { yield a; }); }`],
    ['though a block in them is left', `function handle(req, res) { MARK; out: { for (const a of b) if (a) break out; } }`],
    ['with variables of their own', `function handle(req, res) { MARK; const a = b; var c = a; use(c); }`],
    ['in a choice', `function handle(req, res) { if (a) { MARK; res.send(); } }`],
    ['in a callback', `function handle(req, res) { for (const a of b) run(() => { MARK; res.send(); }); }`],
    ['in the last step of a promise', `function handle(req, res) { find().then(() => { MARK; res.send(); }); }`],
    ['in a step of which errors are caught', `function handle(req, res) { find().then(() => { MARK; res.send(); }).catch(next); }`],
    ['in a function that is given to another one', `run(function () { MARK; res.send(); }).stop(a);`],
  ])('%s', (_title, code) => {
    expect(mayMove(code)).toBe(true)
  })
})

describe('statements can not run later', () => {
  it.each([
    ['where they leave a loop', `function handle() { for (const a of b) { MARK; if (a) break; } }`],
    ['where they go on with a loop', `function handle() { while (a) { MARK; continue; } }`],
    ['where they leave a choice', `function handle() { switch (a) { case 1: MARK; break; } }`],
    ['where they leave a block', `function handle() { out: { MARK; break out; } }`],
    ['where they leave a block from a loop', `function handle() { out: { MARK; for (const a of b) if (a) break out; } }`],
    ['where a constant of them is used before', `function handle() { const f = () => a; MARK; const a = b; f(); }`],
    ['where others call the second of their functions', `function handle() { f(); MARK; use(a); function f() {} }`],
    ['where they yield', `function* handle() { MARK; yield a; }`],
    ['where others call a function of them', `function handle() { f(); MARK; function f() {} }`],
    ['where others use a class of them', `function handle() { MARK; class A {} }`],
    ['where a variable of them is used before', `function handle() { a = 1; MARK; var a = b; use(a); }`],
    ['where a variable of them is used behind them', `function handle() { { MARK; var a = b; } use(a); }`],
    ['where they run again', `function handle() { for (const a of b) { MARK; use(a); } }`],
    ['where they run as long as something holds', `function handle() { do { if (b) { MARK; use(a); } } while (a); }`],
    ['where the next step waits for them', `find().then(() => { MARK; use(a); }).then(b);`],
    ['where the last step waits for them', `find().then(() => { MARK; use(a); }).finally(b);`],
  ])('%s', (_title, code) => {
    expect(mayMove(code)).toBe(false)
  })
})

describe('a server that sends what a handler returns', () => {
  it.each([
    ['has nothing of a handler without a value', `async function handle() { MARK; use(a); return; }`, true],
    ['has its answer by a call on it', `async function handle() { MARK; return res.status(200).send(); }`, true],
    ['has nothing of nothing', `async function handle() { MARK; if (a) return undefined; return void b(); }`, true],
    ['has nothing of a function in a handler', `async function handle() { MARK; run(() => { return a; }); }`, true],
    ['gets a value', `async function handle() { MARK; return a; }`, false],
    ['gets a value in a branch', `async function handle() { MARK; if (a) return a; }`, false],
    ['waits for a promise that is returned', `function handle() { return find().then(() => { MARK; use(a); }); }`, false],
    ['waits for a promise whose errors are caught', `function handle() { return find().then(() => { MARK; use(a); }).catch(next); }`, false],
    ['waits for a promise that an arrow gives', `const handle = () => find()?.catch(() => { MARK; use(a); });`, false],
    ['waits for a promise that is awaited', `async function handle() { await find().finally(() => { MARK; use(a); }); }`, false],
    ['waits for no promise that stands alone', `function handle() { find().then(() => { MARK; use(a); }); }`, true],
    ['waits for no promise in a list', `function handle() { return [find().then(() => { MARK; use(a); })]; }`, true],
    ['waits for no other callback', `function handle() { return find().other(() => { MARK; use(a); }); }`, true],
    ['waits for no function of that name', `function handle() { return then(() => { MARK; use(a); }); }`, true],
  ])('%s', (_title, code, expected) => {
    expect(mayMove(code, true)).toBe(expected)
  })
})

it.each([
  ['by a statement behind the block around it', `function handle() { if (a) { MARK; } use(b); }`, true],
  ['by a statement behind two blocks', `function handle() { if (a) { { MARK; } } use(b); }`, true],
  ['by what runs in the end', `function handle() { try { MARK; } finally { use(b); } }`, true],
  ['by a statement in a case', `function handle() { switch (a) { case 1: { MARK; } use(b); } }`, true],
  ['not by a statement before it', `function handle() { use(b); if (a) { MARK; } }`, false],
  ['not by the end of a case', `function handle() { switch (a) { case 1: { MARK; } break; } }`, false],
  ['not by a function', `function handle() { if (a) { MARK; } function f() {} }`, false],
  ['not by what catches errors', `function handle() { try { MARK; } catch { use(b); } }`, false],
  ['not by what stands behind its function', `run(() => { if (a) { MARK; } }); use(b);`, false],
])('a list is followed %s', (_title, code, expected) => {
  const { mark, owner } = behindMark(code)
  expect(isFollowed(mark, owner)).toBe(expected)
})

it.each([
  ['$(res)', true],
  ['$(res.redirect("/"))', true],
  ['$(res!.status(200).send())', true],
  ['$(next())', true],
  ['$(undefined)', true],
  ['$(void a())', true],
  ['$(!a)', false],
  ['$(a)', false],
  ['$(render(res))', false],
  ['$({ a })', false],
])('whether %s answers', (code, expected) => {
  expect(isAnswer(first(probe(code)), RESPONDERS)).toBe(expected)
})

it('a statement returns nothing where it returns no value that anyone reads', () => {
  const { rest, sourceCode } = behindMark(`function handle() { MARK; if (a) return; if (b) return c; }`)
  expect(rest.map((statement) => returnsNothing(statement, { sourceCode, sendsReturnValue: true, responders: RESPONDERS }))).toEqual([true, false])
})
