import type { APIRoute } from 'astro'

export const POST: APIRoute = async ({ request, session }) => {
  const cart = (await session?.get('cart')) ?? []
  session?.set('cart', [...cart, await request.json()])
  session?.delete('notice')
  return new Response(null, { status: 204 })
}
