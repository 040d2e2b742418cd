import { describe, expect, it } from 'vitest'
import { functionsAround, isFunction, statementAround, type Node } from '../../lib/ast/nodes.js'
import { runAfter, type RunAfter } from '../../lib/fixes/run-after.js'
import { nodesIn, probe } from '../ast/probe.js'
import { applyEdit } from './apply-edit.js'

/** A program in which what stands behind `MARK` waits for `renew()`; what is called `stale` is `fresh` then, and `drop()` is left out. */
function written(code: string, plan: Partial<RunAfter> = {}): { text: string; isSafe: boolean } | undefined {
  const { sourceCode } = probe(code)
  const named = (text: string) => nodesIn(sourceCode, (node): node is Node => sourceCode.getText(node) === text)
  const [mark] = named('MARK')
  const from = mark && statementAround(mark)
  const handler = nodesIn(sourceCode, isFunction)[0]
  if (!from || !handler || !functionsAround(from).includes(handler)) throw new Error('The code has no MARK in its first function.')

  const found = runAfter({
    sourceCode, from, handler, code: 'renew', operation: { code: 'renew', ends: 'callback' } as never, isTypeScript: false, awaitsHandlers: false, sendsReturnValue: false,
    responders: ['res', 'next'], carrier: 'req', errorType: '', fail: (error) => `return next(${error})`,
    stale: { uses: named('stale').filter(({ type }) => type === 'Identifier'), session: 'fresh' }, without: new Set(named('drop()').flatMap((node) => statementAround(node) ?? [])), ...plan,
  })
  if (!found) return undefined
  return { text: applyEdit(code, found.edit), isSafe: found.isSafe }
}

const CALL = 'renew((err) => {\n    if (err) return next(err)\n    MARK\n  })'

describe('the rest of a list waits in a callback', () => {
  it.each([
    ['for an operation', '(req, res, next) => {\n  MARK\n}', `(req, res, next) => {\n  ${CALL}\n}`],
    ['and only the rest', '(req, res, next) => {\n  a()\n  MARK\n}', `(req, res, next) => {\n  a()\n  ${CALL}\n}`],
    ['in a callback of the handler', '(req, res, next) => {\n  find(() => {\n    MARK\n  })\n}', '(req, res, next) => {\n  find(() => {\n    renew((err) => {\n      if (err) return next(err)\n      MARK\n    })\n  })\n}'],
    ['in a promise of the handler', '(req, res, next) => {\n  new Promise(() => {\n    MARK\n  })\n}', '(req, res, next) => {\n  new Promise(() => {\n    renew((err) => {\n      if (err) return next(err)\n      MARK\n    })\n  })\n}'],
    ['without a block of its own', '(req, res, next) => {\n  if (a) MARK\n}', '(req, res, next) => {\n  if (a) renew((err) => {\n    if (err) return next(err)\n    MARK\n  })\n}'],
    ['with the comment behind it', '(req, res, next) => {\n  MARK // done\n}', '(req, res, next) => {\n  renew((err) => {\n    if (err) return next(err)\n    MARK // done\n  })\n}'],
    ['with the comments above it', '(req, res, next) => {\n  // one\n  /* two */\n  MARK\n}', '(req, res, next) => {\n  renew((err) => {\n    if (err) return next(err)\n    // one\n    /* two */\n    MARK\n  })\n}'],
    ['without a comment that stands apart', '(req, res, next) => {\n  // one\n\n  // two\n  MARK\n}', '(req, res, next) => {\n  // one\n\n  renew((err) => {\n    if (err) return next(err)\n    // two\n    MARK\n  })\n}'],
    ['without the comment behind what is before', '(req, res, next) => {\n  a() // one\n  MARK\n}', '(req, res, next) => {\n  a() // one\n  renew((err) => {\n    if (err) return next(err)\n    MARK\n  })\n}'],
    ['with the comment above it in a branch', '(req, res, next) => {\n  if (a)\n    // one\n    MARK\n}', '(req, res, next) => {\n  if (a)\n    renew((err) => {\n      if (err) return next(err)\n      // one\n      MARK\n    })\n}'],
    ['with the comment above a line that begins with a bracket', '(req, res, next) => {\n  // one\n  ;[MARK]\n}', '(req, res, next) => {\n  // one\n  ;renew((err) => {\n    if (err) return next(err);\n    [MARK]\n  })\n}'],
    ['with the comment above what stays, and not above what became pointless', '(req, res, next) => {\n  // one\n  MARK, drop()\n  // two\n  a = b\n}', '(req, res, next) => {\n  // one\n  renew((err) => {\n    if (err) return next(err)\n    // two\n    a = b\n  })\n}'],
    ['before the end of a case', '(req, res, next) => {\n  switch (a) {\n    case 1:\n      MARK\n      break\n  }\n}', '(req, res, next) => {\n  switch (a) {\n    case 1:\n      renew((err) => {\n        if (err) return next(err)\n        MARK\n      })\n      break\n  }\n}'],
    ['as a function where the file has functions', 'app.use(function (req, res, next) {\n  MARK\n})', 'app.use(function (req, res, next) {\n  renew(function (err) {\n    if (err) return next(err)\n    MARK\n  })\n})'],
    ['as an arrow where it speaks of this', 'app.use(function (req, res, next) {\n  MARK\n  this.a = 1\n})', 'app.use(function (req, res, next) {\n  renew((err) => {\n    if (err) return next(err)\n    MARK\n    this.a = 1\n  })\n})'],
    ['as an arrow where it speaks of the arguments', 'app.use(function (req, res, next) {\n  MARK\n  a = arguments\n})', 'app.use(function (req, res, next) {\n  renew((err) => {\n    if (err) return next(err)\n    MARK\n    a = arguments\n  })\n})'],
    ['with an error of another name', '(req, res, next) => {\n  MARK\n  a = err\n}', '(req, res, next) => {\n  renew((error) => {\n    if (error) return next(error)\n    MARK\n    a = err\n  })\n}'],
    ['with an error that has no usual name', '(req, res, next) => {\n  MARK\n  a = [err, error, sessionError]\n}', '(req, res, next) => {\n  renew((sessionFailure) => {\n    if (sessionFailure) return next(sessionFailure)\n    MARK\n    a = [err, error, sessionError]\n  })\n}'],
    ['where it leaves a branch', '(req, res, next) => {\n  if (a) {\n    MARK\n    return\n  }\n  b()\n}', '(req, res, next) => {\n  if (a) {\n    return renew((err) => {\n      if (err) return next(err)\n      MARK\n      return\n    })\n  }\n  b()\n}'],
    ['without what became pointless', '(req, res, next) => {\n  MARK\n  drop()\n  a = b\n}', '(req, res, next) => {\n  renew((err) => {\n    if (err) return next(err)\n    MARK\n    a = b\n  })\n}'],
    ['where it may throw, and is answered', '(req, res, next) => {\n  MARK\n  a()\n}', '(req, res, next) => {\n  renew((err) => {\n    if (err) return next(err)\n    try {\n      MARK\n      a()\n    } catch (error) {\n      next(error)\n    }\n  })\n}'],
    ['where the step of a promise may throw', '(req, res, next) => {\n  find().then(() => {\n    MARK\n    a()\n  }).catch(next)\n}', '(req, res, next) => {\n  find().then(() => {\n    renew((err) => {\n      if (err) return next(err)\n      try {\n        MARK\n        a()\n      } catch (error) {\n        next(error)\n      }\n    })\n  }).catch(next)\n}'],
    ['where a callback may throw as before', '(req, res, next) => {\n  find(() => {\n    MARK\n    a()\n  })\n}', '(req, res, next) => {\n  find(() => {\n    renew((err) => {\n      if (err) return next(err)\n      MARK\n      a()\n    })\n  })\n}'],
  ])('%s', (_title, code, expected) => {
    expect(written(code)).toEqual({ text: expected, isSafe: true })
  })

  it.each([
    ['nothing', 'void'],
    ['a promise of nothing', 'Promise<void>'],
    ['a promise of perhaps nothing', 'Promise<Response | void>'],
    ['perhaps a value', 'Response | undefined'],
    ['anything', 'any'],
    ['a promise of anything', 'Promise<unknown>'],
  ])('where the type of the handler is %s', (_title, type) => {
    const code = `(req, res, next): ${type} => {\n  MARK\n}`
    expect(written(code)).toEqual({ text: code.replace('MARK', CALL), isSafe: true })
  })

  it.each([
    ['with what it waits for', 'async (req, res, next) => {\n  find(() => {\n    MARK\n  })\n  await a\n}', true],
    ['which waits itself', 'async (req, res, next) => {\n  MARK\n  await a\n}', false],
    ['inside a try', '(req, res, next) => {\n  try {\n    MARK\n  } catch {}\n}', false],
    ['with another name for the session', '(req, res, next) => {\n  MARK\n  a = { stale, b: stale }\n}', false],
    ['with a value', '(req, res, next) => {\n  MARK\n  return a\n}', false],
    ['with an answer', '(req, res, next) => {\n  MARK\n  return res.send()\n}', true],
  ])('safely or not: %s', (_title, code, isSafe) => {
    expect(written(code)?.isSafe).toBe(isSafe)
  })

  it('has the new name of the session', () => {
    expect(written('(req, res, next) => {\n  a(stale)\n  MARK\n  b = { stale, c: stale }\n}')?.text).toBe(
      '(req, res, next) => {\n  a(stale)\n  renew((err) => {\n    if (err) return next(err)\n    MARK\n    b = { stale: fresh, c: fresh }\n  })\n}',
    )
  })

  it('leaves behind the call in TypeScript', () => {
    expect(written('(req, res, next) => {\n  if (a) {\n    MARK\n    return\n  }\n  b()\n}', { isTypeScript: true, errorType: ': unknown' })?.text).toContain('renew((err: unknown) => {\n      if (err) return next(err)\n      MARK\n      return\n    })\n    return\n')
  })
})

describe('an operation is awaited', () => {
  const WAITING = 'await new Promise((resolve, reject) => {\n  renew((err) => (err ? reject(err) : resolve()))\n})\n'.replaceAll('\n', '\n  ')

  it.each([
    ['in an async handler that the server waits for', 'async (req, res) => {\n  MARK\n}', { awaitsHandlers: true }, `async (req, res) => {\n  ${WAITING}MARK\n}`],
    ['in a try', 'async (req, res) => {\n  try {\n    MARK\n  } catch {}\n}', {}, `async (req, res) => {\n  try {\n    ${WAITING.replaceAll('\n  ', '\n    ')}MARK\n  } catch {}\n}`],
    ['with its type in TypeScript', 'async (req, res) => {\n  MARK\n}', { awaitsHandlers: true, isTypeScript: true }, `async (req, res) => {\n  ${WAITING.replace('Promise', 'Promise<void>')}MARK\n}`],
    ['by itself where it gives a promise', 'async (req, res) => {\n  MARK\n}', { awaitsHandlers: true, operation: { code: 'renew', ends: 'promise' } as never }, 'async (req, res) => {\n  await renew()\n  MARK\n}'],
    ['in a block of its own', 'async (req, res) => {\n  if (a) MARK\n}', { awaitsHandlers: true, operation: { code: 'renew', ends: 'promise' } as never }, 'async (req, res) => {\n  if (a) {\n    await renew()\n    MARK\n  }\n}'],
    ['not at all where it ends at once', '(req, res) => {\n  MARK\n  drop()\n}', { operation: { code: 'renew', ends: 'at once' } as never }, '(req, res) => {\n  renew()\n  MARK\n}'],
  ] satisfies readonly (readonly [string, string, Partial<RunAfter>, string])[])('%s', (_title, code, plan, expected) => {
    expect(written(code, plan)).toEqual({ text: expected, isSafe: true })
  })

  it('is not safe where another name for the session is replaced', () => {
    expect(written('async (req, res) => {\n  MARK\n  a(stale)\n}', { awaitsHandlers: true })).toEqual({ text: `async (req, res) => {\n  ${WAITING}MARK\n  a(fresh)\n}`, isSafe: false })
  })

  it.each([
    ['a promise of something', 'async (req, res): Promise<Response> => {\n  MARK\n  return res.json()\n}'],
    ['a type of the program', 'async (req, res): Result => {\n  MARK\n  return res.json()\n}'],
    ['a type where it is held', 'const login: (req: Request, res: Response) => Promise<Response> = async (req, res) => {\n  MARK\n  return res.json()\n}'],
    ['a type where a class holds it', 'class Login { run: (req: Request, res: Response) => Promise<Response> = async (req, res) => {\n  MARK\n  return res.json()\n} }'],
  ])('is not safe where nobody hears of a failure, and a callback would leave the handler without a value: %s', (_title, code) => {
    expect(written(code)).toEqual({ text: code.replace('MARK', `${WAITING}MARK`), isSafe: false })
  })

  it('takes the place of what became pointless', () => {
    expect(written('(req, res) => {\n  drop(MARK)\n  a()\n}', { operation: { code: 'renew', ends: 'at once' } as never })?.text).toBe('(req, res) => {\n  renew()\n  drop(MARK)\n  a()\n}')
  })
})

describe('nothing is written', () => {
  it.each([
    ['where nobody hears of a failure', '(req, res, next) => {\n  MARK\n}', { fail: undefined }],
    ['in a generator', 'function* handle(req, res, next) {\n  MARK\n}', {}],
    ['in a function that others may call', '(req, res, next) => {\n  const f = () => {\n    MARK\n  }\n  f()\n}', {}],
    ['in a function that is called on the spot', '(req, res, next) => {\n  (() => {\n    MARK\n  })()\n}', {}],
    ['in a function that runs for each of many', '(req, res, next) => {\n  all.forEach(() => {\n    MARK\n  })\n}', {}],
    ['in a loop', '(req, res, next) => {\n  for (const a of b) {\n    MARK\n  }\n}', {}],
    ['before code that would no longer wait', '(req, res, next) => {\n  if (a) {\n    MARK\n  }\n  b()\n}', {}],
    ['before code behind a case', '(req, res, next) => {\n  switch (a) {\n    case 1:\n      MARK\n      break\n  }\n  b()\n}', {}],
    ['for a promise in a function that is not async', '(req, res, next) => {\n  MARK\n}', { operation: { code: 'renew', ends: 'promise' } as never }],
    ['where a type promises a value', '(req, res, next): Response => {\n  MARK\n  return res.json()\n}', {}],
    ['where a type promises a value, in a branch', '(req, res, next): Response => {\n  if (a) {\n    MARK\n    return res.json()\n  }\n  return b()\n}', {}],
    ['in the step of a promise of a value', '(req, res, next): Promise<Response> => {\n  return find().then((a) => {\n    MARK\n    return res.json()\n  })\n}', {}],
    ['for a promise in a function that promises a value', 'async (req, res, next): Promise<Response> => {\n  MARK\n  return res.json()\n}', { operation: { code: 'renew', ends: 'promise' } as never }],
    ['where TypeScript would forget what was tested', '(req, res, next) => {\n  if (!req.user) return\n  MARK\n  a = req.user.id\n}', { isTypeScript: true }],
  ] satisfies readonly (readonly [string, string, Partial<RunAfter>])[])('%s', (_title, code, plan) => {
    expect(written(code, plan)).toBeUndefined()
  })
})
