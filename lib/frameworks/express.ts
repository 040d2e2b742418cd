import { defineFramework, handed, instance, result, signature } from './framework.js'

/** https://expressjs.com/en/5x/api.html#res.cookie */
export const express = defineFramework({
  name: 'express',
  reference: 'https://expressjs.com/en/5x/api.html#res.cookie',
  names: { res: handed('response', 'express') },
  cookie: {
    defaults: { path: '/' },
    maxAge: 'milliseconds',
    zeroDeletes: true,
  },
  server: {
    parameters: ['request', 'response', 'next'],
    errorParameters: ['error', 'request', 'response', 'next'],
    parameterNames: {
      request: ['req', 'request', '_req', '_request', '_'],
      response: ['res', 'response'],
      next: ['next'],
    },
    tellingNames: ['res', 'response'],
    types: {
      Request: 'request',
      Response: 'response',
      NextFunction: 'next',
      RequestHandler: 'handler',
      ErrorRequestHandler: 'handler',
      Application: 'router',
      Express: 'router',
      IRouter: 'router',
      Router: 'router',
    },
    companions: ['express-serve-static-core', 'express-promise-router', '@nestjs/platform-express'],
    routerNames: ['app', 'router'],
    routers: [result('express'), result('express', 'Router'), instance('express', 'Router'), result('express-promise-router')],
    members: {
      'request.res': { object: 'response' },
      'response.req': { object: 'request' },
    },
    awaitsHandlers: '>=5',
    sendsReturnValue: false,
    fail: 'sendStatus(500)',
  },
  signatures: [
    signature('res.cookie(name, value, options?)', {
      emits: 'cookieWritten',
      name: 'name',
      value: 'value',
      cookie: 'options',
    }),
    signature('res.clearCookie(name, options?)', { emits: 'cookieCleared', name: 'name', cookie: 'options' }),
    signature('res.set(header, value)', { emits: 'headerWritten', header: 'header', value: 'value' }),
    signature('res.set(headers)', { emits: 'headerWritten', headers: 'headers' }),
    signature('res.header(header, value)', { emits: 'headerWritten', header: 'header', value: 'value' }),
    signature('res.header(headers)', { emits: 'headerWritten', headers: 'headers' }),
    signature('res.append(header, value)', { emits: 'headerWritten', header: 'header', value: 'value' }),
    signature('res.json(body)', { emits: 'answered', value: 'body' }),
    signature('res.send(body)', { emits: 'answered', value: 'body' }),
    signature('res.jsonp(body)', { emits: 'answered', value: 'body' }),
  ],
})

