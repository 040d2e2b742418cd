/**
 * Writes cookies with SvelteKit 3, which takes its settings from a build: here they are those of a site at the root.
 * The calls come as JSON in the first argument, and the headers that they give are printed as JSON.
 */
import { registerHooks } from 'node:module'

const SETTINGS = { APP_DIR: '_app', DEV: false, PATHS_ASSETS: '', PATHS_BASE: '', PATHS_RELATIVE: false }
for (const [name, value] of Object.entries(SETTINGS)) globalThis[`__SVELTEKIT_${name}__`] = value

const isGenerated = (name) => name.startsWith('<sveltekit:generated>')
registerHooks({
  resolve: (name, context, next) => (isGenerated(name) ? { url: `generated:${name}`, shortCircuit: true } : next(name, context)),
  load: (url, context, next) =>
    url.startsWith('generated:')
      ? { format: 'module', source: 'export const get_hooks = () => ({}), options = {}', shortCircuit: true }
      : next(url, context),
})

const { add_cookies_to_headers, get_cookies } = await import(new URL('node_modules/@sveltejs/kit/src/runtime/server/cookie.js', import.meta.url))
const { calls, origin } = JSON.parse(process.argv[2])
const { cookies, new_cookies, set_trailing_slash } = get_cookies(new Request(origin), new URL(origin))
set_trailing_slash('never')

const headers = new Headers()
for (const { method, parameters } of calls) {
  const given = parameters.map((value) => (value?.expires ? { ...value, expires: new Date(value.expires) } : value))
  const text = cookies[method](...given)
  if (method === 'serialize') headers.append('set-cookie', text)
}
add_cookies_to_headers(headers, new_cookies.values())
console.log(JSON.stringify(headers.getSetCookie()))
