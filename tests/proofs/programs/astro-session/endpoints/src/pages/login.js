const passwords = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

export async function POST(context) {
  const { name, password } = await context.request.json()
  if (passwords[name] !== password) return new Response('Wrong password', { status: 401 })
  context.session.set('user', name)
  return new Response('Hello')
}
