import { betterAuth } from 'better-auth'
import { database } from './database'

export const shop = betterAuth({
  database,
  emailAndPassword: { enabled: true },
  session: { expiresIn: 90 * 24 * 60 * 60 },
  advanced: {
    useSecureCookies: false,
    crossSubDomainCookies: { enabled: true, domain: '.example.com' },
  },
})

export const preview = betterAuth({
  database,
  emailAndPassword: { enabled: true },
  advanced: { cookies: { session_token: { name: 'auth', attributes: { samesite: 'strict' } } } },
})
