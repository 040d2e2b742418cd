import { Auth, type AuthConfig } from '@auth/core'
import GitHub from '@auth/core/providers/github'

const shop: AuthConfig = {
  providers: [GitHub],
  session: { maxAge: 90 * 24 * 60 * 60 },
  useSecureCookies: false,
  cookies: { sessionToken: { name: 'shop', options: { sameSite: false, domain: '.example.com' } } },
}

const admin: AuthConfig = {
  providers: [GitHub],
  session: { maxAge: 30 * 60 },
  cookies: { sessionToken: { name: 'admin', options: { secure: true, sameSite: 'strict' } } },
}

const step: AuthConfig = {
  providers: [GitHub],
  session: { maxAge: 30 * 60 },
  cookies: { sessionToken: { name: '__Host-step', options: { secure: true, path: '/admin' } } },
}

export const answerShop = (request: Request) => Auth(request, shop)
export const answerAdmin = (request: Request) => Auth(request, admin)
export const answerStep = (request: Request) => Auth(request, step)
