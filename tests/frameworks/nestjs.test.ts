import { eventsOf, matchesOf } from '../events-of.js'
import { fileIn } from '../rule-tester.js'

/** A controller with one method. */
function controller(parameters: string, body: string, imports = `import 'express-session'`): string {
  return `import { Controller, Post, Req, Request, Res, Response, Session, Next } from '@nestjs/common'; ${imports};
    @Controller('auth') export class AuthController { @Post('login') async login(${parameters}) { ${body} } }`
}

describe('a decorator', () => {
  it.each([
    ['@Req()', `@Req() a`, `a.session.userId = user.id`, 'a'],
    ['@Request()', `@Request() a`, `a.session.userId = user.id`, 'a'],
    ['@Req() with a type', `@Req() request: RequestWithSession`, `request.session.userId = user.id`, 'request'],
    ['@Session()', `@Session() s: Record<string, any>`, `s.userId = user.id`, undefined],
    ['@Req() behind others', `@Body() dto: LoginDto, @Req() a`, `a.session.userId = user.id`, 'a'],
  ])('%s hands the session', (_title, parameters, body, carrier) => {
    const [event = '', ...others] = eventsOf(controller(parameters, body))
    expect(event).toMatch(/^userLoggedIn express-session proved /)
    expect(event.split('session=')[1]).toBe(`express-session/server/proved${carrier === undefined ? '' : `/${carrier}`}`)
    expect(others).toEqual([])
  })

  it.each([
    ['@Res()', `@Res() b`, `b.cookie('sid', id)`],
    ['@Response()', `@Response() b`, `b.cookie('sid', id)`],
    ['@Res() with options', `@Res({ passthrough: true }) b`, `b.cookie('sid', id)`],
    ['@Res() with a type of Express', `@Res() b: E`, `b.status(200).cookie('sid', id)`],
  ])('%s hands the response', (_title, parameters, body) => {
    expect(eventsOf(controller(parameters, body, `import type { Response as E } from 'express'`))).toEqual([
      'cookieWritten express proved `cookie` sid session path=/* lifetime=none',
    ])
  })

  it('hands those of Fastify where that is underneath', () => {
    const imports = `import type { FastifyReply } from 'fastify'; import '@fastify/cookie'`
    expect(eventsOf(controller(`@Res() b: FastifyReply`, `b.setCookie('sid', id)`, imports))).toEqual([
      'cookieWritten @fastify/cookie proved `setCookie` sid session sameSite=lax* lifetime=none',
    ])
  })

  it('hands those of Fastify by their type, whatever else the file imports', () => {
    const imports = `import type { FastifyReply } from 'fastify'; import type { RequestHandler } from 'express'; import '@fastify/cookie'`
    expect(eventsOf(controller(`@Res() b: FastifyReply`, `b.setCookie('sid', id)`, imports))).toEqual([
      'cookieWritten @fastify/cookie proved `setCookie` sid session sameSite=lax* lifetime=none',
    ])
  })

  it('is likely to hand those of Express where nothing tells the platform', () => {
    expect(eventsOf(controller(`@Res() b`, `b.cookie('sid', id)`, ''))).toEqual(['cookieWritten express likely `cookie` sid session path=/* lifetime=none'])
  })

  it.each([
    ['by its namespace', `import * as nest from '@nestjs/common'; import 'express'; class A { f(@nest.Res() b) { b.cookie('sid', id) } }`],
    ['under another name', `import { Res as Out } from '@nestjs/common'; import 'express'; class A { f(@Out() b) { b.cookie('sid', id) } }`],
    ['by require', `const { Res } = require('@nestjs/common'); require('express'); class A { f(@Res() b) { b.cookie('sid', id) } }`],
  ])('is known %s', (_title, code) => {
    expect(eventsOf(code)).toEqual(['cookieWritten express proved `cookie` sid session path=/* lifetime=none'])
  })

  it.each([
    ['of another package', `import { Res } from 'routing-controllers'; class A { f(@Res() b) { b.cookie('sid', id) } }`],
    ['of the file', `function Res() { return () => {} } class A { f(@Res() b) { b.cookie('sid', id) } }`],
    ['for something else', controller(`@Body() b`, `b.cookie('sid', id); b.session.userId = 1`)],
  ])('is silent %s', (_title, code) => {
    expect(eventsOf(code)).toEqual([])
  })
})

it('a middleware is a handler of Express', () => {
  const code = `import { NestMiddleware } from '@nestjs/common'; import { Request, Response, NextFunction } from 'express';
    export class Cookies implements NestMiddleware { use(req: Request, res: Response, next: NextFunction) { res.cookie('sid', id); next() } }`
  expect(eventsOf(code)).toEqual(['cookieWritten express proved `cookie` sid session path=/* lifetime=none'])
})

it('a session library is set up in the main file', () => {
  const code = `import { NestFactory } from '@nestjs/core'; import session from 'express-session'; const app = await NestFactory.create(AppModule); app.use(session({ secret }))`
  expect(eventsOf(code)).toEqual(['sessionConfigured express-session proved `session` httpOnly=true* path=/* lifetime=none'])
})

it('a logout through the request is one of passport', () => {
  expect(matchesOf(controller(`@Req() req`, `req.logout(() => {})`))).toEqual(['sessionDestroyed passport proved done=() => {}'])
})

describe('on Fastify', () => {
  const filename = fileIn('fixtures/nest-fastify/auth.controller.ts')

  it.each([
    ['@Res()', `@Res() reply`, `reply.setCookie('sid', id)`],
    ['@Res() with passthrough', `@Res({ passthrough: true }) reply`, `reply.setCookie('sid', id)`],
    ['@Res() with a type of Fastify', `@Res({ passthrough: true }) reply: FastifyReply`, `reply.setCookie('sid', id)`],
    ['@Response()', `@Response() reply`, `reply.cookie('sid', id)`],
  ])('%s hands the reply', (_title, parameters, body) => {
    const code = controller(parameters, body, `import type { FastifyReply } from 'fastify'`)
    expect(eventsOf(code, { filename })).toEqual([expect.stringMatching(/^cookieWritten @fastify\/cookie proved `(?:setCookie|cookie)` sid session sameSite=lax\* lifetime=none$/)])
  })

  it.each([
    ['@Req()', `@Req() request`, `request.session.userId = user.id`, 'request'],
    ['@Req() with a set', `@Req() request`, `request.session.set('userId', user.id)`, 'request'],
    ['@Session()', `@Session() session`, `session.set('userId', user.id)`, undefined],
  ])('%s hands the session', (_title, parameters, body, carrier) => {
    const [event = '', ...others] = eventsOf(controller(parameters, body, ''), { filename })
    expect(event).toMatch(/^userLoggedIn @fastify\/session proved /)
    expect(event.split('session=')[1]).toBe(`@fastify/session/server/proved${carrier === undefined ? '' : `/${carrier}`}`)
    expect(others).toEqual([])
  })

  it('a reply is none of Express', () => {
    expect(eventsOf(controller(`@Res() reply`, `reply.clearCookie('sid'); reply.set('Set-Cookie', 'sid=' + id)`, ''), { filename })).toEqual([
      'cookieCleared @fastify/cookie proved `clearCookie` sid session',
    ])
  })

  it('the plugins are registered in the main file', () => {
    const code = `import { NestFactory } from '@nestjs/core'; import { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify'; import session from '@fastify/session';
      const app = await NestFactory.create<NestFastifyApplication>(AppModule, new FastifyAdapter()); await app.register(session, { secret })`
    expect(eventsOf(code)).toEqual(['sessionConfigured @fastify/session proved `session` httpOnly=true* secure=true* path=/* lifetime=none'])
  })
})
