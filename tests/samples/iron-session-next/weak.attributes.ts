import { withIronSessionApiRoute, withIronSessionSsr } from 'iron-session/next'
import { show, showAdmin, step } from '../lib/handlers'

const password = process.env.SESSION_PASSWORD as string

export const shop = withIronSessionApiRoute(show, {
  cookieName: 'shop',
  password,
  ttl: 30 * 24 * 60 * 60,
  cookieOptions: { secure: false, sameSite: 'none', domain: '.example.com' },
})

export const admin = withIronSessionSsr(showAdmin, { cookieName: 'admin', password, ttl: 60 * 60, cookieOptions: { sameSite: false, secure: false } })

export const steps = withIronSessionApiRoute(step, { cookieName: 'step', password, ttl: 60 * 60, cookieOptions: { secure: true } })
