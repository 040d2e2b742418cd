import { defineFramework, from, handed, result, signature } from './framework.js'

/** https://fastify.dev/docs/latest/Reference/Reply/ */
export const fastify = defineFramework({
  name: 'fastify',
  reference: 'https://fastify.dev/docs/latest/Reference/Reply/',
  names: { reply: handed('response', 'fastify') },
  server: {
    parameters: ['request', 'response'],
    errorParameters: ['error', 'request', 'response'],
    // Hooks take three parameters too: the last one is a callback.
    errorHandlers: ['setErrorHandler', 'errorHandler'],
    parameterNames: {
      request: ['request', 'req', '_request', '_req', '_'],
      response: ['reply', 'rep', 'res', 'response'],
    },
    tellingNames: ['reply', 'rep'],
    types: {
      FastifyRequest: 'request',
      FastifyReply: 'response',
      RouteHandler: 'handler',
      RouteHandlerMethod: 'handler',
      FastifyInstance: 'router',
      FastifyPluginAsync: 'plugin',
      FastifyPluginCallback: 'plugin',
    },
    companions: ['fastify-plugin', '@nestjs/platform-fastify'],
    routerNames: ['fastify', 'app'],
    pluginWrappers: [from('fastify-plugin')],
    routers: [result('fastify'), result('fastify', 'fastify')],
    members: {
      'response.request': { object: 'request' },
      'request.raw': { object: 'request', server: 'node:http' },
      'response.raw': { object: 'response', server: 'node:http' },
    },
    awaitsHandlers: true,
    sendsReturnValue: true,
    fail: 'send({error})',
  },
  signatures: [
    signature('reply.header(header, value)', { emits: 'headerWritten', header: 'header', value: 'value' }),
    signature('reply.headers(headers)', { emits: 'headerWritten', headers: 'headers' }),
    signature('reply.send(body)', { emits: 'answered', value: 'body' }),
  ],
})
