import { sessionFileOf } from '../events-of.js'

const CODE = `start('session')`

it.each(['login.ts', 'login.mts', 'login.cts', 'Login.tsx', 'login.test.ts'])('%s is TypeScript', (name) => {
  expect(sessionFileOf(CODE, { filename: `/nowhere/${name}` }).context.isTypeScript).toBe(true)
})

it.each(['login.js', 'login.mjs', 'Login.jsx', 'login.ts.js', 'login.tsx.mjs', 'login.ts/index.js'])('%s is not, without a type in it', (name) => {
  expect(sessionFileOf(CODE, { filename: `/nowhere/${name}` }).context.isTypeScript).toBe(false)
})

it('a file with a type in it is', () => {
  expect(sessionFileOf(`${CODE}; let id: string`, { filename: '/nowhere/login.js' }).context.isTypeScript).toBe(true)
})
