import { defineFramework, from, handed, instance, result, signature } from './framework.js'

/** https://koajs.com/#ctx-cookies-set-name-value-options- */
export const koa = defineFramework({
  name: 'koa',
  reference: 'https://koajs.com/#ctx-cookies-set-name-value-options-',
  names: {
    Koa: from('koa'),
    app: [instance('koa'), handed('router', 'koa')],
    ctx: handed('context', 'koa'),
    response: handed('response', 'koa'),
  },
  cookie: {
    defaults: { httpOnly: true, secure: 'tls', path: '/' },
    maxAge: 'milliseconds',
    zeroDeletes: false,
    signed: 'with keys',
  },
  server: {
    parameters: ['context', 'next'],
    parameterNames: { context: ['ctx', 'context'], next: ['next'] },
    types: {
      Context: 'context',
      ParameterizedContext: 'context',
      ExtendableContext: 'context',
      RouterContext: 'context',
      Middleware: 'handler',
      Next: 'next',
      Application: 'router',
      Router: 'router',
      default: 'router',
    },
    companions: ['@koa/router', 'koa-router'],
    routerNames: ['app', 'router'],
    routers: [instance('koa'), instance('@koa/router'), instance('@koa/router', 'Router'), result('@koa/router'), instance('koa-router'), result('koa-router')],
    members: {
      'context.response': { object: 'response' },
      'context.request': { object: 'request' },
      'request.ctx': { object: 'context' },
      'response.ctx': { object: 'context' },
      'context.res': { object: 'response', server: 'node:http' },
      'context.req': { object: 'request', server: 'node:http' },
    },
    awaitsHandlers: true,
    sendsReturnValue: false,
  },
  signatures: [
    signature('new Koa(options?)', { emits: 'secretGiven', secret: 'options.keys', given: 'options.keys' }),
    signature('app.keys = value', { emits: 'secretGiven', secret: 'value' }),
    signature('ctx.cookies.set(name, value?, options?)', {
      emits: 'cookieWritten',
      name: 'name',
      value: 'value',
      cookie: 'options',
    }),
    signature('ctx.cookies.get(name, options?)', { emits: 'cookieRead', name: 'name', options: 'options' }),
    signature('ctx.set(header, value)', { emits: 'headerWritten', header: 'header', value: 'value' }),
    signature('ctx.set(headers)', { emits: 'headerWritten', headers: 'headers' }),
    signature('ctx.append(header, value)', { emits: 'headerWritten', header: 'header', value: 'value' }),
    signature('response.set(header, value)', { emits: 'headerWritten', header: 'header', value: 'value' }),
    signature('response.append(header, value)', { emits: 'headerWritten', header: 'header', value: 'value' }),
    signature('ctx.body = value', { emits: 'answered', value: 'value' }),
  ],
})
