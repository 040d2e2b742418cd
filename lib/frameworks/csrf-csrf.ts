import { defineFramework, from, signature } from './framework.js'

/** https://github.com/Psifi-Solutions/csrf-csrf#configuration */
export const csrfCsrf = defineFramework({
  name: 'csrf-csrf',
  reference: 'https://github.com/Psifi-Solutions/csrf-csrf#configuration',
  names: { doubleCsrf: from('csrf-csrf', 'doubleCsrf') },
  csrf: { ignoredMethods: 'ignoredMethods' },
  signatures: [signature('doubleCsrf(options)', { emits: 'csrfChecked', options: 'options' })],
})
