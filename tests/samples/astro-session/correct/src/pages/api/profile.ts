import type { APIRoute } from 'astro'

export const POST: APIRoute = async ({ request, session }) => {
  const user = await session?.get('user')
  if (!user) return new Response(null, { status: 401 })
  session?.set('user', { ...user, name: String((await request.formData()).get('name')) })
  return new Response(null, { status: 204 })
}

export const PATCH: APIRoute = async (context) => {
  const user = await context.session?.get('user')
  if (user) context.session?.set('user', { ...user, seen: true })
  return new Response(null, { status: 204 })
}
