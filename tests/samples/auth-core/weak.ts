import { SvelteKitAuth } from '@auth/sveltekit'
import GitHub from '@auth/sveltekit/providers/github'
import { adapter } from '$lib/server/database'

export const { handle, signIn, signOut } = SvelteKitAuth({
  adapter,
  providers: [GitHub],
  session: { generateSessionToken: () => Date.now().toString(36) },
  cookies: { sessionToken: { options: { httpOnly: false } } },
})
