import { randomBytes } from 'node:crypto'
import { createSessionStorage, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { db } from '~/db.server'
import { verifyLogin } from '~/models/user.server'

type SessionData = { userId: string; cart: string[] }

const storage = createSessionStorage<SessionData>({
  cookie: {
    name: '__session',
    secrets: [process.env.SESSION_SECRET!],
    httpOnly: true,
    sameSite: 'lax',
    secure: process.env.NODE_ENV === 'production',
    maxAge: 60 * 60 * 12,
  },
  async createData(data, expires) {
    const id = randomBytes(32).toString('base64url')
    await db.session.create({ data: { id, expires, content: JSON.stringify(data) } })
    return id
  },
  async readData(id) {
    const found = await db.session.findUnique({ where: { id, expires: { gt: new Date() } } })
    return found && JSON.parse(found.content)
  },
  async updateData(id, data, expires) {
    await db.session.update({ where: { id }, data: { expires, content: JSON.stringify(data) } })
  },
  async deleteData(id) {
    await db.session.delete({ where: { id } })
  },
})

export async function loader({ request }: LoaderFunctionArgs) {
  const session = await storage.getSession(request.headers.get('Cookie'))
  session.set('cart', [...(session.get('cart') ?? []), 'tulips'])
  return { cart: session.get('cart') }
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await verifyLogin(await request.formData())
  if (!user) return { error: 'Wrong password' }
  const visit = await storage.getSession(request.headers.get('Cookie'))
  await storage.destroySession(visit)
  const session = await storage.getSession()
  session.set('userId', user.id)
  return redirect('/', { headers: { 'Set-Cookie': await storage.commitSession(session) } })
}

export async function logout({ request }: ActionFunctionArgs) {
  const session = await storage.getSession(request.headers.get('Cookie'))
  return redirect('/', { headers: { 'Set-Cookie': await storage.destroySession(session) } })
}
