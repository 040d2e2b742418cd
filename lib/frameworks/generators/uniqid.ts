import { defineGenerators, exported, fixed, generator } from './generator.js'

// The address of the network card, the process id and the time.
const TIME = { form: 'text', bits: fixed(0), weakness: 'time' } as const

/** https://github.com/adamhalasz/uniqid#readme */
export const uniqid = defineGenerators({
  name: 'uniqid',
  reference: 'https://github.com/adamhalasz/uniqid#readme',
  names: { uniqid: [exported('uniqid')] },
  generators: [generator('uniqid(...)', TIME), generator('uniqid.process(...)', TIME), generator('uniqid.time(...)', TIME)],
})
