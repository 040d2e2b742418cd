import { defineFramework, from, result, signature, type Meaning } from './framework.js'

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const

/** https://github.com/pinojs/pino/blob/main/docs/api.md#logger */
export const pino = logger('pino', 'https://github.com/pinojs/pino/blob/main/docs/api.md#logger', LEVELS, [
  result('pino'),
  result('pino', 'pino'),
])

/** https://github.com/winstonjs/winston#logging-levels; the module is a logger itself. */
export const winston = logger(
  'winston',
  'https://github.com/winstonjs/winston#logging-levels',
  ['error', 'warn', 'info', 'http', 'verbose', 'debug', 'silly'],
  [result('winston', 'createLogger'), from('winston')],
)

/** https://github.com/trentm/node-bunyan#log-method-api */
export const bunyan = logger('bunyan', 'https://github.com/trentm/node-bunyan#log-method-api', LEVELS, [result('bunyan', 'createLogger')])

/** https://github.com/expressjs/morgan#morganformat-options */
export const morgan = defineFramework({
  name: 'morgan',
  reference: 'https://github.com/expressjs/morgan#morganformat-options',
  names: { morgan: from('morgan') },
  signatures: [signature('morgan(format, options?)', { emits: 'logged', value: 'format' })],
})

/** A package whose loggers have a method for each level, and children that have the same: `logger.child({ … }).info(…)`. */
function logger(name: string, reference: string, levels: readonly string[], made: readonly Meaning[]) {
  return defineFramework({
    name,
    reference,
    logs: 'json',
    names: { logger: made },
    signatures: levels.flatMap((level) => [
      signature(`logger.${level}(message)`, { emits: 'logged' }),
      signature(`logger.child(bindings).${level}(message)`, { emits: 'logged' }),
    ]),
  })
}
