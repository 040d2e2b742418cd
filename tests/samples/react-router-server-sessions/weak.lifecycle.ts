import { createFileSessionStorage, redirect } from '@remix-run/node'

const { destroySession, getSession } = createFileSessionStorage({
  dir: './sessions',
  cookie: { name: '__session', secrets: [process.env.SESSION_SECRET!], httpOnly: true, secure: true, sameSite: 'lax', maxAge: 60 * 60 },
})

export async function action({ request }: { request: Request }) {
  destroySession(await getSession(request.headers.get('Cookie')))
  return redirect('/')
}
