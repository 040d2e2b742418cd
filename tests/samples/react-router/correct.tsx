import { randomBytes } from 'node:crypto'
import { createCookie, createCookieSessionStorage, Form, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { rememberUser, verifyLogin } from '~/models/user.server'

type SessionData = { userId: string }

const WEEK = 60 * 60 * 24 * 7
const attributes = { httpOnly: true, sameSite: 'lax', path: '/', secure: process.env.NODE_ENV === 'production' } as const

const storage = createCookieSessionStorage<SessionData>({
  cookie: { name: '__session', secrets: [process.env.SESSION_SECRET!], ...attributes },
})

const themes = createCookieSessionStorage({ cookie: { name: 'theme', path: '/' } })

const rememberToken = createCookie('remember_token', { ...attributes, maxAge: WEEK })
export const preferences = createCookie('user-prefs', { maxAge: 604_800 })

async function sessionOf(request: Request) {
  return storage.getSession(request.headers.get('Cookie'))
}

export async function loader({ request }: LoaderFunctionArgs) {
  const session = await sessionOf(request)
  const theme = await themes.getSession(request.headers.get('Cookie'))
  return { userId: session.get('userId'), theme: theme.get('theme') }
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const session = await sessionOf(request)
  if (form.get('intent') === 'logout') {
    const headers = new Headers({ 'Set-Cookie': await storage.destroySession(session) })
    headers.append('Set-Cookie', await rememberToken.serialize('', { maxAge: 0 }))
    return redirect('/', { headers })
  }

  const user = await verifyLogin(form)
  if (!user) return { error: 'Wrong password' }
  session.set('userId', user.id)
  const token = randomBytes(32).toString('base64url')
  await rememberUser(user.id, token)
  const headers = new Headers()
  headers.append('Set-Cookie', await storage.commitSession(session, { maxAge: form.get('remember') ? WEEK : 60 * 60 }))
  headers.append('Set-Cookie', await rememberToken.serialize(token))
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
