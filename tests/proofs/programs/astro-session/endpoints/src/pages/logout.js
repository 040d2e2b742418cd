export async function POST(context) {
  context.cookies.delete('astro-session', { path: '/' })
  return new Response('Bye')
}
