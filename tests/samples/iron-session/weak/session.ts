import { getIronSession, type SessionOptions } from 'iron-session'
import { cookies } from 'next/headers'

export interface SessionData {
  userId?: string
}

export const sessionOptions: SessionOptions = {
  cookieName: 'app_session',
  password: process.env.SESSION_PASSWORD!,
  ttl: 0,
  cookieOptions: {
    httpOnly: false,
    secure: process.env.NODE_ENV === 'production',
  },
}

export async function getSession() {
  return getIronSession<SessionData>(await cookies(), sessionOptions)
}
