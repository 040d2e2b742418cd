import { setCookie } from 'cookies-next'
import { cookies } from 'next/headers'

export async function login() {
  await setCookie('sid', Math.random().toString(36).slice(2), { cookies })
}
