import { defineGenerators, exported, fixed, generator } from './generator.js'

const RANDOM = { bits: fixed(0), weakness: 'random' } as const

/** https://lodash.com/docs/#random */
export const lodash = defineGenerators({
  name: 'lodash',
  reference: 'https://lodash.com/docs/#random',
  names: {
    _: [exported('lodash'), exported('lodash-es'), exported('underscore'), exported('lodash/fp')],
    random: [exported('lodash/random'), exported('lodash-es/random'), exported('lodash.random')],
    sample: [exported('lodash/sample'), exported('lodash-es/sample'), exported('lodash.sample')],
    sampleSize: [exported('lodash/sampleSize'), exported('lodash-es/sampleSize'), exported('lodash.samplesize')],
    shuffle: [exported('lodash/shuffle'), exported('lodash-es/shuffle'), exported('lodash.shuffle')],
    uniqueId: [exported('lodash/uniqueId'), exported('lodash-es/uniqueId'), exported('lodash.uniqueid')],
  },
  generators: [
    generator('_.random(...)', { ...RANDOM, form: 'number' }),
    generator('random(...)', { ...RANDOM, form: 'number' }),
    generator('_.sample(...)', { ...RANDOM, form: 'text' }),
    generator('sample(...)', { ...RANDOM, form: 'text' }),
    generator('_.sampleSize(...)', { ...RANDOM, form: 'object' }),
    generator('sampleSize(...)', { ...RANDOM, form: 'object' }),
    generator('_.shuffle(...)', { ...RANDOM, form: 'object' }),
    generator('shuffle(...)', { ...RANDOM, form: 'object' }),
    generator('_.uniqueId(prefix?)', { form: 'text', bits: fixed(0), weakness: 'counter' }),
    generator('uniqueId(prefix?)', { form: 'text', bits: fixed(0), weakness: 'counter' }),
  ],
})
