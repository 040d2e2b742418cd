import { defineGenerators, exported, fixed, generator } from './generator.js'

/** Seconds, host, process id and a counter. https://github.com/modood/xid-js#usage */
export const xid = defineGenerators({
  name: 'xid-js',
  reference: 'https://github.com/modood/xid-js#usage',
  names: { xid: [exported('xid-js')] },
  generators: [generator('xid.next()', { form: 'text', bits: fixed(0), weakness: 'counter' })],
})
