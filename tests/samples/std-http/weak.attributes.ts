import { setCookie } from 'jsr:@std/http/cookie'

Deno.serve(() => {
  const headers = new Headers()
  const value = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
  setCookie(headers, { name: 'sid', value, path: '/', httpOnly: true, secure: true, domain: '.example.com', maxAge: 90 * 24 * 60 * 60 })
  setCookie(headers, { name: 'auth_token', value, path: '/', httpOnly: true, secure: true, sameSite: 'Lax', maxAge: 30 * 60 })
  setCookie(headers, { name: '__Host-session', value, path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 30 * 60 })
  return new Response('Welcome', { headers })
})
