import { deleteCookie } from 'jsr:@std/http@1/cookie'

export function logout(): Response {
  const headers = new Headers({ location: '/' })
  deleteCookie(headers, '__Host-session', { path: '/' })
  return new Response(null, { status: 303, headers })
}
