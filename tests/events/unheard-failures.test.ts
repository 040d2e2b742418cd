import { describe, expect, it } from 'vitest'
import { fileOf } from '../events-of.js'
import { inHandler } from './value-sent.js'

const SESSIONS = `import session from 'express-session'\napp.use(session({ secret }))`

/** What keeps a program from hearing that its sessions could not be saved or destroyed. */
function unheardIn(code: string): string[] {
  const file = fileOf(code)
  const events = [...(file?.of('sessionDestroyed') ?? []), ...(file?.of('sessionSaved') ?? [])]
  const own = events.filter(({ node }) => /session\.(?:destroy|save)\b/.test(file?.context.sourceCode.getText(node) ?? ''))
  return own.map(({ unheard }) => unheard?.kind ?? 'heard')
}

const inExpress = (body: string) => unheardIn(inHandler(body, SESSIONS))

describe('a failure is ignored', () => {

  it.each([
    ['by a callback without an error', 'req.session.destroy(() => res.end())'],
    ['by a callback that leaves it alone', 'req.session.destroy((err) => res.end())'],
    ['by a callback under a name', 'const done = (err) => res.end(); req.session.destroy(done)'],
    ['by a callback whose own functions have arguments', 'req.session.destroy(function () { run(function () { a(arguments) }) })'],
    ['by a callback of TypeScript', 'req.session.save(function (this: void) { res.end() })'],
    ['by a callback of TypeScript, with an error', 'req.session.save(function (this: void, err: unknown) { res.end() })'],
  ])('%s', (_title, body) => {
    expect(inExpress(body)).toEqual(['ignored'])
  })

  it.each([
    ['by a callback that asks', 'req.session.destroy((err) => { if (err) return next(err); res.end() })'],
    ['by a callback that hands it on', 'req.session.destroy((err) => next(err))'],
    ['by a callback that takes it apart', 'req.session.destroy(({ message }) => res.end(message))'],
    ['by a callback that takes all', 'req.session.destroy((...all) => res.end(all))'],
    ['by a callback that has arguments', 'req.session.destroy(function () { a(arguments) })'],
    ['by a callback with arguments in an arrow', 'req.session.destroy(function () { run(() => a(arguments)) })'],
    ['by the next handler', 'req.session.destroy(next)'],
    ['by a callback from elsewhere', 'req.session.destroy(done)'],
    ['by a callback from elsewhere, whatever it is called', 'req.session.destroy(leave)'],
    ['by what may be a callback', 'req.session.destroy(...args)'],
  ])('but not %s', (_title, body) => {
    expect(inExpress(body)).toEqual(['heard'])
  })
})

describe('a failure is ignored where something has failed already', () => {
  it.each([
    ['for a handler of errors', `app.use((err, req, res, next) => { req.session.destroy(() => res.redirect('/login')) })`],
    ['for a handler of errors, in a callback', `app.use((error, req, res, next) => { note(error, () => { req.session.destroy(() => res.redirect('/login')) }) })`],
    ['behind a question', `app.use((req, res, next) => { check(req, (err) => { if (err) return req.session.destroy(() => res.redirect('/login')); next() }) })`],
    ['behind a question, in a block', `app.use((req, res, next) => { check(req, (err, user) => { if (err || !user) { req.session.destroy(function () { res.redirect('/login') }); return } next() }) })`],
    ['for what is caught', `app.use(async (req, res, next) => { try { await check(req) } catch { return req.session.destroy(() => res.redirect('/login')) } next() })`],
    ['for what is caught, in a promise', `app.use(async (req, res, next) => { try { await check(req) } catch { await new Promise((resolve) => req.session.destroy(resolve)) } next() })`],
    ['for a message', `app.use((req, res, next) => { check(req, (err) => { if (err) { req.session.message = 'No.'; return req.session.save(() => res.redirect('/login')) } next() }) })`],
  ])('%s, which is the lesser evil', (_title, code) => {
    expect(unheardIn(`${SESSIONS}\n${code}`)).toEqual(['heard'])
  })

  it.each([
    ['where nothing has failed', `app.use((req, res, next) => { check(req, (err) => { if (!err) return req.session.destroy(() => res.redirect('/')); next(err) }) })`],
    ['behind the question', `app.use((req, res, next) => { check(req, (err) => { if (err) return next(err); req.session.destroy(() => res.redirect('/')) }) })`],
    ['in a callback that has an error', `app.use((req, res, next) => { check((err) => { req.session.destroy(() => res.redirect('/')) }) })`],
    ['where parameters have a value', `app.param('id', (req, res, next, id) => { req.session.destroy(() => res.redirect('/')) })`],
  ])('but not %s', (_title, code) => {
    expect(unheardIn(`${SESSIONS}\n${code}`)).toEqual(['ignored'])
  })
})

describe('a failure is handed on, and the work goes on', () => {
  it.each([
    ['to the next handler', 'if (err) next(err); res.end()'],
    ['to the next handler, in a block', 'if (err) { log(err); next(err) } res.end()'],
    ['to the next handler, where there is one', 'if (err !== null) next(err); res.end()'],
    ['to the next handler, where there is one on the right', 'if (undefined != err) next(err); res.end()'],
    ['to the next handler, where there is one indeed', 'if (!!err) next(err); res.end()'],
    ['as an answer', `if (err) res.status(500).send('failed'); res.redirect('/')`],
    ['as an answer, before the session is written', `if (err) res.status(500).send('failed'); req.session.user = a`],
    ['as an answer, before a session is written in a function', `if (err) next(err); a.forEach(() => { res.write(1) })`],
  ])('%s', (_title, body) => {
    expect(inExpress(`req.session.destroy((err) => { ${body} })`)).toEqual(['passed'])
  })

  it.each([
    ['it ends there', 'if (err) next(err)'],
    ['the work ends there', 'if (err) return next(err); res.end()'],
    ['the branch throws', 'if (err) { next(err); throw err } res.end()'],
    ['there is another branch', 'if (err) next(err); else res.end()'],
    ['the rest asks as well', 'if (err) next(err); if (!err) res.end()'],
    ['the rest does something else', 'if (err) next(err); log(1)'],
    ['the rest writes down that it is done', 'if (err) next(err); isDone = true'],
    ['the rest writes to a session of its own', 'if (err) next(err); state.session.isDone = true'],
    ['the rest is behind an end', 'if (err) next(err); return; res.end()'],
    ['it asks for something else too', 'if (err && a) next(err); res.end()'],
    ['it asks whether there is none', 'if (!err) next(); res.end()'],
    ['it asks which one', `if (err === 'a') next(err); res.end()`],
    ['it asks whether it is another one', `if (err !== 'a') next(err); res.end()`],
    ['it is only logged', 'if (err) log(err); res.end()'],
    ['a function of the callback asks', 'run(() => { if (err) next(err); res.end() })'],
    ['it is told in no call', 'if (err) failed = err; res.end()'],
  ])('but not where %s', (_title, body) => {
    expect(inExpress(`req.session.destroy((err) => { ${body} })`)).toEqual(['heard'])
  })

  it.each([
    ['by the callback of whoever waits', 'function end(req, told) { req.session.destroy((err) => { if (err) told(err); told() }) }', ['passed']],
    ['by a promise, which is rejected once', 'function end(req) { return new Promise((resolve, reject) => { req.session.destroy((err) => { if (err) reject(err); resolve() }) }) }', ['heard']],
    ['by a function of the file', 'function end(req) { req.session.destroy((err) => { if (err) failed(err); failed() }) }\nfunction failed(error) {}', ['heard']],
    ['by a callback that is told something else', 'function end(req, told) { req.session.destroy((err) => { if (err) told(1); told() }) }', ['heard']],
    ['by a method of what whoever waits has given', 'function end(req, told) { req.session.destroy((err) => { if (err) told.call(err); told.call() }) }', ['heard']],
    ['by one of two functions that nobody knows', 'function end(req) { req.session.destroy((isLoud ? warn : log).bind(console)) }', ['heard']],
  ])('or not: %s', (_title, code, expected) => {
    expect(unheardIn(`import express from 'express'\nconst app = express()\n${SESSIONS}\n${code}\napp.get('/', (req, res) => end(req, () => res.end()))`)).toEqual(expected)
  })
})

describe('nobody hears of a failure', () => {
  it.each([
    ['without a callback', 'req.session.destroy()', ['missing']],
    ['without a callback, after something that succeeded', 'await load(); req.session.destroy()', ['missing']],
    ['without a callback, if it is wished', 'if (req.body.leave) req.session.destroy()', ['missing']],
    ['without a callback, but something has failed already', 'try { await load() } catch { req.session.destroy() }', ['heard']],
    ['without a callback, where an error is asked for', 'load((err) => { if (err) req.session.destroy() })', ['heard']],
    ['without a callback, where an error is asked for with others', 'load((error, user) => { if (!user || error) req.session.destroy() })', ['heard']],
    ['without a callback, where an error or something else is asked for', 'load((loadError, user) => { if (loadError || !user) req.session.destroy() })', ['heard']],
    ['without a callback, where an error is compared', 'load((e) => { if (e != null) { req.session.destroy() } })', ['heard']],
    ['without a callback, where no error is', 'load((err) => { if (err) return; else req.session.destroy() })', ['missing']],
    ['without a callback, in what hears of failures', 'load().catch(() => req.session.destroy())', ['heard']],
    ['without a callback, in what goes on', 'load().then(() => req.session.destroy())', ['missing']],
    ['without a callback, with options', 'req.session.destroy({ a: 1 })', ['missing']],
  ])('%s', (_title, body, expected) => {
    expect(inExpress(body)).toEqual(expected)
  })
})

describe('a promise is fulfilled with a failure', () => {
  const PROMISE = 'new Promise((resolve) => req.session.destroy(resolve))'

  it.each([
    ['and nobody looks', `await ${PROMISE}; res.end()`, ['resolved']],
    ['and nobody waits', `${PROMISE}; res.end()`, ['resolved']],
    ['and what follows takes nothing', `${PROMISE}.then(() => res.end())`, ['resolved']],
    ['and somebody looks', `const err = await ${PROMISE}; if (err) next(err)`, ['heard']],
    ['and somebody asks', `if (await ${PROMISE}) next()`, ['heard']],
    ['and what follows takes it', `${PROMISE}.then((err) => next(err))`, ['heard']],
    ['and what follows takes all', `${PROMISE}.then(function () { next(arguments[0]) })`, ['heard']],
    ['and what follows is elsewhere', `${PROMISE}.then(done)`, ['heard']],
    ['and something else follows', `${PROMISE}.finally(() => res.end())`, ['heard']],
    ['and others get it', `wait(${PROMISE})`, ['heard']],
    ['as the second thing', 'await new Promise((_, reject) => req.session.destroy(reject))', ['heard']],
    ['of another kind', 'await new Deferred((resolve) => req.session.destroy(resolve))', ['heard']],
    ['by a member', 'await new Promise((resolve) => req.session.destroy(resolve.done))', ['heard']],
  ])('%s', (_title, body, expected) => {
    expect(inExpress(body)).toEqual(expected)
  })

  it.each([
    ['that a function gives, and nobody looks', `const end = (req) => ${PROMISE}`, 'await end(req); res.end()', ['resolved']],
    ['that a function returns, and nobody looks', `function end(req) { return ${PROMISE} }`, 'await end(req); res.end()', ['resolved']],
    ['that a function gives, and one of two looks', `const end = (req) => ${PROMISE}`, 'await end(req); const err = await end(req); next(err)', ['heard']],
    ['that a function gives whom nobody calls', `const end = (req) => ${PROMISE}`, 'res.end()', ['heard']],
    ['that a function gives which goes elsewhere', `const end = (req) => ${PROMISE}`, 'run(end)', ['heard']],
    ['that an exported function gives', `export const end = (req) => ${PROMISE}`, 'await end(req)', ['heard']],
    ['that a function of a function gives', `const end = (req) => ${PROMISE}; const leave = (req) => end(req)`, 'await leave(req)', ['resolved']],
  ])('%s', (_title, head, body, expected) => {
    expect(unheardIn(inHandler(body, `${SESSIONS}\n${head}`))).toEqual(expected)
  })
})

describe('a promise of the library is dropped', () => {
  const inFastify = (body: string) =>
    unheardIn(`import Fastify from 'fastify'\nimport session from '@fastify/session'\nconst app = Fastify()\napp.register(session, { secret })\napp.get('/', async (request, reply) => { ${body} })`)

  it.each([
    ['alone', 'request.session.destroy()', ['unawaited']],
    ['with something that follows', 'request.session.destroy().then(a)', ['unawaited']],
    ['with something that follows in any case', 'request.session.destroy().finally(a)', ['unawaited']],
    ['behind a condition', 'a && request.session.destroy()', ['unawaited']],
    ['as one of two', 'a ? request.session.destroy() : b()', ['unawaited']],
  ])('%s', (_title, body, expected) => {
    expect(inFastify(body)).toEqual(expected)
  })

  it.each([
    ['where it is awaited', 'await request.session.destroy()'],
    ['where it is returned', 'return request.session.destroy()'],
    ['where somebody hears of failures', 'request.session.destroy().catch(a)'],
    ['where somebody hears of both', 'request.session.destroy().then(a, b)'],
    ['where it decides', 'request.session.destroy() && a()'],
    ['where it decides between two', 'request.session.destroy() ? a() : b()'],
    ['where others get it', 'wait(request.session.destroy())'],
    ['where it has a name', 'const done = request.session.destroy()'],
    ['where it has a member', 'request.session.destroy().done'],
  ])('but not %s', (_title, body) => {
    expect(inFastify(body)).toEqual(['heard'])
  })
})
