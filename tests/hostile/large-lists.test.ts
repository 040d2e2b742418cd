import { Linter } from 'eslint'
import { describe, expect, test } from 'vitest'
import plugin from '../../lib/index.js'

const linter = new Linter({ cwd: '/' })
const [config = {}] = plugin.configs.strict

/** More than a call takes arguments. */
const MANY = 150_000

const repeated = (text: string) => text.repeat(MANY)

describe('the rules read, without an exception,', () => {
  test.each([
    ['an object with a list of so many numbers', `const table = { read() { return this.numbers }, numbers: [${repeated('1,')}] }\napp.use((req, res) => { table.read(); res.cookie('sid', req.session.id) })`],
    ['an object that names one option so often', `app.use(require('express-session')({ secret, ${repeated('name: n,')} }))`],
  ])('%s', { timeout: 120_000 }, (_title, code) => {
    const messages = linter.verify(code, [config], { filename: '/file.cjs' })
    expect(messages.filter(({ fatal }) => fatal)).toEqual([])
    expect(messages.length).toBeGreaterThan(0)
  })
})
