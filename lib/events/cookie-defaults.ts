import type { CookieFacts, Framework } from '../frameworks/framework.js'
import { versionOf } from './evidence.js'
import type { FileContext } from './file-context.js'
import { isInRange } from './versions.js'

/** What the project's version of a library sends where an attribute is left out. */
export function cookieDefaults(context: FileContext, framework: Framework, facts: CookieFacts): CookieFacts['defaults'] {
  const { defaultsBefore } = facts
  const isOlder = defaultsBefore !== undefined && isInRange(versionOf(context, framework), defaultsBefore.version)
  return isOlder ? defaultsBefore.defaults : facts.defaults
}
