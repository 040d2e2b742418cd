export const GET = async (context) => {
  const user = await context.session.get('user')
  return user ? new Response(`Hello ${user}`) : new Response('Please log in', { status: 401 })
}
