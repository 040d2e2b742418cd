import { Linter } from 'eslint'
import { describe, expect, test } from 'vitest'
import plugin from '../lib/index.js'
import { NAMESPACE } from '../lib/package.js'

describe('a squiggle stays on one line:', () => {
  test('that of a call goes under what is called, without its callback', () => {
    const code = `import session from 'express-session'
router.post('/login', (req, res, next) => {
  req.session.regenerate(() => {
    req.session.user = user
    res.redirect('/')
  })
})`
    expect(underlined(code, 'require-regenerate-after-login')).toEqual(['req.session.regenerate'])
  })

  test('that of a chain of calls goes under the last name, which is what is called', () => {
    const code = `import session from 'express-session'
router.post('/login', async (req, res, next) => {
  req
    .session
    .regenerate(() => {
      req.session.user = user
      res.redirect('/')
    })
})`
    expect(underlined(code, 'require-regenerate-after-login')).toEqual(['regenerate'])
  })

  test.each(['\n', '\r\n'])('that of anything else goes to the end of the line where it begins, which %j ends', (lineEnd) => {
    const code = `import express from 'express'
const app = express()
app.post('/hook', (req, res) => {
  const isRight = createHmac('sha256', key)
    .update(req.body)
    .digest('hex') === req.body.signature
})`.replaceAll('\n', lineEnd)
    expect(underlined(code, 'no-timing-unsafe-token-compare')).toEqual(["createHmac('sha256', key)"])
  })
})

/** The text under each squiggle of a rule, over however many lines. */
function underlined(code: string, rule: string): string[] {
  const linter = new Linter()
  const messages = linter.verify(code, [{ plugins: { [NAMESPACE]: plugin }, rules: { [`${NAMESPACE}/${rule}`]: 'error' } }], 'server.js')
  const sourceCode = linter.getSourceCode()
  return messages.map(({ column, endColumn = column, endLine = 0, line }) => {
    const start = sourceCode.getIndexFromLoc({ line, column: column - 1 })
    return code.slice(start, sourceCode.getIndexFromLoc({ line: endLine, column: endColumn - 1 }))
  })
}
