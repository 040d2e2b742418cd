import { defineFramework, global, signature } from './framework.js'

const METHODS = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table'] as const

/** https://developer.mozilla.org/docs/Web/API/console */
export const consoleLog = defineFramework({
  name: 'console',
  reference: 'https://developer.mozilla.org/docs/Web/API/console',
  logs: 'printed',
  names: { console: global('console') },
  signatures: METHODS.map((method) => signature(`console.${method}(message)`, { emits: 'logged' })),
})
