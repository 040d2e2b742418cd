import { anything, defineFramework, from, signature } from './framework.js'

const REGISTERED = { emits: 'corsConfigured', options: 'options' } as const

/** https://github.com/fastify/fastify-cors#options */
export const fastifyCors = defineFramework({
  name: '@fastify/cors',
  reference: 'https://github.com/fastify/fastify-cors#options',
  names: { app: anything(), plugin: from('@fastify/cors'), named: from('@fastify/cors', 'fastifyCors') },
  cors: {
    missing: 'star',
    starIsReflected: false,
    takesMatchers: true,
    decider: { given: 'origin', answers: ['callback', 'promise'] },
  },
  signatures: [signature('app.register(plugin, options)', REGISTERED), signature('app.register(named, options)', REGISTERED)],
})
