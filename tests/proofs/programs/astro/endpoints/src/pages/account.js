import { users } from '../lib/users.js'

export const GET = ({ cookies }) => {
  const name = users.get(cookies.get('session_id')?.value)
  return name ? new Response(`Hello ${name}`) : new Response('Please log in', { status: 401 })
}
