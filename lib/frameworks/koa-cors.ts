import { defineFramework, from, signature } from './framework.js'

/** https://github.com/koajs/cors#corsoptions */
export const koaCors = defineFramework({
  name: '@koa/cors',
  reference: 'https://github.com/koajs/cors#corsoptions',
  names: { cors: from('@koa/cors') },
  cors: {
    // Up to version 4 whoever asks may read; version 5 sends the star, but not beside credentials.
    missing: 'reflected',
    // Read in the packages themselves: 3.4.0 sends the star.
    starIsReflected: ['>=3.4.1'],
    takesMatchers: false,
    decider: { given: 'context', answers: ['result'] },
  },
  signatures: [signature('cors(options)', { emits: 'corsConfigured', options: 'options' })],
})
