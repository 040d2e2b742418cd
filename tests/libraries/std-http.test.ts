import { runUnder } from './other-runtime.js'

/** The library is in no registry that `npm` installs from. */
afterAll(() => {
  console.log('@std/http 1: read, not run (jsr:@std/http/cookie, setCookie and deleteCookie)')
})

it('Deno has nothing of its own that writes cookies', async () => {
  const names = await runUnder('deno', 'return [...Object.keys(Deno), ...Object.getOwnPropertyNames(Headers.prototype), ...Object.getOwnPropertyNames(Request.prototype)]')
  expect((names as readonly string[]).filter((name) => /cookie/i.test(name))).toEqual(['getSetCookie'])
})
