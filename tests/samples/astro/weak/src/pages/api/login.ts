import type { APIRoute } from 'astro'

export const POST: APIRoute = async ({ cookies, redirect, request }) => {
  const user = await findUser(await request.formData())
  const sid = Math.random().toString(36).slice(2)
  await saveSession(sid, user.id)
  cookies.set('sid', sid, { path: '/', httpOnly: false })
  return redirect('/')
}
