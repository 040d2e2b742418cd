import type { APIRoute } from 'astro'
import { allUsers } from '../../lib/users'

export const GET: APIRoute = async ({ cookies, redirect }) => {
  if (cookies.get('role')?.value !== 'admin') return redirect('/')
  return Response.json(await allUsers())
}
