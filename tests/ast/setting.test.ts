import { ABSENT, mapSetting, UNKNOWN, withDefault, type Setting } from '../../lib/ast/setting.js'
import { first, probe } from './probe.js'

const node = first(probe(`$(1)`))
const ONE: Setting<number> = { state: 'known', value: 1, node, from: 'source' }

it.each<[string, Setting<number>, Setting<string>]>([
  ['a known value', ONE, { state: 'known', value: '1', node, from: 'source' }],
  ['the values of some runs', { state: 'unknown', possible: [1, 2] }, { state: 'unknown', possible: ['1', '2'] }],
  ['nothing', ABSENT, ABSENT],
])('of %s something else is derived', (_title, setting, expected) => {
  expect(mapSetting(setting, String)).toEqual(expected)
})

it.each<[string, Setting<number>, number | undefined, Setting<number>]>([
  ['stands where nothing is said', ABSENT, 2, { state: 'known', value: 2, node, from: 'default' }],
  ['gives way to what is said', ONE, 2, ONE],
  ['gives way to what nobody can say', UNKNOWN, 2, UNKNOWN],
  ['may be none', ABSENT, undefined, ABSENT],
])('a default %s', (_title, setting, value, expected) => {
  expect(withDefault(setting, value, node)).toEqual(expected)
})
