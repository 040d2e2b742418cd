import { table } from './render-table.js'

interface Cost {
  /** In milliseconds of the clock. */
  readonly clock: number
  /** In milliseconds of the processor. */
  readonly processor: number
}

/** What loading costs, as `tests/cost/measure-start.js` measured it. */
export interface StartCosts {
  readonly date: string
  readonly node: string
  /** Of ESLint. */
  readonly version: string
  readonly eslint: Cost
  readonly plugin: Cost
  /** In millions; those of ESLint with the start of Node. */
  readonly instructions: { readonly eslint: number; readonly plugin: number }
}

export function renderStart({ date, eslint, instructions, node, plugin, version }: StartCosts): string {
  const row = (name: string, unit: string, of: number, more: number) => [name, `${of} ${unit}`, `${more} ${unit}`, `${Math.round((100 * more) / of)} %`]
  return [
    table(
      ['', `ESLint ${version}`, 'the plugin, on top', 'ratio'],
      [
        row('clock', 'ms', eslint.clock, plugin.clock),
        row('processor', 'ms', eslint.processor, plugin.processor),
        row('instructions, with the start of Node', 'million', instructions.eslint, instructions.plugin),
      ],
    ),
    '',
    `Node ${node}, ${date}.`,
  ].join('\n')
}
