import { defineFramework, from, handed, instance, result, signature } from './framework.js'

/** Where TypeScript resolves as Node does, the modules have their extension. */
const HEADERS = ['next/headers', 'next/headers.js']
const SERVER = ['next/server', 'next/server.js']

/** `redirect` and the like make a response, whose cookies are then set. */
const MAKERS = ['NextResponse.json', 'NextResponse.redirect', 'NextResponse.rewrite', 'NextResponse.next']

/** Each call gives the cookies back: `cookies().set('a', 'b').set('c', 'd')`. */
const CHAINS = ['set', 'delete']

const WRITTEN = { emits: 'cookieWritten', name: 'name', value: 'value', cookie: 'options' } as const
const WRITTEN_AS_ONE = { emits: 'cookieWritten', name: 'cookie.name', value: 'cookie.value', cookie: 'cookie' } as const
const READ = { emits: 'cookieRead', name: 'name' } as const
const CLEARED = { emits: 'cookieCleared', name: 'name' } as const
const CLEARED_AS_ONE = { emits: 'cookieCleared', name: 'cookie.name', cookie: 'cookie', given: 'cookie.name' } as const

const HEADERS_GIVEN = { emits: 'headerWritten', headers: 'options.headers' } as const

/** What the methods of a route handler are called with; the second parameter holds those of the path. */
const REQUEST = ['request'] as const

/** https://nextjs.org/docs/app/api-reference/functions/cookies */
export const next = defineFramework({
  name: 'next',
  reference: 'https://nextjs.org/docs/app/api-reference/functions/cookies',
  names: {
    cookies: [
      ...HEADERS.flatMap((module) => [result(module, 'cookies'), ...CHAINS.map((method) => result(module, `cookies.().${method}`))]),
      ...SERVER.flatMap((module) =>
        CHAINS.flatMap((method) => [
          ...MAKERS.map((maker) => result(module, `${maker}.().cookies.${method}`)),
          result(module, `NextResponse.new().cookies.${method}`),
        ]),
      ),
    ],
    headers: HEADERS.map((module) => result(module, 'headers')),
    NextResponse: SERVER.map((module) => from(module, 'NextResponse')),
    request: handed('request', 'next'),
    response: [
      handed('response', 'next'),
      ...SERVER.flatMap((module) => [...MAKERS.map((maker) => result(module, maker)), instance(module, 'NextResponse')]),
    ],
  },
  cookie: {
    defaults: { path: '/' },
    maxAge: 'seconds',
    zeroDeletes: true,
  },
  server: {
    parameters: ['request', 'response'],
    // A page's `req` and `res` are Node's; only their place tells that Next calls the function.
    parameterNames: {},
    types: {
      NextRequest: 'request',
      NextResponse: 'response',
      NextApiRequest: 'request',
      NextApiResponse: 'response',
      NextApiHandler: 'handler',
      GetServerSidePropsContext: 'context',
      NextPageContext: 'context',
    },
    companions: SERVER,
    routers: [],
    exports: [
      {
        files: /^(?=(?:.*\/)?app\/).*\/route\.[cm]?[jt]sx?$/,
        names: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
        parameters: REQUEST,
      },
      { files: /^(?=(?:.*\/)?pages\/api\/).*\.[cm]?[jt]sx?$/, names: ['default'], methods: { default: 'all' } },
      { files: /^(?=(?:.*\/)?pages\/).*\.[cm]?[jt]sx?$/, names: ['getServerSideProps'], parameters: ['context'], methods: { getServerSideProps: 'get' } },
      { files: /(?:^|\/)middleware\.[cm]?[jt]s$/, names: ['middleware', 'default'], parameters: REQUEST, withoutNode: true },
      { files: /(?:^|\/)proxy\.[cm]?[jt]s$/, names: ['proxy', 'default'], parameters: REQUEST },
    ],
    members: {
      'context.req': { object: 'request' },
      'context.res': { object: 'response' },
    },
    awaitsHandlers: true,
    sendsReturnValue: true,
  },
  requestCookies: { of: handed('request', 'next'), plain: 'cookies' },
  signatures: [
    signature('cookies.get(name)', READ),
    signature('request.cookies.get(name)', READ),
    signature('headers.get(name)', { emits: 'headerRead', name: 'name' }),
    signature('cookies.set(name, value, options?)', WRITTEN),
    signature('cookies.set(cookie)', WRITTEN_AS_ONE),
    signature('cookies.delete(cookie)', CLEARED_AS_ONE),
    signature('cookies.delete(name)', CLEARED),
    signature('response.cookies.set(name, value, options?)', WRITTEN),
    signature('response.cookies.set(cookie)', WRITTEN_AS_ONE),
    signature('response.cookies.delete(cookie)', CLEARED_AS_ONE),
    signature('response.cookies.delete(name)', CLEARED),
    signature('new NextResponse(body, options?)', { emits: 'answered', value: 'body' }),
    signature('NextResponse.json(body, options?)', { emits: 'answered', value: 'body' }),
    signature('response.json(body)', { emits: 'answered', value: 'body' }),
    signature('response.send(body)', { emits: 'answered', value: 'body' }),
    signature('new NextResponse(body, options)', HEADERS_GIVEN),
    signature('NextResponse.json(body, options)', HEADERS_GIVEN),
    signature('NextResponse.redirect(url, options)', HEADERS_GIVEN),
    signature('NextResponse.rewrite(url, options)', HEADERS_GIVEN),
    signature('NextResponse.next(options)', HEADERS_GIVEN),
    signature('response.headers.set(header, value)', { emits: 'headerWritten', header: 'header', value: 'value' }),
    signature('response.headers.append(header, value)', { emits: 'headerWritten', header: 'header', value: 'value' }),
  ],
})
