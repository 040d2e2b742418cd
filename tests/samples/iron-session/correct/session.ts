import { getIronSession, type SessionOptions } from 'iron-session'
import { cookies } from 'next/headers'

export interface SessionData {
  userId?: string
}

export const sessionOptions: SessionOptions = {
  cookieName: 'app_session',
  password: process.env.SESSION_PASSWORD!,
  ttl: 12 * 60 * 60,
  cookieOptions: {
    secure: process.env.NODE_ENV === 'production',
  },
}

export async function getSession() {
  return getIronSession<SessionData>(await cookies(), sessionOptions)
}
