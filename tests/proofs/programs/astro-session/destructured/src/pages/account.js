export const GET = async ({ session }) => {
  const userId = await session?.get('userId')
  return userId ? new Response(`Hello ${userId}`) : new Response('Please log in', { status: 401 })
}
