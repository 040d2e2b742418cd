import { defineFramework, from, signature } from './framework.js'

/** https://github.com/expressjs/cors#configuration-options */
export const cors = defineFramework({
  name: 'cors',
  reference: 'https://github.com/expressjs/cors#configuration-options',
  names: { cors: from('cors') },
  cors: {
    missing: 'star',
    starIsReflected: false,
    takesMatchers: true,
    decider: { given: 'origin', answers: ['callback'] },
  },
  signatures: [signature('cors(options)', { emits: 'corsConfigured', options: 'options' })],
})
