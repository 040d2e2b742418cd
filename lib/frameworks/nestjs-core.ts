import { defineFramework, from, result, signature } from './framework.js'

/** https://docs.nestjs.com/security/cors */
export const nestjsCore = defineFramework({
  name: '@nestjs/core',
  reference: 'https://docs.nestjs.com/security/cors',
  names: {
    NestFactory: from('@nestjs/core', 'NestFactory'),
    app: result('@nestjs/core', 'NestFactory.create'),
  },
  // Nest hands the options to `cors`, or to `@fastify/cors` under Fastify.
  cors: {
    missing: 'star',
    starIsReflected: false,
    takesMatchers: true,
    decider: { given: 'origin', answers: ['callback'] },
  },
  signatures: [
    signature('app.enableCors(options)', { emits: 'corsConfigured', options: 'options' }),
    signature('NestFactory.create(module, adapter, options)', { emits: 'corsConfigured', options: 'options.cors' }),
    signature('NestFactory.create(module, options)', { emits: 'corsConfigured', options: 'options.cors' }),
  ],
})
