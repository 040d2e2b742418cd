import { anything, defineFramework, from, signature } from './framework.js'

/** https://github.com/fastify/csrf-protection#usage */
export const fastifyCsrfProtection = defineFramework({
  name: '@fastify/csrf-protection',
  reference: 'https://github.com/fastify/csrf-protection#usage',
  names: { app: anything(), plugin: from('@fastify/csrf-protection'), named: from('@fastify/csrf-protection', 'fastifyCsrfProtection') },
  csrf: {},
  signatures: [
    signature('app.register(plugin, options?)', { emits: 'csrfChecked', options: 'options' }),
    signature('app.register(named, options?)', { emits: 'csrfChecked', options: 'options' }),
  ],
})
