import { koaJwt } from '../../lib/frameworks/koa-jwt.js'
import { load, summarise } from './installed.js'
import { KEY, testJwtFacts } from './jwt-facts.js'
import { runCode } from './run-code.js'

type Middleware = (context: object, next: () => Promise<void>) => Promise<void>

const [signature] = koaJwt.signatures

summarise('koa-jwt', 'verifies as the table says')

testJwtFacts({
  facts: koaJwt.jwt,
  async verify(token, options) {
    const middleware = runCode(signature?.text ?? '', { jwt: load('koa-jwt') }, { options: { secret: KEY, ...options } }) as Middleware
    const context = {
      state: {},
      header: { authorization: `Bearer ${token}` },
      throw(status: number): never {
        throw new Error(String(status))
      },
    }
    await middleware(context, () => Promise.resolve())
  },
})
