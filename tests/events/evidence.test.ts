import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { packagesOf } from '../../lib/events/evidence.js'
import { express } from '../../lib/frameworks/express.js'
import { h3Session } from '../../lib/frameworks/h3-session.js'
import { koa } from '../../lib/frameworks/koa.js'
import { eventsOf } from '../events-of.js'

const root = mkdtempSync(join(tmpdir(), 'evidence-'))
afterAll(() => rmSync(root, { recursive: true }))
let count = 0

/** The name of a file in a project with this manifest. */
function fileIn(manifest: unknown, path = 'src/login.ts'): string {
  const folder = join(root, String(count++))
  mkdirSync(join(folder, '.git'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), typeof manifest === 'string' ? manifest : JSON.stringify(manifest))
  return join(folder, path)
}

const EXPRESS = `export const login = (req, res) => { req.session.userId = user.id }`
const KOA = `export const login = async (ctx) => { ctx.session.userId = user.id }`
const FASTIFY = `export const login = async (request, reply) => { request.session.userId = user.id }`

/** Who keeps the session, and how sure that is: `express-session/server/proved`. */
function sessionOf(code: string, reading: Parameters<typeof eventsOf>[1]): string | undefined {
  const [event] = eventsOf(code, reading)
  return event?.replace(/.* session=(.*)\/\w+$/, '$1')
}

describe('the library of a session', () => {
  it.each([
    ['express-session', EXPRESS, 'express-session/server/proved'],
    ['cookie-session', EXPRESS, 'cookie-session/client/proved'],
    ['koa-session', KOA, 'koa-session/unknown/proved'],
    ['koa-generic-session', KOA, 'koa-generic-session/server/proved'],
    ['@fastify/session', FASTIFY, '@fastify/session/server/proved'],
    ['@fastify/secure-session', FASTIFY, '@fastify/secure-session/client/proved'],
  ])('is %s by the manifest, the settings or an import', (library, code, expected) => {
    // Koa's context has a name that nobody else's has, but the name alone is no evidence.
    const server = code === KOA ? ['koa'] : []
    const dependencies = Object.fromEntries([library, ...server].map((name) => [name, '*']))
    expect(sessionOf(code, { filename: fileIn({ dependencies }) })).toBe(expected)
    expect(sessionOf(code, { settings: { libraries: [library, ...server] } })).toBe(expected)
    expect(sessionOf(`import '${library}'; ${code}`, { settings: { libraries: server } })).toBe(expected)
  })

  it('is nobody’s where nothing tells it', () => {
    expect(eventsOf(EXPRESS, { filename: fileIn({ dependencies: { express: '5' } }) })).toEqual([])
  })

  it.each([
    ['an import comes before the settings', `import 'express-session'; ${EXPRESS}`, { libraries: ['cookie-session'] }, {}, 'express-session/server/proved'],
    ['an import comes before the manifest', `import 'cookie-session'; ${EXPRESS}`, {}, { 'express-session': '1' }, 'cookie-session/client/proved'],
    ['the settings come before the manifest', EXPRESS, { libraries: ['cookie-session'] }, { 'express-session': '1' }, 'cookie-session/client/proved'],
    ['a type counts as an import', `import type { SessionData } from 'express-session'; ${EXPRESS}`, {}, { 'cookie-session': '1' }, 'express-session/server/proved'],
    ['a declared module counts as an import', `import 'express'; declare module 'express-session' { interface SessionData { userId: string } } ${EXPRESS}`, {}, { 'cookie-session': '1' }, 'express-session/server/proved'],
    ['a type in place counts as an import', `let s: import('express-session').Session; ${EXPRESS}`, {}, {}, 'express-session/server/proved'],
    ['an import of TypeScript counts as one', `import session = require('cookie-session'); ${EXPRESS}`, {}, {}, 'cookie-session/client/proved'],
    ['require counts as an import', `const s = require('cookie-session'); ${EXPRESS}`, {}, {}, 'cookie-session/client/proved'],
    ['import() counts as an import', `const s = await import('cookie-session'); ${EXPRESS}`, {}, {}, 'cookie-session/client/proved'],
    ['an export from it counts as an import', `export * from 'cookie-session'; ${EXPRESS}`, {}, {}, 'cookie-session/client/proved'],
  ])('%s', (_title, code, settings, dependencies, expected) => {
    expect(sessionOf(code, { settings, filename: fileIn({ dependencies }) })).toBe(expected)
  })

  it.each([
    ['two imports', `import 'express-session'; import 'cookie-session'; ${EXPRESS}`, {}, {}],
    ['two settings', EXPRESS, { libraries: ['express-session', 'cookie-session'] }, {}],
    ['two imports, whatever method is called', `import 'express-session'; import 'cookie-session'; ${EXPRESS}; export const renew = (req, res) => { req.session.save() }`, {}, {}],
    ['two dependencies', EXPRESS, {}, { 'express-session': '1', 'cookie-session': '2' }],
    ['two imports, whatever the settings say', `import 'express-session'; import 'cookie-session'; ${EXPRESS}`, { libraries: ['express-session'] }, {}],
  ])('is nobody’s by %s', (_title, code, settings, dependencies) => {
    expect(eventsOf(code, { settings, filename: fileIn({ dependencies }) })).toEqual([])
  })

  it('is nobody’s that a call gives', () => {
    expect(eventsOf(`import 'express-session'; export const login = (store) => { store.get().req.session.userId = user.id }`)).toEqual([])
  })

  it.each([
    ['a method that only one library has', `export const login = (req, res) => { req.session.regenerate(() => { req.session.userId = user.id }) }`, 'express-session/server/likely'],
    ['a method of a session that a call gives', `import { Hono } from 'hono'; new Hono().post('/login', (c) => { c.get('session').set('userId', user.id) }).post('/logout', (c) => { c.get('session').deleteSession() })`, 'hono-sessions/unknown/likely'],
    ['a save', `export const login = (req, res) => { req.session.userId = user.id; req.session.save() }`, 'express-session/server/likely'],
  ])('is likely by %s', (_title, code, expected) => {
    expect(eventsOf(code).map((event) => event.replace(/.* session=(.*)\/\w+$/, '$1'))).toContain(expected)
  })

  it('is not guessed by a method where the project has another library', () => {
    const code = `export const login = (req, res) => { req.session.userId = user.id; req.session.save() }`
    expect(sessionOf(code, { filename: fileIn({ dependencies: { 'cookie-session': '2' } }) })).toBe('cookie-session/client/proved')
  })

  it.each([
    ['a broken manifest', '{ "dependencies":'],
    ['an empty manifest', {}],
  ])('is nobody’s by %s', (_title, manifest) => {
    expect(eventsOf(EXPRESS, { filename: fileIn(manifest) })).toEqual([])
  })

  it('is told by the manifest of the package and not by that of the repository', () => {
    const file = fileIn({ dependencies: { 'cookie-session': '2' } }, 'packages/api/login.ts')
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(join(file, '../package.json'), JSON.stringify({ dependencies: { 'express-session': '1' } }))
    expect(sessionOf(EXPRESS, { filename: file })).toBe('express-session/server/proved')
  })
})

describe('the server of a handler', () => {
  const COOKIE = `export const login = (req, res) => { res.cookie('sid', id) }`
  const PROVED = 'cookieWritten express proved `cookie` sid session path=/* lifetime=none'

  it.each([
    ['the server', { express: '5' }],
    ['a session library for it', { 'express-session': '1' }],
    ['passport', { passport: '0.7.0' }],
    ['a router for it', { 'express-promise-router': '4' }],
    ['a platform', { '@nestjs/platform-express': '11' }],
  ])('is proved by %s in the manifest', (_title, dependencies) => {
    expect(eventsOf(COOKIE, { filename: fileIn({ dependencies }) })).toEqual([PROVED])
  })

  it('is proved by the settings', () => {
    expect(eventsOf(COOKIE, { settings: { libraries: ['express'] } })).toEqual([PROVED])
  })

  it.each([
    ['a type', `/** @type {import('express').RequestHandler} */`],
    ['a parameter', `/**\n * @param {import("express").Request} req\n * @param {import("express").Response} res\n */`],
    ['an import', `/** @import { Request, Response } from 'express' */`],
  ])('is proved by %s in a comment', (_title, comment) => {
    expect(eventsOf(`${comment}\n${COOKIE}`)).toEqual([PROVED])
  })

  it.each([
    ['a comment that is none of types', `/* import('express') */`],
    ['a line', `// @import { Request } from 'express'`],
    ['a word about it', `/** We do not import express here. */`],
  ])('is not proved by %s', (_title, comment) => {
    expect(eventsOf(`${comment}\n${COOKIE}`)).toEqual([PROVED.replace('proved', 'likely')])
  })

  it('is likely by the names of the parameters alone', () => {
    expect(eventsOf(COOKIE)).toEqual([PROVED.replace('proved', 'likely')])
  })

  it('is another one where the project says so', () => {
    expect(eventsOf(COOKIE, { filename: fileIn({ dependencies: { fastify: '5', '@fastify/cookie': '11' } }) })).toEqual([
      'cookieWritten @fastify/cookie proved `cookie` sid session sameSite=lax* lifetime=none',
    ])
  })

  it('is nobody’s where the project has two of them', () => {
    expect(eventsOf(COOKIE, { filename: fileIn({ dependencies: { fastify: '5', express: '5' } }) })).toEqual([])
  })

  it('is told by the place of a handler where the project has two of them', () => {
    const code = `import Fastify from 'fastify'; Fastify().get('/', (req, res) => { res.cookie('sid', id) })`
    expect(eventsOf(code, { filename: fileIn({ dependencies: { fastify: '5', express: '5' } }) })).toEqual([
      'cookieWritten @fastify/cookie proved `cookie` sid session sameSite=lax* lifetime=none',
    ])
  })
})

describe('a library is in use', () => {
  it('where a package is there that is made for it alone', () => {
    const [ofExpress, ofKoa] = [packagesOf({ ...express }), packagesOf({ ...koa })]
    expect(ofExpress).toEqual(expect.arrayContaining(['express', 'express-session', 'cookie-session']))
    expect(ofKoa).toEqual(expect.arrayContaining(['koa', 'koa-session']))
    expect(ofExpress.filter((name) => ofKoa.includes(name))).toEqual([])
  })

  it('where the package is there that brings it', () => {
    expect(packagesOf({ ...h3Session })).toContain('h3')
    expect(packagesOf({ ...h3Session })).not.toContain('h3/session')
  })
})
