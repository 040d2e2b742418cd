import { getIronSession } from 'iron-session'
import { cookies } from 'next/headers'

export async function getSession() {
  return getIronSession(await cookies(), { cookieName: 'app_session', password: 'complex_password_at_least_32_characters_long' })
}
