export const POST = async ({ session }) => {
  session?.delete('userId')
  return new Response('Bye')
}
