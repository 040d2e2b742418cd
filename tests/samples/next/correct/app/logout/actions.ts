'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { sessions } from '@/lib/users'

export async function logout() {
  const cookieStore = await cookies()
  const id = cookieStore.get('__Host-session')?.value
  if (id) await sessions.remove(id)
  cookieStore.delete({ name: '__Host-session', path: '/', secure: true })
  redirect('/')
}
