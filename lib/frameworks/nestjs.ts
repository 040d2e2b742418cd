import { defineFramework } from './framework.js'

/** https://docs.nestjs.com/controllers#request-object */
export const nestjs = defineFramework({
  name: '@nestjs/common',
  reference: 'https://docs.nestjs.com/techniques/session',
  names: {},
  server: {
    parameters: [],
    parameterNames: {},
    types: {},
    routers: [],
    decorators: {
      Req: 'request',
      Request: 'request',
      Res: 'response',
      Response: 'response',
      Next: 'next',
      Session: 'request.session',
    },
    platforms: ['express', 'fastify'],
    // `ConfigModule.forRoot()` reads `.env`, in the decorator of a class.
    loadsEnvironment: ['@nestjs/config'],
    awaitsHandlers: true,
    sendsReturnValue: true,
    takesForms: true,
  },
  signatures: [],
})
