import type { APIRoute } from 'astro'

export const POST: APIRoute = async (context) => {
  await context.session?.load(context.url.searchParams.get('session') ?? '')
  context.session?.regenerate()
  return context.redirect('/')
}
