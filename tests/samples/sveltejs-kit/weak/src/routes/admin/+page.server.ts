import { error } from '@sveltejs/kit'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ cookies }) => {
  if (cookies.get('role') !== 'admin') error(403)
  return { users: await listUsers() }
}
