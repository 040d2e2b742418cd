import { setCookie } from 'https://deno.land/std@0.224.0/http/cookie.ts'

Deno.serve(() => {
  const headers = new Headers()
  setCookie(headers, { name: 'sid', value: Math.random().toString(36).slice(2), path: '/' })
  return new Response('Welcome', { headers })
})
