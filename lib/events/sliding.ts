import type { SessionConfigured } from './events.js'
import { settingAt } from './given.js'

type Configured = Pick<SessionConfigured, 'facts' | 'kind' | 'lifetime' | 'options'>

/** Whether visits move the end of a session, so that it is an idle timeout; undefined where the source does not decide it. */
export function slidesIn(session: Configured): boolean | undefined {
  const isSliding = isSwitchedOn(session)
  const { kind, lifetime } = session
  const wait = waitIn(session)
  if (!isSliding || wait === 'none' || lifetime.state !== 'ends') return isSliding
  if (wait === undefined || lifetime.seconds === undefined) return undefined
  if (wait < lifetime.seconds) return true
  return kind === 'server' ? false : undefined
}

/** How many seconds must pass before a visit moves the end of a session again; undefined where nobody can see it. */
export function waitIn({ facts, kind, options }: Configured): number | 'none' | undefined {
  const { renewedAfter } = facts.lifetime
  if (!renewedAfter || kind === 'client') return 'none'
  const setting = settingAt(options, renewedAfter.option)
  if (setting.state === 'absent') return renewedAfter.default
  return setting.state === 'known' && typeof setting.value === 'number' ? setting.value : undefined
}

function isSwitchedOn({ facts, options }: Configured): boolean | undefined {
  const { slides } = facts.lifetime
  if (typeof slides === 'string') return slides === 'always'
  const setting = settingAt(options, slides.option)
  if (setting.state === 'absent') return slides.default
  return setting.state === 'known' ? Boolean(setting.value) : undefined
}
