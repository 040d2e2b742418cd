import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { nextCookies } from 'better-auth/next-js'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { db } from './database'

export const auth = betterAuth({
  database: drizzleAdapter(db, { provider: 'pg' }),
  emailAndPassword: { enabled: true },
  session: { expiresIn: 30 * 60, updateAge: 60, cookieCache: { enabled: true, maxAge: 5 * 60 } },
  advanced: {
    cookiePrefix: 'app',
    database: { generateId: false },
    defaultCookieAttributes: { sameSite: 'strict', secure: true },
    cookies: { session_token: { name: 'session', attributes: { path: '/' } } },
  },
  plugins: [nextCookies()],
})

export async function login(email: string, password: string) {
  await auth.api.signInEmail({ body: { email, password } })
  redirect('/')
}

export async function logout() {
  await auth.api.signOut({ headers: await headers() })
  redirect('/login')
}
