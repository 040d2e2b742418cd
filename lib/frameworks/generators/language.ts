import { builtin, defineGenerators, exported, fixed, generator } from './generator.js'

const TIME = { form: 'number', bits: fixed(0), weakness: 'time' } as const
const PROCESS = { form: 'number', bits: fixed(0), weakness: 'process' } as const

/** What the language and the platform bring, and everybody can repeat. */
export const language = defineGenerators({
  name: 'the language',
  reference: 'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Math/random',
  names: {
    Math: [builtin('Math')],
    Date: [builtin('Date')],
    performance: [builtin('performance'), exported('perf_hooks', 'performance')],
    process: [builtin('process'), exported('process')],
    os: [exported('os')],
  },
  generators: [
    generator('Math.random()', { form: 'number', bits: fixed(0), weakness: 'random' }),
    generator('Date.now()', TIME),
    generator('Date()', { ...TIME, form: 'text' }),
    generator('new Date()', { ...TIME, form: 'object' }),
    generator('performance.now()', TIME),
    generator('process.hrtime(...)', { ...TIME, form: 'object' }),
    generator('process.hrtime.bigint()', TIME),
    generator('process.uptime()', TIME),
    generator('os.uptime()', TIME),
    generator('os.hostname()', { ...PROCESS, form: 'text' }),
    generator('process.memoryUsage()', { ...PROCESS, form: 'object' }),
    generator('process.pid', PROCESS),
    generator('process.ppid', PROCESS),
  ],
})
