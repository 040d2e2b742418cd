import { expect, it } from 'vitest'
import { nameOfRoute } from '../../lib/events/name-of-route.js'

it.each([
  ['pages/api/refresh.ts', 'refresh'],
  ['server/api/refresh.post.ts', 'refresh'],
  ['app/api/refresh/route.ts', 'refresh'],
  ['src\\routes\\refresh\\+server.ts', 'refresh'],
  ['refresh.controller.ts', 'refresh.controller'],
  ['refresh', 'refresh'],
  ['index.ts', ''],
])('%s is for %s', (path, name) => {
  expect(nameOfRoute(path)).toBe(name)
})
