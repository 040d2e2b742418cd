import { defineFramework, from, signature } from './framework.js'

/** https://github.com/krakenjs/lusca#api */
export const lusca = defineFramework({
  name: 'lusca',
  reference: 'https://github.com/krakenjs/lusca#api',
  names: { lusca: from('lusca') },
  csrf: {},
  signatures: [
    signature('lusca.csrf(options?)', { emits: 'csrfChecked', options: 'options' }),
    signature('lusca(options)', { emits: 'csrfChecked', options: 'options.csrf', given: 'options.csrf' }),
  ],
})
