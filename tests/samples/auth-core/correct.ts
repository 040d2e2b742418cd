import type { AuthConfig } from '@auth/core'
import { SvelteKitAuth } from '@auth/sveltekit'
import GitHub from '@auth/sveltekit/providers/github'
import { adapter } from '$lib/server/database'

const config = {
  adapter,
  providers: [GitHub],
  session: { strategy: 'database', maxAge: 30 * 60, generateSessionToken: () => crypto.getRandomValues(new Uint8Array(32)).toString() },
  cookies: { sessionToken: { name: 'session', options: { sameSite: 'strict' } } },
} satisfies AuthConfig

export const { handle, signIn, signOut } = SvelteKitAuth(config)
