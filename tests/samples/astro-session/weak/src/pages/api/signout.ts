import type { APIRoute } from 'astro'

export const POST: APIRoute = async ({ redirect, session }) => {
  session?.delete('user')
  return redirect('/')
}
