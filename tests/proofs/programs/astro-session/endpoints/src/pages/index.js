export const GET = async (context) => {
  const visits = (await context.session.get('visits')) ?? 0
  context.session.set('visits', visits + 1)
  return new Response('Welcome')
}
