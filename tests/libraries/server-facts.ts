import { IncomingMessage, ServerResponse } from 'node:http'
import type { Framework, HandlerObject, ServerFacts } from '../../lib/frameworks/framework.js'
import type { Handler } from './applications.js'
import type { CookieLibrary } from './cookie-facts.js'
import { installed, meets } from './installed.js'
import { exported, runCode, runSignature, type Handed, type Owner } from './run-code.js'
import { isAnswered, type Site } from './server.js'

export type GivenHandler = (...given: readonly unknown[]) => unknown
export type ErrorHandler = GivenHandler

/** A server framework. */
export interface ServerLibrary {
  /** Its folder among the installed packages. */
  readonly folder: string
  readonly table: Framework
  /** A new server with this handler on `/`, registered as a program does it. */
  serve(handler: GivenHandler, errorHandler?: ErrorHandler): Promise<Site>
  /** Sends this text as the answer, with what the handler was given. */
  answer(given: readonly unknown[], text: string): unknown
  /** What a handler returns that is sent as this text; the text itself if left out. */
  returned?(text: string): unknown
  /** Which of its own objects this is, where those are not Node's. */
  kindOf?(value: unknown): HandlerObject | undefined
}

/** Tests that compare how a server calls its handlers with its table. */
export function testServerFacts(library: ServerLibrary): void {
  const { table } = library
  const facts = serverFacts(table)
  const { version } = installed(library.folder)
  const awaits = typeof facts.awaitsHandlers === 'string' ? meets(version, facts.awaitsHandlers) : facts.awaitsHandlers
  const kindOf = (value: unknown): HandlerObject | 'error' | undefined => {
    if (value instanceof Error) return 'error'
    if (typeof value === 'function') return 'next'
    return (library.kindOf ?? kindInNode)(value)
  }

  /** What a handler is called with. */
  async function given(): Promise<readonly unknown[]> {
    let seen: readonly unknown[] = []
    const site = await library.serve((...values) => {
      seen = values
      return library.answer(values, 'seen')
    })
    expect((await site.get('/')).text).toBe('seen')
    return seen
  }

  it('handlers are called with the parameters of the table', async () => {
    expect((await given()).map(kindOf)).toEqual(facts.parameters)
  })

  const { errorParameters } = facts

  if (errorParameters) {
    it('error handlers are called with the parameters of the table', async () => {
      let kinds: readonly unknown[] = []
      const fail = (): never => {
        throw new Error('An error of the tests.')
      }
      const site = await library.serve(fail, (...values) => {
        kinds = values.map(kindOf)
        return library.answer(values.slice(1), 'seen')
      })
      expect((await site.get('/')).text).toBe('seen')
      expect(kinds).toEqual(errorParameters)
    })
  }

  it(`${awaits ? 'answers' : 'does not answer'} for an async handler that fails`, async () => {
    const site = await library.serve(() => {
      const rejection = Promise.reject(new Error('An error of the tests.'))
      // Where nobody waits for it, it would end the process.
      rejection.catch(() => undefined)
      return rejection
    })
    const answer = site.get('/')
    if (awaits) expect((await answer).status).toBe(500)
    else expect(await isAnswered(answer)).toBe(false)
  })

  it(`${facts.sendsReturnValue ? 'sends' : 'does not send'} what a handler returns`, async () => {
    const site = await library.serve(() => Promise.resolve(library.returned?.('returned') ?? 'returned'))
    const answer = site.get('/')
    if (facts.sendsReturnValue) expect((await answer).text).toBe('returned')
    else if (await isAnswered(answer)) expect((await answer).text).not.toBe('returned')
  })

  const { fail } = facts

  if (fail) {
    it(`${fail} answers with an error`, async () => {
      const site = await library.serve((...values) => {
        const response = values.find((value) => kindOf(value) === 'response')
        runCode(fail.replaceAll(/[{}]/g, ''), response, { error: new Error('An error of the tests.') })
      })
      expect((await site.get('/')).status).toBe(500)
    })
  }

  for (const [path, { object, server }] of Object.entries(facts.members ?? {})) {
    it(`${path} is the ${object}${server ? ` of ${server}` : ''}`, async () => {
      const handed = Object.fromEntries((await given()).map((value) => [kindOf(value), value])) as Handed
      const [first = '', ...members] = path.split('.')
      const holder = handed[first as HandlerObject] ?? (handed.context as Owner)[first]
      const value = members.reduce<unknown>((object, member) => (object as Owner)[member], holder)

      expect(server === 'node:http' ? kindInNode(value) : kindOf(value)).toBe(object)
    })
  }

  const installedRouters = facts.routers.flatMap((meaning) =>
    meaning.kind === 'export' && meaning.module === table.name ? [meaning.steps] : [],
  )

  it.each(installedRouters)('handlers can be registered on what %s makes', (...steps: readonly string[]) => {
    const router = exported(library.folder, steps) as Owner
    expect([typeof router.get, typeof router.use, typeof router.route]).toContain('function')
  })
}

/** Tests that a table's ways to write a header write one. */
export function testHeaderFacts(table: Framework, serve: (handler: Handler) => Promise<Site>, make?: CookieLibrary['make']): void {
  for (const signature of table.signatures.filter(({ roles }) => roles.emits === 'headerWritten')) {
    it(`${signature.text} writes a header`, async () => {
      const places = {
        header: 'Set-Cookie',
        value: 'flavour=plain; Path=/cellar',
        headers: { 'Set-Cookie': 'flavour=plain; Path=/cellar' },
        status: 200,
        message: 'Fine',
      }
      const site = await serve((handed) => {
        if (make) runCode(signature.text, { [signature.root]: make(signature.root, handed) }, places)
        else runSignature(table, signature, handed, places)
      })
      const { cookies, status } = await site.get('/')
      expect(status).toBeLessThan(300)
      expect(cookies.map(({ header }) => header)).toEqual(['flavour=plain; Path=/cellar'])
    })
  }
}

function serverFacts(table: Framework): ServerFacts {
  if (!table.server) throw new Error(`The table of ${table.name} says nothing about a server.`)
  return table.server
}

/** Which of Node's objects this is. */
export function kindInNode(value: unknown): HandlerObject | undefined {
  if (value instanceof IncomingMessage) return 'request'
  return value instanceof ServerResponse ? 'response' : undefined
}
