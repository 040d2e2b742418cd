import { closeSession } from '../../lib/server/sessions.js'

/** @type {import('./$types').RequestHandler} */
export async function POST({ cookies }) {
  closeSession(cookies.get('session'))
  cookies.delete('session', { path: '/' })
  return new Response('Bye')
}
