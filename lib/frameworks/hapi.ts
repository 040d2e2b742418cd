import { defineFramework, from, handed, instance, result, signature } from './framework.js'

const WRITTEN = { emits: 'cookieWritten', name: 'name', value: 'value', cookie: 'options' } as const

/** What a server is made with holds for every cookie that is declared or written without it. */
const DEFAULTS = { emits: 'cookieDefaultsSet', cookie: 'options.state' } as const

/** What a server is made with holds for every route, too, that says nothing else. */
const SHARED = { emits: 'corsConfigured', options: 'options.routes.cors', given: 'options.routes.cors' } as const

/** https://hapi.dev/api/#server.state() */
export const hapi = defineFramework({
  name: '@hapi/hapi',
  reference: 'https://hapi.dev/api/#server.state()',
  names: {
    h: handed('response', '@hapi/hapi'),
    server: handed('router', '@hapi/hapi'),
    make: [from('@hapi/hapi', 'server'), from('@hapi/hapi', 'Server')],
    Server: [from('@hapi/hapi', 'Server'), from('@hapi/hapi', 'server')],
  },
  cookie: {
    defaults: { httpOnly: true, secure: true, sameSite: 'strict' },
    keys: {
      httpOnly: 'isHttpOnly',
      maxAge: 'ttl',
      partitioned: 'isPartitioned',
      sameSite: 'isSameSite',
      secure: 'isSecure',
    },
    maxAge: 'milliseconds',
    lax: 'Lax',
    expires: 'none',
    zeroDeletes: true,
    declaredApart: true,
  },
  // https://hapi.dev/api/#-routeoptionscors
  cors: {
    missing: 'reflected',
    starIsReflected: [],
    takesMatchers: false,
    listsTakeStar: true,
    decider: { given: 'origin', answers: [] },
  },
  server: {
    parameters: ['request', 'response'],
    parameterNames: {
      request: ['request', 'req', '_request', '_req', '_'],
      response: ['h', 'toolkit'],
    },
    tellingNames: ['h', 'toolkit'],
    types: {
      Request: 'request',
      ResponseToolkit: 'response',
      ResponseObject: 'response',
      'Lifecycle.Method': 'handler',
      ServerRoute: 'route',
      Server: 'router',
    },
    companions: ['@hapi/glue'],
    routers: [
      result('@hapi/hapi', 'server'),
      result('@hapi/hapi', 'Server'),
      instance('@hapi/hapi', 'Server'),
      instance('@hapi/hapi', 'server'),
      result('@hapi/glue', 'compose'),
    ],
    registering: ['ext'],
    routerNames: ['server'],
    members: {
      'request.response': { object: 'response' },
      'request.raw.req': { object: 'request', server: 'node:http' },
      'request.raw.res': { object: 'response', server: 'node:http' },
    },
    awaitsHandlers: true,
    sendsReturnValue: true,
  },
  signatures: [
    signature('make(options?)', DEFAULTS),
    signature('new Server(options?)', DEFAULTS),
    signature('make(options?)', SHARED),
    signature('new Server(options?)', SHARED),
    signature('server.route(route)', { emits: 'corsConfigured', options: 'route.options.cors', given: 'route.options.cors' }),
    signature('server.state(name, options?)', { emits: 'cookieDeclared', name: 'name', cookie: 'options' }),
    signature('h.state(name, value, options?)', WRITTEN),
    signature('h.unstate(name, options?)', { emits: 'cookieCleared', name: 'name', cookie: 'options' }),
    signature('h.header(header, value)', { emits: 'headerWritten', header: 'header', value: 'value' }),
  ],
})
