import type { Linter } from 'eslint'
import { NAME } from '../lib/package.js'

/** The config of Oxlint that asks what a config of ours asks: Oxlint takes no configs from plugins. */
export function renderOxlint([all, tests]: readonly Linter.Config[]): string {
  const rules = Object.fromEntries(Object.entries(all?.rules ?? {}).filter(([, level]) => level !== 'off'))
  const off = Object.fromEntries(Object.entries(tests?.rules ?? {}).filter(([rule]) => Object.hasOwn(rules, rule)))
  const config = { jsPlugins: [NAME], rules, overrides: [{ files: tests?.files, rules: off }] }
  return ['```json .oxlintrc.json', JSON.stringify(config, null, 2), '```'].join('\n')
}
