import { nameOf } from '../../lib/server/sessions.js'

/** @type {import('./$types').RequestHandler} */
export async function GET({ cookies }) {
  const name = nameOf(cookies.get('session'))
  return new Response(name ? `Hello ${name}` : 'Please log in', { status: name ? 200 : 401 })
}
