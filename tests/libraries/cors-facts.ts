import type { CorsFacts } from '../../lib/frameworks/framework.js'
import { installed, meets } from './installed.js'
import { isAnswered, type Answer, type Site } from './server.js'

const STRANGER = 'https://stranger.example'

interface Subject {
  readonly folder: string
  readonly facts: CorsFacts | undefined
  /** A site that is set up with these options. */
  serve(options: object): Promise<Site>
}

/** Compares what a table says about a library for cross-site requests with what the library sends. */
export function testCorsFacts({ facts, folder, serve }: Subject): void {
  const { decider, missing, starIsReflected, takesMatchers } = facts ?? fail(folder)
  const { version } = installed(folder)
  const isReflected = starIsReflected !== false && starIsReflected.every((bound) => meets(version, bound))

  async function ask(options: object): Promise<Answer> {
    const site = await serve({ credentials: true, ...options })
    return site.get('/', { scheme: 'http', headers: { origin: STRANGER } })
  }

  it.each([
    { title: 'no origin', options: {}, expected: missing === 'reflected' || isReflected ? STRANGER : '*' },
    { title: 'a star', options: { origin: '*' }, expected: isReflected ? STRANGER : '*' },
    { title: 'another site', options: { origin: 'https://app.example' }, expected: expect.not.stringMatching(/stranger|^\*$/) as string },
  ])('$title beside credentials', async ({ expected, options }) => {
    const { headers } = await ask(options)
    expect(headers['access-control-allow-origin'] ?? '').toEqual(expected)
    expect(headers['access-control-allow-credentials']).toBe('true')
  })

  it.each([
    { title: 'true', origin: true },
    { title: 'an expression', origin: /stranger/ },
    { title: 'a list with an expression', origin: ['https://app.example', /stranger/] },
  ])(`${takesMatchers ? 'takes' : 'does not take'} $title for whoever asks`, async ({ origin }) => {
    expect((await ask({ origin })).headers['access-control-allow-origin'] === STRANGER).toBe(takesMatchers)
  })

  it('a list with a star is the name of a site, or a star, but not whoever asks', async () => {
    expect((await ask({ origin: ['*'] })).headers['access-control-allow-origin']).not.toBe(STRANGER)
  })

  const deciders = [
    { answer: 'callback', origin: (...given: readonly unknown[]) => void (given[1] as (...values: readonly unknown[]) => void)(null, STRANGER) },
    { answer: 'promise', origin: () => Promise.resolve(STRANGER) },
    { answer: 'result', origin: () => STRANGER },
  ] as const

  it.each(deciders)('a function that decides by $answer', async ({ answer, origin }) => {
    // What a server of any kind awaits may be there at once.
    const isTaken = decider.answers.includes(answer) || (answer === 'promise' && decider.answers.includes('result'))
    const asked = ask({ origin }).then(({ headers }) => headers['access-control-allow-origin'] === STRANGER)
    const found = (await isAnswered(asked as unknown as Promise<Answer>, 500)) ? await asked : false
    expect(found).toBe(isTaken)
  })

  it(`a function that decides is given the ${decider.given}`, async () => {
    const given: unknown[] = []
    const origin = (first: unknown, callback: unknown): unknown => {
      given.push(first)
      if (typeof callback === 'function') callback(null, STRANGER)
      return STRANGER
    }
    await ask({ origin })
    expect(given[0] === STRANGER).toBe(decider.given === 'origin')
  })
}

function fail(folder: string): never {
  throw new Error(`The table of ${folder} says nothing about cross-site requests.`)
}
