const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

export const POST = async ({ request, session }) => {
  const { name, password } = await request.json()
  if (passwords[name] !== password) return new Response('Wrong password', { status: 401 })
  await session?.set('userId', name)
  session?.set('since', Date.now())
  return new Response('Hello')
}
