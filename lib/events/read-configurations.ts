import { madeBy } from '../ast/made-by.js'
import { unwrap, wrapped, type Node } from '../ast/nodes.js'
import { UNKNOWN, type Setting } from '../ast/setting.js'
import type { CookieFacts, Framework, SessionFacts } from '../frameworks/framework.js'
import { cookieDefaults } from './cookie-defaults.js'
import { roleOf } from './cookie-role.js'
import { cookieOfOptions } from './cookie.js'
import type { OptionsPlace, SessionConfigured } from './events.js'
import { versionOf } from './evidence.js'
import type { FileContext } from './file-context.js'
import { expressionsAt, settingAt } from './given.js'
import { cookieLifetime, earliest, NOTHING, optionLifetime, type Lifetime } from './lifetime.js'
import type { Match } from './match.js'
import { secretsOf } from './read-secrets.js'
import { createSessionKinds } from './session-kinds.js'
import { carrierOf } from './session-places.js'
import { createStores } from './stores.js'
import { spanLifetime } from './time-spans.js'
import { isInRange } from './versions.js'

/** Reads the session middlewares, plugins and options that a file sets up. */
export function readConfigurations(context: FileContext, matches: readonly Match[]): SessionConfigured[] {
  const { bindings } = context
  const lifetimeWithStore = createStores(context, matches)
  const kindOf = createSessionKinds(context, matches)
  const seen = new Set<Node>()
  const endedApart = new Set(matches.flatMap(({ pattern: { framework, roles } }) => (roles.lifetime === undefined ? [] : [framework])))
  const configured = new Set(matches.flatMap(({ node, pattern }) => (pattern.emits === 'sessionConfigured' ? [node] : [])))

  return matches.flatMap((match) => {
    const { emits, framework } = match.pattern
    if (emits !== 'sessionConfigured' || !framework.session || !isFirst(match) || isPartOfAnother(match) || isOfOtherData(match, framework.session)) return []
    return [read(match, framework, framework.session)]
  })

  /** The same object may be typed as options and given to several calls. */
  function isFirst(match: Match): boolean {
    const { literal } = match.options(match.pattern.roles.options).options
    if (literal && seen.has(literal)) return false
    if (literal) seen.add(literal)
    return true
  }

  /** `const base: SessionConfig = { password }` and `useSession(event, { ...base, maxAge })`: the whole stands elsewhere. */
  function isPartOfAnother({ node, pattern }: Match): boolean {
    const { parent } = wrapped(node)
    if (pattern.form !== 'typed' || parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return false
    return bindings.variable(parent.id)?.references.some(({ identifier }) => identifier.parent.type === 'SpreadElement') === true
  }

  /** Whether others may be added to some options elsewhere: they are of a type for that, and no call of the file is given them. */
  function isPart({ options, pattern: { roles } }: Match): boolean {
    const { literal } = options(roles.options).options
    return roles.isPart === true && !matches.some((other) => other.pattern.emits === 'sessionConfigured' && other.pattern.form !== 'typed' && other.options(other.pattern.roles.options).options.literal === literal)
  }

  /** A program has one session that hangs on its requests; of those that it asks for by hand, one may be that of the theme. */
  function isOfOtherData(match: Match, facts: SessionFacts): boolean {
    if (carrierOf(facts)) return false
    const options = match.options(match.pattern.roles.options)
    return facts.name.options.some((path) => {
      const [node] = expressionsAt(options, path) ?? []
      return roleOf(settingAsText(settingAt(options, path)), node, undefined, context.settings) === 'other'
    })
  }

  function read(match: Match, framework: Framework, facts: SessionFacts): SessionConfigured {
    const { roles } = match.pattern
    const options = match.options(roles.options)
    const cookieFacts = framework.cookie ?? { defaults: {}, maxAge: 'seconds', zeroDeletes: true }
    const hasLostDefaults = losesDefaults(options, framework, cookieFacts)
    const defaults = hasLostDefaults ? {} : cookieDefaults(context, framework, cookieFacts)
    const ofAll = roles.fallback === undefined ? undefined : match.options(roles.fallback)
    const cookie = cookieOfOptions({
      place: match.options(roles.cookie),
      facts: cookieFacts,
      defaults,
      ofAll,
      outer: hasLostDefaults ? undefined : options,
      session: { options, facts },
    })
    const byCookie = cookieLifetime(cookie, facts.lifetime, context.instantOf)
    const isOverruled = facts.lifetime.endlessOverrules === true && byCookie.state === 'endless'
    const byOptions = Object.entries(facts.lifetime.options ?? {}).map(([name, unit]) =>
      optionLifetime(settingAt(options, name), unit, facts.lifetime.endlessOptions, cookieFacts.durations),
    )
    const bySpans = Object.entries(facts.lifetime.spans ?? {}).map(([name, spans]) => spanLifetime(expressionsAt(options, name), spans, context))
    const answers = isOverruled ? [byCookie] : [byCookie, ...byOptions, ...bySpans]
    const own = earliest(answers) ?? NOTHING
    const lifetime = isEndedApart(match, own) ? ({ state: 'unknown' } as const) : own
    return {
      type: 'sessionConfigured',
      node: underlined(match, options),
      framework,
      certainty: match.certainty,
      facts: factsIn(framework, facts),
      kind: kindOf(framework),
      get secrets() {
        return secretsOf(match)
      },
      options,
      isPart: isPart(match),
      cookie,
      lifetime: lifetimeWithStore(lifetimeOnServer(lifetime, framework, facts), options, framework, facts),
    }
  }

  /** The facts about the project's version, which may have another name for the cookie. */
  function factsIn(framework: Framework, facts: SessionFacts): SessionFacts {
    const { since } = facts.name
    const version = since && versionOf(context, framework)
    return version !== undefined && isInRange(version, since?.version) ? { ...facts, name: { ...facts.name, ...since } } : facts
  }

  /** What ends records ends those that nothing is said about, too. */
  function lifetimeOnServer(lifetime: Lifetime, framework: Framework, { lifetime: { defaultOnServer } }: SessionFacts): Lifetime {
    if (defaultOnServer === undefined || lifetime.state !== 'endless' || kindOf(framework) !== 'server') return lifetime
    return { state: 'ends', seconds: defaultOnServer, node: undefined }
  }

  /** Whether what is written around the attributes takes the place of all defaults, so that even an empty object has none. */
  function losesDefaults(options: OptionsPlace, framework: Framework, { defaultsLostWith }: CookieFacts): boolean {
    if (!defaultsLostWith || expressionsAt(options, defaultsLostWith.option)?.length === 0) return false
    return isInRange(defaultsLostWith.versions && versionOf(context, framework), defaultsLostWith.versions)
  }

  /**
   * Whether a session gets its lifetime where it is sent: `commitSession(session, { maxAge })`, `cookieAuth.ttl(age)`,
   * in this file, or perhaps in another one, where this file sends none.
   */
  function isEndedApart({ node, pattern }: Match, own: Lifetime): boolean {
    const { framework } = pattern
    if (endedApart.has(framework)) return true
    if (!framework.signatures.some(({ roles }) => roles.emits === 'sessionCommitted' && roles.cookie !== undefined)) return false
    const commits = matches.filter((match) => match.pattern.framework === framework && match.pattern.emits === 'sessionCommitted')
    const ofThis = commits.filter((commit) => {
      const maker = commit.node.type === 'CallExpression' ? madeBy(commit.node.callee, configured, bindings) : undefined
      return maker === undefined || maker === node
    })
    if (ofThis.length === 0) return own.state === 'endless' && own.node === undefined
    return ofThis.some(({ options, pattern: { roles } }) => {
      const attributes = options(roles.cookie).options
      return ['maxAge', 'expires'].some((name) => attributes.get(name).state !== 'absent')
    })
  }
}

function settingAsText(setting: Setting<unknown>): Setting<string> {
  return setting.state === 'known' && typeof setting.value === 'string' ? { ...setting, value: setting.value } : UNKNOWN
}

/** `session` in `app.use(session({…}))`; the plugin in `app.register(plugin, {…})`; `options` in `const options: SessionOptions = {…}`. */
function underlined({ argument, node, pattern }: Match, { call }: OptionsPlace): Node {
  const named = pattern.parameters.find(({ meanings }) => meanings.length > 0)
  const plugin = pattern.roots.every(({ kind }) => kind === 'anything') ? argument(named?.name) : undefined
  if (plugin) return plugin
  if (call) {
    const callee = unwrap(call.callee)
    return callee.type === 'MemberExpression' ? callee.property : callee
  }
  const { parent } = wrapped(node)
  return parent?.type === 'VariableDeclarator' ? parent.id : node
}
