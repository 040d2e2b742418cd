import { createCookieSessionStorage, redirect, type ActionFunctionArgs } from 'react-router'

const { commitSession, getSession } = createCookieSessionStorage({
  cookie: { name: '__Host-id', secrets: [process.env.SESSION_SECRET], httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: 60 * 60 },
})

export async function action({ request }: ActionFunctionArgs) {
  const session = await getSession(request.headers.get('Cookie'))
  const form = await request.formData()
  session.set('cardNumber', form.get('cardNumber'))
  return redirect('/', { headers: { 'Set-Cookie': await commitSession(session) } })
}
