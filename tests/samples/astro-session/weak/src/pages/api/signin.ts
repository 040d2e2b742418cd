import type { APIRoute } from 'astro'

export const POST: APIRoute = async ({ redirect, request, session }) => {
  const form = await request.formData()
  const user = await verifyPassword(form.get('email'), form.get('password'))
  if (!user) return redirect('/login?failed')
  await session?.set('userId', user.id)
  return redirect('/')
}
