import { users } from '../lib/users.js'

export const POST = ({ cookies }) => {
  users.delete(cookies.get('session_id')?.value)
  cookies.delete('session_id', { path: '/' })
  return new Response('Bye')
}
