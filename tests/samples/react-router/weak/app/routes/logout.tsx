import { createCookieSessionStorage, redirect } from 'react-router'

const storage = createCookieSessionStorage({
  cookie: { name: '__session', httpOnly: true, secure: true, sameSite: 'lax', maxAge: 60 * 60, secrets: [process.env.SESSION_SECRET!] },
})

export async function loader({ request }: { request: Request }) {
  const session = await storage.getSession(request.headers.get('Cookie'))
  storage.destroySession(session)
  return redirect('/')
}
