import type { Setting } from '../ast/setting.js'
import { nameOf, secureOtherwise } from '../events/cookie-contract.js'
import type { BrowserCookieWritten, CookieWritten, SessionConfigured } from '../events/events.js'
import type { SessionFile } from '../events/file.js'
import type { Lifetime } from '../events/lifetime.js'
import type { Attribute } from '../frameworks/framework.js'
import { durationOf } from './duration.js'
import type { Cell, CookieRow } from './inventory.js'
import { codeOf, positionOf } from './observed-code.js'

type WithCookie = BrowserCookieWritten | CookieWritten | SessionConfigured

/** The cookies of a file with their attributes, whether they are of a session or not. */
export function observeCookies(file: SessionFile): Omit<CookieRow, 'file'>[] {
  return [...file.of('sessionConfigured'), ...file.of('cookieWritten'), ...file.of('browserCookieWritten')].map((event) => {
    const name = event.type === 'browserCookieWritten' ? nameOf({ ...event, type: 'cookieWritten' }) : nameOf(event)
    const attribute = (attribute: Attribute) => cellOf(attribute, event, file)
    return {
      ...positionOf(event.node),
      name: name ?? null,
      expression: name === undefined ? expressionOf(event, file) : '',
      role: event.type === 'sessionConfigured' ? 'session' : event.role,
      by:
        event.type === 'sessionConfigured'
          ? 'session library'
          : event.type === 'cookieWritten'
            ? 'program'
            : 'script in the page',
      library: event.framework.name,
      cells: {
        httpOnly: attribute('httpOnly'),
        secure: attribute('secure'),
        sameSite: attribute('sameSite'),
        prefix: prefixOf(name),
        domain: attribute('domain'),
        path: attribute('path'),
        lifetime: lifetimeOf(event.lifetime, event, file),
      },
      findings: [],
    }
  })
}

function expressionOf(event: WithCookie, file: SessionFile): string {
  return event.type !== 'sessionConfigured' && event.nameNode ? codeOf(event.nameNode, file) : ''
}

function cellOf(name: Attribute, { cookie }: WithCookie, file: SessionFile): Cell {
  const setting: Setting<unknown> = cookie.attribute(name)
  const [expression] = cookie.expressions(name) ?? []
  switch (setting.state) {
    case 'absent':
      return cell('missing', '')
    case 'unknown':
      return { ...cell('dynamic', expression ? codeOf(expression, file) : ''), ...(expression && positionOf(expression)) }
    case 'known': {
      if (setting.from === 'source') return { ...cell('set', String(setting.value)), ...positionOf(setting.node) }
      const byItself = name === 'secure' ? secureOtherwise(cookie) : undefined
      return cell('default', byItself ?? String(setting.value))
    }
  }
}

function prefixOf(name: string | undefined): Cell {
  if (name === undefined) return cell('dynamic', '')
  const [prefix] = /^__(?:Host|Secure)-/i.exec(name) ?? []
  return prefix === undefined ? cell('missing', '') : cell('set', prefix)
}

function lifetimeOf(lifetime: Lifetime, { cookie }: WithCookie, file: SessionFile): Cell {
  const [expression] = [...(cookie.expressions('maxAge') ?? []), ...(cookie.expressions('expires') ?? [])]
  switch (lifetime.state) {
    case 'ends': {
      const value = lifetime.seconds === undefined ? 'ends' : durationOf(lifetime.seconds)
      return lifetime.node ? { ...cell('set', value), ...positionOf(lifetime.node) } : cell('default', value)
    }
    case 'endless':
      return lifetime.node ? { ...cell('set', 'no end'), ...positionOf(lifetime.node) } : cell('missing', '')
    case 'unknown':
      return { ...cell('dynamic', expression ? codeOf(expression, file) : ''), ...(expression && positionOf(expression)) }
  }
}

function cell(state: Cell['state'], value: string): Cell {
  return { state, value, line: null, column: null, findings: [] }
}
