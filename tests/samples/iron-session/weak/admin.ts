import { getIronSession } from 'iron-session'
import { cookies } from 'next/headers'

const password = process.env.SESSION_PASSWORD!

export async function getShopSession() {
  return getIronSession(await cookies(), {
    cookieName: 'shop',
    password,
    ttl: 30 * 24 * 60 * 60,
    cookieOptions: { secure: false, sameSite: 'lax', domain: '.example.com' },
  })
}

export async function getAdminSession() {
  return getIronSession(await cookies(), {
    cookieName: 'admin',
    password,
    ttl: 60 * 60,
    cookieOptions: { sameSite: false },
  })
}

export async function getStepSession() {
  return getIronSession(await cookies(), {
    cookieName: '__Host-step',
    password,
    ttl: 60 * 60,
    cookieOptions: { sameSite: 'strict', path: '/admin' },
  })
}
