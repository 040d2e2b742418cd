import { deleteCookie, setCookie } from 'jsr:@std/http/cookie'

Deno.serve((request: Request) => {
  const headers = new Headers()
  if (new URL(request.url).pathname === '/logout') {
    deleteCookie(headers, '__Host-sid', { path: '/', secure: true })
  } else {
    const value = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    setCookie(headers, { name: '__Host-sid', value, httpOnly: true, secure: true, sameSite: 'Lax', path: '/', maxAge: 1800 })
    setCookie(headers, { name: 'theme', value: 'dark' })
  }
  return new Response(null, { headers })
})
