import { randomBytes } from 'node:crypto'
import { PrismaAdapter } from '@auth/prisma-adapter'
import NextAuth, { type NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import GitHubProvider from 'next-auth/providers/github'
import { findUser } from '@/lib/users'
import { prisma } from '@/lib/prisma'

export const authOptions: NextAuthOptions = {
  adapter: PrismaAdapter(prisma),
  secret: process.env.NEXTAUTH_SECRET,
  providers: [
    GitHubProvider({ clientId: process.env.GITHUB_ID ?? '', clientSecret: process.env.GITHUB_SECRET ?? '' }),
    CredentialsProvider({
      credentials: { email: {}, password: { type: 'password' } },
      authorize: (credentials) => findUser(credentials),
    }),
  ],
  session: {
    strategy: 'jwt',
    maxAge: 30 * 60,
    generateSessionToken: () => randomBytes(32).toString('hex'),
  },
  callbacks: {
    jwt({ token, user }) {
      if (user) token.role = user.role
      return token
    },
    session({ session, token }) {
      session.user.role = token.role
      return session
    },
  },
  cookies: {
    sessionToken: {
      name: '__Host-session',
      options: { httpOnly: true, sameSite: 'lax', path: '/', secure: true },
    },
    callbackUrl: {
      name: '__Secure-next-auth.callback-url',
      options: { sameSite: 'lax', path: '/', secure: true },
    },
  },
}

const handler = NextAuth(authOptions)

export { handler as GET, handler as POST }
