import { defineGenerators, derived, exported, fixed, generator } from './generator.js'

const TEXT = { form: 'text', each: 4, length: 36 } as const
const RANDOM = { ...TEXT, bits: fixed(122), isUuid: true } as const
// The node and the clock sequence are drawn once for a process; the rest is the time.
const TIME = { ...TEXT, bits: fixed(0), weakness: 'time' } as const

/** https://github.com/uuidjs/uuid#api-summary */
export const uuid = defineGenerators({
  name: 'uuid',
  reference: 'https://github.com/uuidjs/uuid#api-summary',
  names: {
    uuid: [exported('uuid')],
    v1: [exported('uuid', 'v1'), exported('uuid/v1'), exported('uuid/v1.js'), exported('node-uuid', 'v1')],
    v4: [exported('uuid', 'v4'), exported('uuid/v4'), exported('uuid/v4.js'), exported('node-uuid', 'v4'), exported('uuidv4'), exported('uuidv4', 'uuid'), exported('uuid4')],
    v6: [exported('uuid', 'v6')],
    v7: [exported('uuid', 'v7')],
  },
  generators: [
    generator('v1(...)', TIME),
    generator('v4()', RANDOM),
    // Before version 7 the package itself was the function.
    generator('uuid()', RANDOM),
    generator('v6()', { ...TEXT, bits: fixed(61) }),
    generator('v7()', { ...TEXT, bits: fixed(73) }),
    generator('uuid.v3(name, namespace)', { ...TEXT, bits: derived('name'), isDigest: true }),
    generator('uuid.v5(name, namespace)', { ...TEXT, bits: derived('name'), isDigest: true }),
  ],
})
