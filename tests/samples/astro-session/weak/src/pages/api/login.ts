import type { APIRoute } from 'astro'

export const POST: APIRoute = async (context) => {
  const form = await context.request.formData()
  const user = await verifyPassword(form.get('email'), form.get('password'))
  if (!user) return context.redirect('/login?failed')
  context.session?.set('user', user)
  return context.redirect('/')
}
