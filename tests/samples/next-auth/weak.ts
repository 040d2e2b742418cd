import { randomUUID } from 'node:crypto'
import { PrismaAdapter } from '@auth/prisma-adapter'
import NextAuth, { type NextAuthOptions } from 'next-auth'
import GitHubProvider from 'next-auth/providers/github'
import { prisma } from '@/lib/prisma'

export const authOptions: NextAuthOptions = {
  adapter: PrismaAdapter(prisma),
  providers: [GitHubProvider({ clientId: process.env.GITHUB_ID ?? '', clientSecret: process.env.GITHUB_SECRET ?? '' })],
  session: {
    strategy: 'database',
    generateSessionToken: () => randomUUID().slice(0, 8),
  },
  cookies: {
    sessionToken: {
      name: 'next-auth.session-token',
      options: { httpOnly: false, sameSite: 'lax', path: '/', secure: true, domain: '.example.com' },
    },
  },
}

const handler = NextAuth(authOptions)

export { handler as GET, handler as POST }
