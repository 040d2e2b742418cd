'use server'

import { getIronSession } from 'iron-session'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { checkPassword } from '@/lib/users'
import { sessionOptions, type SessionData } from '../session'

export async function login(form: FormData) {
  const user = await checkPassword(form)
  if (!user) return { error: 'Wrong name or password' }

  const session = await getIronSession<SessionData>(await cookies(), sessionOptions)
  session.userId = user.id
  await session.save()
  redirect('/')
}

export async function logout() {
  const session = await getIronSession<SessionData>(await cookies(), sessionOptions)
  session.destroy()
  redirect('/')
}
