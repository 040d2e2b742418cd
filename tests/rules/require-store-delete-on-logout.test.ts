import rule from '../../lib/rules/require-store-delete-on-logout.js'
import { fileIn, ruleTester } from '../rule-tester.js'

ruleTester.run(rule.name, rule, {
  valid: [
    {
      name: 'the session is destroyed and the cookie deleted inside',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.clearCookie('connect.sid')
    res.redirect('/')
  })
})`,
    },
    {
      name: 'the cookie is deleted first and the session destroyed after',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  res.clearCookie('connect.sid')
  req.session.destroy((err) => (err ? next(err) : res.redirect('/')))
})`,
    },
    {
      name: 'regenerating destroys the old session',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.user = null
  req.session.save((err) => {
    if (err) return next(err)
    req.session.regenerate((error) => (error ? next(error) : res.redirect('/')))
  })
})`,
    },
    {
      name: 'a current passport replaces the session',
      code: `import session from 'express-session'
import passport from 'passport'
router.post('/logout', (req, res, next) => {
  req.logout((err) => {
    if (err) return next(err)
    res.clearCookie('connect.sid')
    res.redirect('/')
  })
})`,
    },
    {
      name: 'a promisified destroy',
      code: `import session from 'express-session'
import { promisify } from 'node:util'
router.post('/logout', async (req, res) => {
  await promisify(req.session.destroy.bind(req.session))()
  res.clearCookie('connect.sid')
  res.redirect('/')
})`,
    },
    {
      name: 'the record is deleted in the store',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.sessionStore.destroy(req.sessionID, (err) => {
    res.clearCookie('connect.sid')
    res.redirect('/')
  })
})`,
    },
    {
      name: 'a helper says that it ends the session',
      code: `import session from 'express-session'
import { revokeSession } from './sessions.js'
router.post('/logout', async (req, res) => {
  await revokeSession(req)
  res.clearCookie('connect.sid')
  res.redirect('/')
})`,
    },
    {
      name: 'a helper of the file destroys the session',
      code: `import session from 'express-session'
function leave(req, done) {
  req.session.destroy(done)
}
router.post('/logout', (req, res) => {
  leave(req, () => {
    res.clearCookie('connect.sid')
    res.redirect('/')
  })
})`,
    },
    {
      name: 'a middleware before the handler ends the session',
      code: `import session from 'express-session'
router.post('/logout', destroySession, (req, res) => {
  res.clearCookie('connect.sid')
  res.redirect('/')
})`,
    },
    {
      name: 'the settings name the helper',
      settings: { 'session-security': { functions: { destroy: ['bye'] } } },
      code: `import session from 'express-session'
router.post('/logout', async (req, res) => {
  await bye(req)
  res.clearCookie('connect.sid')
  res.redirect('/')
})`,
    },
    {
      name: 'a token in a cookie has no record',
      code: `import session from 'express-session'
router.post('/logout', (req, res) => {
  res.clearCookie('token')
  res.clearCookie('refresh_token')
  res.redirect('/')
})`,
    },
    {
      name: 'cookies of other purposes',
      code: `import session from 'express-session'
router.post('/logout', (req, res) => {
  res.clearCookie('theme')
  res.clearCookie('oauth_state')
  res.clearCookie('returnTo')
  res.redirect('/')
})`,
    },
    {
      name: 'the session has another name in this file',
      code: `import session from 'express-session'
app.use(session({ name: 'app', secret }))
router.post('/logout', (req, res) => {
  res.clearCookie('sid')
  res.redirect('/')
})`,
    },
    {
      name: 'the cookie is deleted, but nobody logs out',
      code: `import session from 'express-session'
router.get('/callback', (req, res) => {
  res.clearCookie('connect.sid')
  res.redirect('/')
})`,
    },
    {
      name: 'cookie-session ends with null',
      code: `import cookieSession from 'cookie-session'
router.post('/logout', (req, res) => {
  req.session = null
  res.redirect('/')
})`,
    },
    {
      name: 'a cookie without a record has nothing to delete',
      filename: fileIn('fixtures/cookie-session/routes.js'),
      code: `router.post('/logout', (req, res) => {
  req.session.userId = null
  res.clearCookie('session')
  res.redirect('/')
})`,
    },
    {
      name: 'koa-session ends with null',
      code: `import Koa from 'koa'
import session from 'koa-session'
const app = new Koa()
app.use(session({ store }, app))
async function logout(ctx) {
  ctx.session = null
  ctx.redirect('/')
}`,
    },
    {
      name: 'koa-generic-session ends with null',
      code: `import session from 'koa-generic-session'
async function logout(ctx) {
  ctx.cookies.set('koa.sid', null)
  ctx.session = null
}`,
    },
    {
      name: 'fastify destroys and deletes',
      filename: fileIn('fixtures/fastify-session/routes.js'),
      code: `fastify.post('/logout', async (request, reply) => {
  await request.session.destroy()
  reply.clearCookie('sessionId')
  return reply.redirect('/')
})`,
    },
    {
      name: 'secure-session deletes what is in the cookie',
      filename: fileIn('fixtures/fastify-secure-session/routes.js'),
      code: `fastify.post('/logout', async (request, reply) => {
  request.session.delete()
  return reply.redirect('/')
})`,
    },
    {
      name: 'an option makes null end the session',
      code: `import session from 'express-session'
app.use(session({ unset: 'destroy', secret }))
router.post('/logout', (req, res) => {
  req.session = null
  res.redirect('/')
})`,
    },
    {
      name: 'nobody can see whether an option makes null end the session',
      code: `import session from 'express-session'
app.use(session({ ...defaults, secret }))
router.post('/logout', (req, res) => {
  req.session = null
  res.redirect('/')
})`,
    },
    {
      name: 'nothing says which library keeps the session',
      code: `router.post('/logout', (req, res) => {
  req.session.user = null
  res.redirect('/')
})`,
    },
    {
      name: 'a user is taken out of the session, but nobody logs out',
      code: `import session from 'express-session'
router.post('/impersonation/stop', (req, res) => {
  req.session.user = null
  res.redirect('/')
})`,
    },
    {
      name: 'an account is deleted with its sessions',
      code: `import session from 'express-session'
router.post('/account/delete-and-logout', async (req, res) => {
  await Accounts.deleteOne({ id: req.session.userId })
  res.clearCookie('connect.sid')
  res.redirect('/')
})`,
    },
    {
      name: 'a name that only contains the word',
      code: `import session from 'express-session'
function catalogOffset(req, res) {
  req.session.user = null
}`,
    },
    {
      name: 'a helper is handed only the response, and its callers may end the session',
      code: `import session from 'express-session'
export function logoutUser(res) {
  res.clearCookie('connect.sid')
}`,
    },
  ],
  invalid: [
    {
      name: 'the cookie is deleted',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  res.clearCookie('connect.sid')
  res.redirect('/')
})`,
      output: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.clearCookie('connect.sid')
    res.redirect('/')
  })
})`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'the cookie is deleted without next',
      code: `import session from 'express-session'
router.get('/sign-out', (req, res) => {
  res.clearCookie('connect.sid', { path: '/' })
  res.redirect('/')
})`,
      output: `import session from 'express-session'
router.get('/sign-out', (req, res) => {
  req.session.destroy((err) => {
    if (err) return res.sendStatus(500)
    res.clearCookie('connect.sid', { path: '/' })
    res.redirect('/')
  })
})`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'the cookie is deleted in an arrow function of one expression',
      code: `import session from 'express-session'
router.post('/logoff', (req, res) => res.clearCookie('connect.sid').redirect('/'))`,
      output: `import session from 'express-session'
router.post('/logoff', (req, res) => req.session.destroy((err) => {
  if (err) return res.sendStatus(500)
  res.clearCookie('connect.sid').redirect('/')
}))`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 2 },
      ],
    },
    {
      name: 'the cookie is deleted in an arrow function of one expression that is declared to return nothing',
      filename: fileIn('fixtures/express-5/session-controller.ts'),
      code: `import type { Request, Response } from 'express'

export const logout = (req: Request, res: Response): void => res.clearCookie('connect.sid').redirect('/')`,
      output: `import type { Request, Response } from 'express'

export const logout = (req: Request, res: Response): void => {
  req.session.destroy((err) => {
    if (err) return res.sendStatus(500)
    res.clearCookie('connect.sid').redirect('/')
  })
}`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'the cookie is overwritten with an empty one',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  res.cookie('connect.sid', '', { maxAge: 0 })
  res.redirect('/')
})`,
      output: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.cookie('connect.sid', '', { maxAge: 0 })
    res.redirect('/')
  })
})`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'the cookie is given a millisecond to live',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  res.cookie('sid', 'x', { maxAge: 1 })
  res.redirect('/')
})`,
      output: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.cookie('sid', 'x', { maxAge: 1 })
    res.redirect('/')
  })
})`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'the cookie expires in the past',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  res.cookie('connect.sid', '', { expires: new Date(0) })
  res.redirect('/')
})`,
      output: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.cookie('connect.sid', '', { expires: new Date(0) })
    res.redirect('/')
  })
})`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'the header deletes the cookie',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  res.setHeader('Set-Cookie', 'connect.sid=; Max-Age=0; Path=/')
  res.redirect('/')
})`,
      output: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.setHeader('Set-Cookie', 'connect.sid=; Max-Age=0; Path=/')
    res.redirect('/')
  })
})`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'the session has a name in this file',
      code: `import session from 'express-session'
app.use(session({ name: 'app', secret }))
router.post('/logout', (req, res, next) => {
  res.clearCookie('app')
  res.redirect('/')
})`,
      output: `import session from 'express-session'
app.use(session({ name: 'app', secret }))
router.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.clearCookie('app')
    res.redirect('/')
  })
})`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 4 },
      ],
    },
    {
      name: 'the name of the cookie is a constant',
      code: `import session from 'express-session'
const COOKIE = 'connect.sid'
router.post('/logout', (req, res, next) => {
  res.clearCookie(COOKIE)
  res.redirect('/')
})`,
      output: `import session from 'express-session'
const COOKIE = 'connect.sid'
router.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.clearCookie(COOKIE)
    res.redirect('/')
  })
})`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 4 },
      ],
    },
    {
      name: 'the name of the cookie says that it carries a session',
      code: `import session from 'express-session'
export const logout = async (req, res, next) => {
  res.clearCookie('sid')
  res.status(204).end()
}`,
      output: `import session from 'express-session'
export const logout = async (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.clearCookie('sid')
    res.status(204).end()
  })
}`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'a class with a method',
      filename: fileIn('fixtures/express-5/session-controller.ts'),
      code: `import type { Request, Response, NextFunction } from 'express'

export class SessionController {
  async logout(req: Request, res: Response, next: NextFunction): Promise<void> {
    res.clearCookie('connect.sid')
    res.redirect('/')
  }
}`,
      output: `import type { Request, Response, NextFunction } from 'express'

export class SessionController {
  async logout(req: Request, res: Response, next: NextFunction): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      req.session.destroy((err) => (err ? reject(err) : resolve()))
    })
    res.clearCookie('connect.sid')
    res.redirect('/')
  }
}`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 5 },
      ],
    },
    {
      name: 'a Nest controller',
      filename: fileIn('fixtures/nest-express/auth.controller.ts'),
      code: `import { Controller, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'

@Controller('auth')
export class AuthController {
  @Post('logout')
  async leave(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    response.clearCookie('connect.sid')
    return { ok: true }
  }
}`,
      output: `import { Controller, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'

@Controller('auth')
export class AuthController {
  @Post('logout')
  async leave(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    await new Promise<void>((resolve, reject) => {
      request.session.destroy((err) => (err ? reject(err) : resolve()))
    })
    response.clearCookie('connect.sid')
    return { ok: true }
  }
}`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'request.session.destroy()', library: 'express-session' }, line: 8 },
      ],
    },
    {
      name: 'a method that Nest answers for when it returns, which is before a callback would run',
      filename: fileIn('fixtures/nest-express/auth.controller.ts'),
      code: `import { Controller, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'

@Controller('auth')
export class AuthController {
  @Post('logout')
  leave(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    response.clearCookie('connect.sid')
  }
}`,
      output: null,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'request.session.destroy()', library: 'express-session' }, line: 8 },
      ],
    },
    {
      name: 'a method that answers by itself under Nest',
      filename: fileIn('fixtures/nest-express/auth.controller.ts'),
      code: `import { Controller, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'

@Controller('auth')
export class AuthController {
  @Post('logout')
  leave(@Req() request: Request, @Res() response: Response) {
    response.clearCookie('connect.sid')
    response.redirect('/')
  }
}`,
      output: `import { Controller, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'

@Controller('auth')
export class AuthController {
  @Post('logout')
  leave(@Req() request: Request, @Res() response: Response) {
    request.session.destroy((err) => {
      if (err) return response.sendStatus(500)
      response.clearCookie('connect.sid')
      response.redirect('/')
    })
  }
}`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'request.session.destroy()', library: 'express-session' }, line: 8 },
      ],
    },
    {
      name: 'a file with the name of a logout',
      filename: fileIn('fixtures/express-4/routes/logout.js'),
      code: `module.exports = (req, res, next) => {
  res.clearCookie('connect.sid')
  res.redirect('/')
}`,
      output: `module.exports = (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.clearCookie('connect.sid')
    res.redirect('/')
  })
}`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 2 },
      ],
    },
    {
      name: 'null is no end',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session = null
  res.redirect('/')
})`,
      output: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.redirect('/')
  })
})`,
      errors: [
        { messageId: 'abandoned', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'undefined is no end',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session = undefined
  res.redirect('/')
})`,
      output: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.redirect('/')
  })
})`,
      errors: [
        { messageId: 'abandoned', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'null is no end anywhere, and the cookie is deleted with it',
      code: `import session from 'express-session'
router.post('/reset', (req, res, next) => {
  req.session = null
  res.clearCookie('connect.sid')
  res.redirect('/')
})`,
      output: `import session from 'express-session'
router.post('/reset', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.clearCookie('connect.sid')
    res.redirect('/')
  })
})`,
      errors: [
        { messageId: 'abandoned', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'deleting the property is no end',
      filename: fileIn('fixtures/express-4/routes.js'),
      code: `exports.logout = function (req, res, next) {
  delete req.session;
  res.redirect('/');
};`,
      output: `exports.logout = function (req, res, next) {
  req.session.destroy(function (err) {
    if (err) return next(err);
    res.redirect('/');
  });
};`,
      errors: [
        { messageId: 'abandoned', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 2 },
      ],
    },
    {
      name: 'null is no end in fastify',
      filename: fileIn('fixtures/fastify-session/routes.js'),
      code: `const fastify = require('fastify')()
fastify.post('/logout', async (request, reply) => {
  request.session = null
  return reply.redirect('/')
})`,
      output: `const fastify = require('fastify')()
fastify.post('/logout', async (request, reply) => {
  await request.session.destroy()
  return reply.redirect('/')
})`,
      errors: [
        { messageId: 'abandoned', data: { end: 'request.session.destroy()', library: '@fastify/session' }, line: 3 },
      ],
    },
    {
      name: 'the user is taken out and the session stays',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.user = null
  req.session.role = undefined
  res.redirect('/')
})`,
      output: null,
      errors: [
        {
          messageId: 'identityOnly',
          data: { end: 'req.session.destroy()', library: 'express-session' },
          line: 3,
          suggestions: [
            {
              messageId: 'end',
              data: { end: 'req.session.destroy()' },
              output: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.redirect('/')
  })
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'the user is deleted from the session',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  delete req.session.userId
  res.redirect('/')
})`,
      output: null,
      errors: [
        {
          messageId: 'identityOnly',
          data: { end: 'req.session.destroy()', library: 'express-session' },
          line: 3,
          suggestions: [
            {
              messageId: 'end',
              data: { end: 'req.session.destroy()' },
              output: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.redirect('/')
  })
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'the user is taken out and the cookie deleted',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.loggedIn = false
  res.clearCookie('connect.sid')
  res.redirect('/')
})`,
      output: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.loggedIn = false
  req.session.destroy((err) => {
    if (err) return next(err)
    res.clearCookie('connect.sid')
    res.redirect('/')
  })
})`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 4 },
      ],
    },
    {
      name: 'passport before 0.6 only forgets the user',
      filename: fileIn('fixtures/passport-0.5/routes.js'),
      code: `const router = require('express').Router()
router.get('/logout', (req, res) => {
  req.logout()
  res.redirect('/')
})`,
      output: null,
      errors: [
        {
          messageId: 'identityOnly',
          data: { end: 'req.session.destroy()', library: 'express-session' },
          line: 3,
          suggestions: [
            {
              messageId: 'end',
              data: { end: 'req.session.destroy()' },
              output: `const router = require('express').Router()
router.get('/logout', (req, res) => {
  req.session.destroy((err) => {
    if (err) return res.sendStatus(500)
    req.logout()
    res.redirect('/')
  })
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'fastify only deletes the cookie',
      filename: fileIn('fixtures/fastify-session/routes.ts'),
      code: `import type { FastifyInstance } from 'fastify'

export default async function routes(app: FastifyInstance) {
  app.post('/logout', async (request, reply) => {
    reply.clearCookie('sessionId', { path: '/' })
    return reply.code(204).send()
  })
}`,
      output: `import type { FastifyInstance } from 'fastify'

export default async function routes(app: FastifyInstance) {
  app.post('/logout', async (request, reply) => {
    await request.session.destroy()
    reply.clearCookie('sessionId', { path: '/' })
    return reply.code(204).send()
  })
}`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'request.session.destroy()', library: '@fastify/session' }, line: 5 },
      ],
    },
    {
      name: 'fastify without async',
      filename: fileIn('fixtures/fastify-session/routes.js'),
      code: `const fastify = require('fastify')()
fastify.post('/logout', (request, reply) => {
  reply.clearCookie('sessionId')
  reply.redirect('/')
})`,
      output: `const fastify = require('fastify')()
fastify.post('/logout', (request, reply) => {
  request.session.destroy((err) => {
    if (err) return reply.send(err)
    reply.clearCookie('sessionId')
    reply.redirect('/')
  })
})`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'request.session.destroy()', library: '@fastify/session' }, line: 3 },
      ],
    },
    {
      name: 'koa-generic-session only deletes the cookie',
      code: `import session from 'koa-generic-session'
import Koa from 'koa'
async function logout(ctx) {
  ctx.cookies.set('koa.sid', null)
  ctx.redirect('/')
}`,
      output: `import session from 'koa-generic-session'
import Koa from 'koa'
async function logout(ctx) {
  ctx.session = null
  ctx.cookies.set('koa.sid', null)
  ctx.redirect('/')
}`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'ctx.session = null', library: 'koa-generic-session' }, line: 4 },
      ],
    },
    {
      name: 'koa-session with a store only forgets the user',
      code: `import Koa from 'koa'
import session from 'koa-session'
const app = new Koa()
app.use(session({ store }, app))
async function logout(ctx) {
  ctx.session.userId = null
  ctx.redirect('/')
}`,
      output: null,
      errors: [
        {
          messageId: 'identityOnly',
          data: { end: 'ctx.session = null', library: 'koa-session' },
          line: 6,
          suggestions: [
            {
              messageId: 'end',
              data: { end: 'ctx.session = null' },
              output: `import Koa from 'koa'
import session from 'koa-session'
const app = new Koa()
app.use(session({ store }, app))
async function logout(ctx) {
  ctx.session = null
  ctx.redirect('/')
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'the session is used afterwards',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  res.clearCookie('connect.sid')
  console.log(\`bye \${req.session.user}\`)
  res.redirect('/')
})`,
      output: null,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'a message for the next page needs the session',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.user = null
  req.flash('info', 'bye')
  res.redirect('/')
})`,
      output: null,
      errors: [
        { messageId: 'identityOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'res.end is no end of the session',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  res.clearCookie('connect.sid')
  res.end()
})`,
      output: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.clearCookie('connect.sid')
    res.end()
  })
})`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 3 },
      ],
    },
    {
      name: 'the shape of the session alone tells the library',
      code: `router.post('/login', (req, res, next) => {
  req.session.regenerate((err) => (err ? next(err) : res.redirect('/')))
})
router.post('/logout', (req, res, next) => {
  res.clearCookie('connect.sid')
  res.redirect('/')
})`,
      output: null,
      errors: [
        {
          messageId: 'cookieOnly',
          data: { end: 'req.session.destroy()', library: 'express-session' },
          line: 5,
          suggestions: [
            {
              messageId: 'end',
              data: { end: 'req.session.destroy()' },
              output: `router.post('/login', (req, res, next) => {
  req.session.regenerate((err) => (err ? next(err) : res.redirect('/')))
})
router.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.clearCookie('connect.sid')
    res.redirect('/')
  })
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'fixes are only wanted as suggestions',
      settings: { 'session-security': { fixes: 'suggest' } },
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  res.clearCookie('connect.sid')
  res.redirect('/')
})`,
      output: null,
      errors: [
        {
          messageId: 'cookieOnly',
          data: { end: 'req.session.destroy()', library: 'express-session' },
          line: 3,
          suggestions: [
            {
              messageId: 'end',
              data: { end: 'req.session.destroy()' },
              output: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  req.session.destroy((err) => {
    if (err) return next(err)
    res.clearCookie('connect.sid')
    res.redirect('/')
  })
})`,
            },
          ],
        },
      ],
    },
    {
      name: 'a block inside a condition that leaves',
      code: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  if (req.query.all) {
    res.clearCookie('connect.sid')
    return res.redirect('/bye')
  }
  res.redirect('/')
})`,
      output: `import session from 'express-session'
router.post('/logout', (req, res, next) => {
  if (req.query.all) {
    return req.session.destroy((err) => {
      if (err) return next(err)
      res.clearCookie('connect.sid')
      return res.redirect('/bye')
    })
  }
  res.redirect('/')
})`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 4 },
      ],
    },
    {
      name: 'semicolons, comments and indentation are kept',
      code: `import session from "express-session";
export default {
    logout(req, res, next) {
        // no more cookie
        res.clearCookie("connect.sid"); // gone

        res.redirect("/");
    },
};`,
      output: `import session from "express-session";
export default {
    logout(req, res, next) {
        // no more cookie
        req.session.destroy((err) => {
            if (err) return next(err);
            res.clearCookie("connect.sid"); // gone

            res.redirect("/");
        });
    },
};`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'req.session.destroy()', library: 'express-session' }, line: 5 },
      ],
    },
    {
      name: 'cookie-session takes no notice either',
      code: `import cookieSession from 'cookie-session'
router.post('/logout', (req, res) => {
  delete req.session
  res.redirect('/')
})
router.get('/logout', (req, res) => {
  req.session = {}
  res.redirect('/')
})`,
      output: `import cookieSession from 'cookie-session'
router.post('/logout', (req, res) => {
  req.session = null
  res.redirect('/')
})
router.get('/logout', (req, res) => {
  req.session = null
  res.redirect('/')
})`,
      errors: [
        { messageId: 'abandoned', data: { end: 'req.session = null', library: 'cookie-session' }, line: 3 },
        { messageId: 'abandoned', data: { end: 'req.session = null', library: 'cookie-session' }, line: 7 },
      ],
    },
    {
      name: 'secure-session takes no notice either',
      filename: fileIn('fixtures/fastify-secure-session/routes.js'),
      code: `const fastify = require('fastify')()
fastify.post('/logout', async (request, reply) => {
  request.session = null
  return reply.redirect('/')
})`,
      output: `const fastify = require('fastify')()
fastify.post('/logout', async (request, reply) => {
  request.session.delete()
  return reply.redirect('/')
})`,
      errors: [
        { messageId: 'abandoned', data: { end: 'request.session.delete()', library: '@fastify/secure-session' }, line: 3 },
      ],
    },
    {
      name: 'fastify in an async arrow function of one expression',
      filename: fileIn('fixtures/fastify-session/routes.js'),
      code: `const fastify = require('fastify')()
fastify.post('/logout', async (request, reply) => reply.clearCookie('sessionId').redirect('/'))`,
      output: `const fastify = require('fastify')()
fastify.post('/logout', async (request, reply) => {
  await request.session.destroy()
  return reply.clearCookie('sessionId').redirect('/')
})`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'request.session.destroy()', library: '@fastify/session' }, line: 2 },
      ],
    },
    {
      name: 'koa calls a function by its name',
      code: `import Koa from 'koa'
import session from 'koa-generic-session'
const app = new Koa()
app.use(session())
app.use(async (ctx, next) => {
  if (ctx.path === '/logout') return logout(ctx)
  await next()
})
function logout(ctx) {
  ctx.cookies.set('koa.sid', null)
  ctx.redirect('/')
}`,
      output: `import Koa from 'koa'
import session from 'koa-generic-session'
const app = new Koa()
app.use(session())
app.use(async (ctx, next) => {
  if (ctx.path === '/logout') return logout(ctx)
  await next()
})
function logout(ctx) {
  ctx.session = null
  ctx.cookies.set('koa.sid', null)
  ctx.redirect('/')
}`,
      errors: [
        { messageId: 'cookieOnly', data: { end: 'ctx.session = null', library: 'koa-generic-session' }, line: 10 },
      ],
    },
  ],
})
