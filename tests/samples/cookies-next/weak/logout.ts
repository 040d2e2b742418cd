import { deleteCookie } from 'cookies-next'
import { cookies } from 'next/headers'

export async function logout() {
  await deleteCookie('__Host-session', { cookies })
}
