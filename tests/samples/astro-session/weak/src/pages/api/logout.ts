import type { APIRoute } from 'astro'

export const POST: APIRoute = async (context) => {
  context.cookies.delete('astro-session', { path: '/' })
  return context.redirect('/')
}
