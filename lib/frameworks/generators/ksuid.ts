import { defineGenerators, exported, fixed, generator } from './generator.js'

const OBJECT = { form: 'object', bits: fixed(128) } as const

/** 128 random bits behind the time. https://github.com/novemberborn/ksuid#usage */
export const ksuid = defineGenerators({
  name: 'ksuid',
  reference: 'https://github.com/novemberborn/ksuid#usage',
  names: { KSUID: [exported('ksuid')] },
  generators: [generator('KSUID.random(...)', OBJECT), generator('KSUID.randomSync(...)', OBJECT)],
})
