import { defineFramework, from, handed, instance, result, signature } from './framework.js'

const WRITTEN = { emits: 'cookieWritten', name: 'name', value: 'value', cookie: 'options' } as const
const READ = { emits: 'cookieRead', name: 'name' } as const
const CLEARED = { emits: 'cookieCleared', name: 'name', cookie: 'options' } as const

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'fallback']

/** https://svelte.dev/docs/kit/@sveltejs-kit#Cookies */
export const svelteKit = defineFramework({
  name: '@sveltejs/kit',
  // Modules that only SvelteKit has, as the types that it makes for each folder.
  packages: ['$app', '$env'],
  reference: 'https://svelte.dev/docs/kit/@sveltejs-kit#Cookies',
  names: {
    event: [handed('context', '@sveltejs/kit'), result('$app/server', 'getRequestEvent')],
    cookies: instance('@sveltejs/kit', 'Cookies'),
    json: from('@sveltejs/kit', 'json'),
    text: from('@sveltejs/kit', 'text'),
  },
  cookie: {
    // On `http://localhost` it is sent without `Secure`.
    defaults: { httpOnly: true, secure: 'production', sameSite: 'lax', path: '/' },
    // Before, a path had to be given.
    defaultsBefore: { version: '<3', defaults: { httpOnly: true, secure: 'production', sameSite: 'lax' } },
    maxAge: 'seconds',
    zeroDeletes: true,
  },
  server: {
    parameters: ['context'],
    parameterNames: { context: ['event'] },
    types: {
      Action: 'handler',
      Handle: 'handler',
      HandleFetch: 'handler',
      HandleServerError: 'handler',
      LayoutServerLoad: 'handler',
      LayoutServerLoadEvent: 'context',
      PageServerLoad: 'handler',
      PageServerLoadEvent: 'context',
      RequestEvent: 'context',
      RequestHandler: 'handler',
      ServerLoad: 'handler',
      ServerLoadEvent: 'context',
    },
    companions: ['./$types'],
    routers: [],
    takers: [{ is: from('@sveltejs/kit/hooks', 'sequence') }],
    exports: [
      { files: /(?:^|\/)\+(?:page|layout)(?:@[^/]*)?\.server\.[jt]s$/, names: ['load', 'actions.*'], methods: { load: 'get', 'actions.*': 'post' } },
      { files: /(?:^|\/)\+server\.[jt]s$/, names: METHODS, methods: { fallback: 'all' } },
      { files: /(?:^|\/)hooks\.server(?:\/index)?\.[jt]s$/, names: ['handle', 'handleError', 'handleFetch'] },
    ],
    // Hooks are handed the event with other things: `handle({ event, resolve })`.
    members: { 'context.event': { object: 'context' } },
    withoutNode: { where: ['@sveltejs/adapter-cloudflare', '@sveltejs/adapter-cloudflare-workers'] },
    awaitsHandlers: true,
    sendsReturnValue: true,
  },
  production: { code: 'import.meta.env.PROD' },
  signatures: [
    signature('event.cookies.set(name, value, options?)', WRITTEN),
    signature('event.cookies.serialize(name, value, options?)', WRITTEN),
    signature('event.cookies.get(name)', READ),
    signature('event.cookies.delete(name, options?)', CLEARED),
    signature('cookies.set(name, value, options?)', WRITTEN),
    signature('cookies.serialize(name, value, options?)', WRITTEN),
    signature('cookies.get(name)', READ),
    signature('cookies.delete(name, options?)', CLEARED),
    signature('json(data, init?)', { emits: 'answered', value: 'data' }),
    signature('text(body, init?)', { emits: 'answered', value: 'body' }),
    signature('json(data, init?)', { emits: 'headerWritten', headers: 'init.headers' }),
    signature('text(body, init?)', { emits: 'headerWritten', headers: 'init.headers' }),
  ],
})
