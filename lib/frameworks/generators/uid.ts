import { defineGenerators, each, exported, fixed, generator } from './generator.js'

/** https://github.com/lukeed/uid#api */
export const uid = defineGenerators({
  name: 'uid',
  reference: 'https://github.com/lukeed/uid#api',
  names: { uid: [exported('uid', 'uid')], secure: [exported('uid/secure', 'uid')], single: [exported('uid/single', 'uid')] },
  generators: [
    generator('uid(...)', { form: 'text', bits: fixed(0), weakness: 'random' }),
    generator('single(...)', { form: 'text', bits: fixed(0), weakness: 'random' }),
    generator('secure(length?)', { form: 'text', bits: each('length', 4, 11), each: 4 }),
  ],
})
