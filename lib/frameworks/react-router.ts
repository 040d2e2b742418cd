import { defineFramework, from, handed, result, signature, type Meaning } from './framework.js'

/** React Router, and Remix before it: what the runtimes of all platforms export under the same names. */
export const RUNTIMES = [
  'react-router',
  'react-router-dom',
  '@remix-run/node',
  '@remix-run/cloudflare',
  '@remix-run/deno',
  '@remix-run/server-runtime',
  '@netlify/remix-runtime',
  '@shopify/remix-oxygen',
  '@vercel/remix',
] as const

const exportsNamed = (name: string): readonly Meaning[] => RUNTIMES.map((runtime) => from(runtime, name))
const resultsOf = (name: string): readonly Meaning[] => RUNTIMES.map((runtime) => result(runtime, name))

/** What makes an answer, and takes its headers. */
const answers = {
  redirect: exportsNamed('redirect'),
  redirectDocument: exportsNamed('redirectDocument'),
  replace: exportsNamed('replace'),
  data: exportsNamed('data'),
  json: exportsNamed('json'),
  defer: exportsNamed('defer'),
}

/** Signatures of what every maker of sessions gives. */
export const storageSignatures = [
  signature('storage.commitSession(session, options?)', { emits: 'sessionCommitted', cookie: 'options' }),
  signature('storage.destroySession(session, options?)', { emits: 'sessionDestroyed' }),
  // Without the cookie of a request the session is a new one.
  signature('storage.getSession(header).set(property, value)', { emits: 'sessionWritten', property: 'property', value: 'value' }),
  signature('storage.getSession(header).unset(property)', { emits: 'sessionPropertyDeleted', property: 'property' }),
] as const

export const cookieOfRuntimes = { defaults: { sameSite: 'lax', path: '/' }, maxAge: 'seconds', zeroDeletes: true } as const

/** https://reactrouter.com/explanation/sessions-and-cookies */
export const reactRouter = defineFramework({
  name: 'react-router',
  packages: [...RUNTIMES, '@react-router/node', '@react-router/cloudflare', '@react-router/express', '@react-router/dev'],
  reference: 'https://reactrouter.com/explanation/sessions-and-cookies',
  names: {
    createCookie: exportsNamed('createCookie'),
    cookie: resultsOf('createCookie'),
    createCookieSessionStorage: exportsNamed('createCookieSessionStorage'),
    storage: resultsOf('createCookieSessionStorage'),
    request: handed('request', 'react-router'),
    ...answers,
  },
  cookie: { ...cookieOfRuntimes, declaredApart: true },
  session: {
    places: ['getSession(header)'],
    of: resultsOf('createCookieSessionStorage'),
    kind: 'client',
    isReadable: true,
    unsigned: { without: 'cookie.secrets' },
    name: { options: ['cookie.name'], default: '__session' },
    lifetime: { endless: [undefined], enforcedBy: 'browser', slides: 'never' },
    end: { code: 'destroySession(session)', ends: 'promise', keepsData: false },
  },
  server: {
    parameters: ['context'],
    // A route's one parameter is known by its place: `action({ request })`.
    parameterNames: {},
    types: {
      ActionFunction: 'handler',
      ActionFunctionArgs: 'context',
      DataFunctionArgs: 'context',
      LoaderFunction: 'handler',
      LoaderFunctionArgs: 'context',
    },
    companions: RUNTIMES,
    routers: [],
    exports: [{ files: /\.[cm]?[jt]sx?$/, names: ['action', 'loader'], methods: { action: 'post', loader: 'get' } }],
    members: { 'context.request': { object: 'request' } },
    withoutNode: { where: ['@remix-run/cloudflare', '@react-router/cloudflare', '@cloudflare/vite-plugin', '@shopify/remix-oxygen'] },
    awaitsHandlers: true,
    sendsReturnValue: true,
  },
  signatures: [
    signature('createCookie(name, options?)', { emits: 'cookieDeclared', name: 'name', cookie: 'options', secret: 'options.secrets' }),
    signature('cookie.serialize(value, options?)', { emits: 'cookieWritten', value: 'value', cookie: 'options' }),
    signature('createCookieSessionStorage(options?)', {
      emits: 'sessionConfigured',
      options: 'options',
      cookie: 'options.cookie',
      secret: 'options.cookie.secrets',
    }),
    ...storageSignatures,
    ...(['data', 'defer', 'json'] as const).map((name) => signature(`${name}(value, init?)`, { emits: 'answered', value: 'value' })),
    ...(['redirect', 'redirectDocument', 'replace', 'data', 'json', 'defer'] as const).map((name) =>
      signature(`${name}(value, init?)`, { emits: 'headerWritten', headers: 'init.headers' }),
    ),
  ],
})
