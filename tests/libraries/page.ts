import type { Framework } from '../../lib/frameworks/framework.js'
import { stopClock } from './clock.js'
import { cookieFacts, maxAge, type Options } from './cookie-facts.js'
import { runCode } from './run-code.js'
import { parseSetCookie, type SetCookie } from './set-cookie.js'

/** A library whose functions write cookies in a page. */
export interface PageLibrary {
  readonly table: Framework
  /** What a signature begins with; made when the page is there. */
  make(root: string): unknown
  /** What further parameters of its signatures stand for. */
  readonly places?: Options
}

/** Tests that compare what a library writes into `document.cookie` with its table. */
export function testPageFacts({ make, places = {}, table }: PageLibrary): void {
  const facts = cookieFacts(table)
  const writers = table.signatures.filter(({ roles }) => roles.emits === 'browserCookieWritten')
  const clearers = table.signatures.filter(({ roles }) => roles.emits === 'cookieCleared')

  function write(options?: Options, signature = writers[0]): SetCookie | undefined {
    const [written] = inPage(() => {
      if (!signature) return
      const attributes = signature.roles.cookie ?? 'options'
      runCode(signature.text, { [signature.root]: make(signature.root) }, { name: 'flavour', value: 'plain', ...places, ...(options && { [attributes]: options }) })
    })
    return written
  }

  beforeEach(stopClock)

  it.each(writers.map((signature) => [signature.text, signature] as const))('%s writes a cookie with the attributes that the table calls defaults', (_text, signature) => {
    const cookie = write(undefined, signature)
    expect(cookie?.value).toBe('plain')
    expect(cookie?.attributes).toEqual(facts.defaults)
  })

  it.each(clearers.map((signature) => [signature.text, signature] as const))('%s deletes the cookie', (_text, signature) => {
    expect(write({ path: '/cellar' }, signature)).toMatchObject({ name: 'flavour', deleted: true, attributes: { path: '/cellar' } })
  })

  it('attributes go by the names that the table uses', () => {
    const expires = new Date(Date.now() + 3_600_000)
    expect(write({ secure: true, sameSite: 'strict', path: '/cellar', expires })?.attributes).toEqual({ secure: true, sameSite: 'strict', path: '/cellar', maxAge: 3600 })
  })

  if (facts.expires === 'days') {
    it('a number for the end counts days', () => {
      expect(write({ expires: 7 })?.attributes.maxAge).toBe(7 * 24 * 3600)
      expect(write({ expires: 0 })?.deleted).toBe(true)
      expect(write({ expires: -1 })?.deleted).toBe(true)
    })
  } else {
    it('maxAge counts in the unit of the table', () => {
      expect(write(maxAge(facts, 3600))?.attributes.maxAge).toBe(3600)
      expect(write(maxAge(facts, 0))?.deleted).toBe(facts.zeroDeletes)
    })
  }
}

/** What is written into `document.cookie` while something runs in a page. */
export function inPage(run: () => unknown): readonly SetCookie[] {
  const written: SetCookie[] = []
  vi.stubGlobal('window', globalThis)
  vi.stubGlobal('document', {
    get cookie() {
      return ''
    },
    set cookie(text: string) {
      written.push(parseSetCookie(text))
    },
  })
  try {
    run()
  } finally {
    vi.unstubAllGlobals()
  }
  return written
}
