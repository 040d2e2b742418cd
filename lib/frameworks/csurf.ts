import { defineFramework, from, signature } from './framework.js'

/** https://github.com/expressjs/csurf#options */
export const csurf = defineFramework({
  name: 'csurf',
  reference: 'https://github.com/expressjs/csurf#options',
  names: { csurf: from('csurf') },
  csrf: { ignoredMethods: 'ignoreMethods' },
  signatures: [signature('csurf(options?)', { emits: 'csrfChecked', options: 'options' })],
})
