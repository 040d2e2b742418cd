import { createMemorySessionStorage, createSessionStorage, redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { db } from '~/db.server'
import { verifyLogin } from '~/models/user.server'

const { getSession, commitSession } = createMemorySessionStorage({
  cookie: { name: '__session', secrets: [process.env.SESSION_SECRET!], httpOnly: false },
})

/** Sessions of the people who work here. */
export const staff = createSessionStorage({
  cookie: { name: 'staff_session', httpOnly: true, maxAge: 60 * 60 },
  async createData(data, expires) {
    const id = Date.now().toString(36)
    await db.session.create({ data: { id, expires, content: JSON.stringify(data) } })
    return id
  },
  async readData(id) {
    const found = await db.session.findUnique({ where: { id } })
    return found && JSON.parse(found.content)
  },
  async updateData(id, data, expires) {
    await db.session.update({ where: { id }, data: { expires, content: JSON.stringify(data) } })
  },
  async deleteData(id) {
    await db.session.delete({ where: { id } })
  },
})

export async function action({ request }: ActionFunctionArgs) {
  const session = await getSession(request.headers.get('Cookie'))
  const user = await verifyLogin(await request.formData())
  if (!user) return { error: 'Wrong password' }
  session.set('userId', user.id)
  return redirect('/', { headers: { 'Set-Cookie': await commitSession(session) } })
}

export async function logout({ request }: ActionFunctionArgs) {
  const session = await getSession(request.headers.get('Cookie'))
  session.unset('userId')
  return redirect('/', { headers: { 'Set-Cookie': await commitSession(session) } })
}
