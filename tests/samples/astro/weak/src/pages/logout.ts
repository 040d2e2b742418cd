import type { APIRoute } from 'astro'

export const GET: APIRoute = async ({ cookies, redirect }) => {
  cookies.delete('__Host-session', { path: '/' })
  return redirect('/')
}
