import { defineFramework, from, signature } from './framework.js'

/** https://hono.dev/docs/middleware/builtin/cors */
export const honoCors = defineFramework({
  name: 'hono/cors',
  packages: ['hono'],
  reference: 'https://hono.dev/docs/middleware/builtin/cors',
  names: { cors: [from('hono/cors', 'cors'), from('@hono/hono/cors', 'cors')] },
  cors: {
    missing: 'star',
    // Read in the packages themselves: 4.12.8 sends the star, 4.12.9 to 4.12.24 the name of whoever asks.
    starIsReflected: ['>=4.12.9', '<4.12.25'],
    takesMatchers: false,
    decider: { given: 'origin', answers: ['result'] },
  },
  signatures: [signature('cors(options)', { emits: 'corsConfigured', options: 'options' })],
})
