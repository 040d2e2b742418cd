import { createCookie } from '@remix-run/cookie'

const secrets = [process.env.SESSION_SECRET!]

export const shopCookie = createCookie('shop_session', { secrets, httpOnly: true, secure: true, sameSite: 'None', domain: '.example.com', maxAge: 7_776_000 })
export const adminCookie = createCookie('__Host-session', { secrets, httpOnly: true, sameSite: 'Strict', maxAge: 3600 })
export const tokenCookie = createCookie('auth_token', { secrets, httpOnly: true, secure: true, sameSite: 'Strict', maxAge: 3600 })
