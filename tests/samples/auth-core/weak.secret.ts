import { SvelteKitAuth } from '@auth/sveltekit'
import GitHub from '@auth/sveltekit/providers/github'

export const { handle } = SvelteKitAuth({ providers: [GitHub], secret: 'Mh0zqvKc61xJ8nTfRw3bYdUa' })
