import { secondsIn } from '../../lib/events/duration.js'

it.each([
  ['15m', 900],
  ['1h', 3600],
  ['2 hours', 7200],
  ['7d', 604_800],
  ['7 Days', 604_800],
  ['1.5h', 5400],
  ['.5h', 1800],
  ['2w', 1_209_600],
  ['1y', 31_557_600],
  ['500ms', 0.5],
  ['1 hour from now', 3600],
  ['+ 10 minutes', 600],
  ['3600', undefined],
  ['', undefined],
  ['soon', undefined],
  ['2 fortnights', undefined],
  ['-5m', undefined],
])('%j is %s seconds', (text, seconds) => {
  expect(secondsIn(text)).toBe(seconds)
})
