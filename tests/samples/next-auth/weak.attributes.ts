import NextAuth, { type NextAuthOptions } from 'next-auth'
import GitHubProvider from 'next-auth/providers/github'

const providers = [GitHubProvider({ clientId: process.env.GITHUB_ID ?? '', clientSecret: process.env.GITHUB_SECRET ?? '' })]

export const options: NextAuthOptions = {
  providers,
  session: { maxAge: 90 * 24 * 60 * 60 },
  cookies: { sessionToken: { name: 'shop', options: { httpOnly: true, sameSite: 'none', path: '/', secure: true } } },
}

export const adminOptions: NextAuthOptions = {
  providers,
  session: { maxAge: 30 * 60 },
  cookies: { sessionToken: { name: '__Secure-admin', options: { httpOnly: true, sameSite: 'strict', path: '/', secure: false } } },
}

export const previewOptions: NextAuthOptions = { providers, session: { maxAge: 30 * 60 }, useSecureCookies: false }

export default NextAuth(options)
