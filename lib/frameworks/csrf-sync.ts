import { defineFramework, from, signature } from './framework.js'

/** https://github.com/Psifi-Solutions/csrf-sync#configuration */
export const csrfSync = defineFramework({
  name: 'csrf-sync',
  reference: 'https://github.com/Psifi-Solutions/csrf-sync#configuration',
  names: { csrfSync: from('csrf-sync', 'csrfSync') },
  csrf: { ignoredMethods: 'ignoredMethods' },
  signatures: [signature('csrfSync(options?)', { emits: 'csrfChecked', options: 'options' })],
})
