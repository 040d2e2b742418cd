import { defineFramework, from, handed, signature } from './framework.js'

const WRITTEN = { emits: 'cookieWritten', name: 'name', value: 'value', cookie: 'options' } as const

/** https://docs.adonisjs.com/guides/basics/cookies */
export const adonisjs = defineFramework({
  name: '@adonisjs/core',
  packages: ['@adonisjs/http-server'],
  reference: 'https://docs.adonisjs.com/guides/basics/cookies',
  names: {
    response: [
      handed('response', '@adonisjs/core'),
      from('@adonisjs/core/http', 'HttpContext.getOrFail.().response'),
      from('@adonisjs/core/http', 'HttpContext.get.().response'),
    ],
    defineConfig: from('@adonisjs/core/http', 'defineConfig'),
  },
  cookie: {
    // These stand in `config/app.ts`, and are the same where it says nothing.
    defaults: { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: 2 * 60 * 60 },
    maxAge: 'seconds',
    durations: true,
    zeroDeletes: false,
  },
  server: {
    parameters: ['context', 'next'],
    parameterNames: { context: ['ctx', 'context'], next: ['next'] },
    types: {
      HttpContext: 'context',
      HttpRequest: 'request',
      HttpResponse: 'response',
      Request: 'request',
      Response: 'response',
      NextFn: 'next',
      Router: 'router',
    },
    companions: ['@adonisjs/core/http', '@adonisjs/core/types/http', '@adonisjs/core/services/router', '@adonisjs/http-server', '@adonisjs/http-server/types'],
    routers: [from('@adonisjs/core/services/router')],
    members: {
      'context.response': { object: 'response' },
      'context.request': { object: 'request' },
      'response.ctx': { object: 'context' },
      'request.ctx': { object: 'context' },
      'response.response': { object: 'response', server: 'node:http' },
      'request.request': { object: 'request', server: 'node:http' },
    },
    awaitsHandlers: true,
    sendsReturnValue: true,
  },
  signatures: [
    signature('defineConfig(options)', { emits: 'cookieDefaultsSet', cookie: 'options.cookie' }),
    signature('response.cookie(name, value, options?)', WRITTEN),
    signature('response.plainCookie(name, value, options?)', WRITTEN),
    signature('response.encryptedCookie(name, value, options?)', WRITTEN),
    signature('response.clearCookie(name, options?)', { emits: 'cookieCleared', name: 'name', cookie: 'options' }),
    signature('response.json(body)', { emits: 'answered', value: 'body' }),
    signature('response.send(body)', { emits: 'answered', value: 'body' }),
    signature('response.ok(body)', { emits: 'answered', value: 'body' }),
    signature('response.header(header, value)', { emits: 'headerWritten', header: 'header', value: 'value' }),
    signature('response.safeHeader(header, value)', { emits: 'headerWritten', header: 'header', value: 'value' }),
    signature('response.append(header, value)', { emits: 'headerWritten', header: 'header', value: 'value' }),
  ],
})
