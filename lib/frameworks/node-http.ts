import { defineFramework, from, handed, signature } from './framework.js'

const ANY_SERVER = ['node:http', 'express', 'next', '@tinyhttp/app'] as const

/** https://nodejs.org/api/http.html#class-httpserverresponse */
export const nodeHttp = defineFramework({
  name: 'node:http',
  reference: 'https://nodejs.org/api/http.html#class-httpserverresponse',
  names: { res: handed('response', ...ANY_SERVER) },
  server: {
    parameters: ['request', 'response'],
    parameterNames: { request: ['req', 'request', '_req', '_'], response: ['res', 'response'] },
    types: { IncomingMessage: 'request', ServerResponse: 'response', RequestListener: 'handler' },
    companions: ['http', 'https', 'http2'],
    routers: [
      from('http', 'createServer'),
      from('https', 'createServer'),
      from('http2', 'createServer'),
      from('http2', 'createSecureServer'),
    ],
    awaitsHandlers: false,
    sendsReturnValue: false,
    fail: 'writeHead(500).end()',
  },
  signatures: [
    signature('res.setHeader(header, value)', { emits: 'headerWritten', header: 'header', value: 'value' }),
    signature('res.appendHeader(header, value)', { emits: 'headerWritten', header: 'header', value: 'value' }),
    signature('res.writeHead(status, message, headers)', { emits: 'headerWritten', headers: 'headers' }),
    signature('res.writeHead(status, headers)', { emits: 'headerWritten', headers: 'headers' }),
    signature('res.end(body)', { emits: 'answered', value: 'body' }),
    signature('res.write(body)', { emits: 'answered', value: 'body' }),
  ],
})
