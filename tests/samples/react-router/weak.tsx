import { createCookie, createCookieSessionStorage, Form, redirect, type ActionFunctionArgs } from 'react-router'
import { verifyLogin } from '~/models/user.server'

type SessionData = { userId: string }

const { getSession, commitSession, destroySession } = createCookieSessionStorage<SessionData>({
  cookie: {
    name: '__session',
    secrets: [process.env.SESSION_SECRET!],
    sameSite: 'lax',
    secure: process.env.NODE_ENV === 'production',
  },
})

export const rememberToken = createCookie('remember_token', { httpOnly: false, maxAge: 604_800 })

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const session = await getSession(request.headers.get('Cookie'))
  if (form.get('intent') === 'logout') {
    return redirect('/', { headers: { 'Set-Cookie': await destroySession(session) } })
  }

  const user = await verifyLogin(form)
  if (!user) return { error: 'Wrong password' }
  session.set('userId', user.id)
  const headers = new Headers()
  headers.append('Set-Cookie', await commitSession(session))
  headers.append('Set-Cookie', await rememberToken.serialize(Math.random().toString(36).slice(2)))
  return redirect('/', { headers })
}

export default function Login() {
  return (
    <Form method="post">
      <input name="email" type="email" />
      <input name="password" type="password" />
    </Form>
  )
}
