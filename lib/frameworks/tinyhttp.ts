import { defineFramework, handed, instance, signature } from './framework.js'

/** https://tinyhttp.v1rtl.site/docs#rescookiename-value-options */
export const tinyhttp = defineFramework({
  name: '@tinyhttp/app',
  reference: 'https://tinyhttp.v1rtl.site/docs#rescookiename-value-options',
  names: { res: handed('response', '@tinyhttp/app') },
  cookie: {
    defaults: { path: '/' },
    maxAge: 'milliseconds',
    zeroDeletes: true,
    // It divides the `maxAge` of the object by 1000: the second cookie of a shared one lives a thousandth as long.
    changesOptions: true,
  },
  server: {
    parameters: ['request', 'response', 'next'],
    errorParameters: ['error', 'request', 'response'],
    errorHandlers: ['onError'],
    parameterNames: {
      request: ['req', 'request', '_req', '_request', '_'],
      response: ['res', 'response'],
      next: ['next'],
    },
    types: {
      Request: 'request',
      Response: 'response',
      NextFunction: 'next',
      Handler: 'handler',
      AsyncHandler: 'handler',
      SyncHandler: 'handler',
      App: 'router',
    },
    companions: ['@tinyhttp/cookie-parser', '@tinyhttp/session', '@tinyhttp/jwt'],
    routerNames: ['app'],
    routers: [instance('@tinyhttp/app', 'App')],
    awaitsHandlers: true,
    sendsReturnValue: false,
    fail: 'sendStatus(500)',
  },
  signatures: [
    signature('res.cookie(name, value, options?)', { emits: 'cookieWritten', name: 'name', value: 'value', cookie: 'options' }),
    signature('res.clearCookie(name, options?)', { emits: 'cookieCleared', name: 'name', cookie: 'options' }),
    signature('res.json(body)', { emits: 'answered', value: 'body' }),
    signature('res.send(body)', { emits: 'answered', value: 'body' }),
    signature('res.set(header, value)', { emits: 'headerWritten', header: 'header', value: 'value' }),
    signature('res.set(headers)', { emits: 'headerWritten', headers: 'headers' }),
    signature('res.header(header, value)', { emits: 'headerWritten', header: 'header', value: 'value' }),
    signature('res.header(headers)', { emits: 'headerWritten', headers: 'headers' }),
    signature('res.append(header, value)', { emits: 'headerWritten', header: 'header', value: 'value' }),
  ],
})
