import type { TSESTree } from '@typescript-eslint/utils'
import { callsNamed } from '../ast/calls-named.js'
import { completionsOf } from '../ast/flow.js'
import { nodesOf } from '../ast/nodes-of.js'
import { functionAround, functionsAround, isBefore, isInside, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import { onDemand } from '../ast/on-demand.js'
import { possibleValues } from '../ast/static-value.js'
import type { Framework } from '../frameworks/framework.js'
import { lastName } from '../ast/last-name.js'
import type { SessionDestroyed, SessionLifetimeGiven, SessionProlonged, SessionRegenerated, SessionSaved } from './events.js'
import type { FileContext } from './file-context.js'
import type { Handlers } from './handlers.js'
import type { Match } from './match.js'
import { namesRenewal, wordsOf } from './names.js'
import { isSessionPlace } from './session-places.js'
import { createUnheardFailures } from './unheard-failures.js'

/** Reads where sessions are renewed, destroyed, saved and prolonged: by the library's calls, and by helpers that make them. */
export function readRenewals(
  context: FileContext,
  handlers: Handlers,
  matches: readonly Match[],
): (SessionDestroyed | SessionLifetimeGiven | SessionProlonged | SessionRegenerated | SessionSaved)[] {
  const { bindings, settings, sourceCode } = context
  const failures = createUnheardFailures(context, handlers)
  // A helper has nothing to wait for either.
  const renewsAtOnce = matches.some(({ pattern }) => pattern.framework.session?.renew?.ends === 'at once')
  const middlewares = onDemand(() => matches.filter(makesRenewingMiddleware).flatMap(({ node }) => usesOfMiddleware(node)))
  const direct = matches.flatMap((match): (SessionDestroyed | SessionRegenerated)[] => {
    if (match.pattern.emits === 'sessionRegenerated') return [regeneratedBy(match)]
    return match.pattern.emits === 'sessionDestroyed' ? [destroyedBy(match)] : []
  })
  const others = matches.flatMap((match): (SessionLifetimeGiven | SessionProlonged | SessionSaved)[] => {
    if (match.pattern.emits === 'sessionSaved') return [savedBy(match)]
    if (match.pattern.emits === 'sessionLifetimeGiven') return lifetimeGivenBy(match)
    return match.pattern.emits === 'sessionProlonged' ? [prolongedBy(match)] : []
  })
  return [...direct, ...others, ...throughHelpers(direct)]

  function regeneratedBy(match: Match): SessionRegenerated {
    const done = match.argument(match.pattern.roles.done)
    const completions = completionsOf(match.node, bindings)
    if (match.pattern.framework.session?.renew?.ends === 'at once') completions.add(match.node)
    const isMiddleware = makesRenewingMiddleware(match)
    if (isMiddleware) for (const place of placesBehind(match.node)) completions.add(place)
    else if (!match.handed) completions.add(match.node)
    const base = baseOf(match)
    return {
      type: 'sessionRegenerated',
      ...base,
      isMiddleware,
      completions,
      isErrorHandled: base.unheard?.kind !== 'ignored' && base.unheard?.kind !== 'resolved',
      callback: done && bindings.function(done),
    }
  }

  function destroyedBy(match: Match): SessionDestroyed {
    return { type: 'sessionDestroyed', ...baseOf(match), completions: completionsOf(match.node, bindings) }
  }

  function savedBy(match: Match): SessionSaved {
    return { type: 'sessionSaved', ...baseOf(match) }
  }

  function prolongedBy({ certainty, node, pattern }: Match): SessionProlonged {
    return { type: 'sessionProlonged', node, framework: pattern.framework, certainty }
  }

  function lifetimeGivenBy({ argument, certainty, node, pattern: { framework, roles } }: Match): SessionLifetimeGiven[] {
    const value = argument(roles.value)
    const unit = framework.cookie?.maxAge
    if (!value || !unit) return []
    const given = { type: 'sessionLifetimeGiven', node, framework, certainty, value } as const
    const instant = context.instantOf(value)
    if (instant?.from === 'now') return instant.milliseconds === undefined ? [] : [{ ...given, seconds: instant.milliseconds / 1000, unit: undefined }]
    const { complete, values } = possibleValues(value, sourceCode, bindings)
    const numbers = values.filter((number) => typeof number === 'number')
    if (numbers.length === 0) return []
    return [{ ...given, seconds: Math.max(...numbers) / (unit === 'milliseconds' ? 1000 : 1), unit: complete && values.length === 1 ? unit : undefined }]
  }

  function baseOf(match: Match) {
    const { certainty, handed, node, pattern } = match
    return { node, framework: pattern.framework, certainty, handler: handed?.handler ?? functionAround(node), unheard: failures.of(match) }
  }

  /** A middleware that is called on the spot renews there: `passport.authenticate('local')(req, res, next)`. */
  function makesRenewingMiddleware({ node, pattern }: Match): boolean {
    const { parent } = wrapped(node)
    const isCalled = parent?.type === 'CallExpression' && parent.callee === wrapped(node)
    return pattern.emits === 'sessionRegenerated' && pattern.roles.makesMiddleware === true && !isCalled
  }

  /** What runs only behind a middleware: the handlers of its route, or of all routes that follow `app.use(middleware)`. */
  function placesBehind(node: Node): Node[] {
    return usesOfMiddleware(node).flatMap((use): Node[] => {
      const registration = handlers.registrationOf(use)
      if (!registration) return []
      if (lastName(registration.callee) === 'use' && registration.arguments[0] === wrapped(use)) return [use]
      const given = registration.arguments.filter((argument) => isBefore(use, argument)).flatMap(functionsGiven)
      return given.filter(isAlwaysBehindMiddleware)
    })
  }

  /** The functions that an argument brings along: `login`, `[validate, login]`, `asyncHandler(login)`. */
  function functionsGiven(argument: Node): readonly FunctionNode[] {
    const callable = bindings.function(argument)
    if (callable) return [callable]
    const value = bindings.held(argument)
    const parts = value.type === 'CallExpression' ? value.arguments : value.type === 'ArrayExpression' ? value.elements : []
    return parts.flatMap((part) => (part ? functionsGiven(part) : []))
  }

  function isAlwaysBehindMiddleware(callable: FunctionNode): boolean {
    return handlers.placesOf(callable).every((place) => {
      const registration = handlers.registrationOf(place)
      return !registration || middlewares().some((use) => isInside(use, registration) && isBefore(use, place))
    })
  }

  /** `app.post('/login', passport.authenticate('local'), …)`, also through a constant. */
  function usesOfMiddleware(node: Node): Node[] {
    const { parent } = wrapped(node)
    const variable = parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? bindings.variable(parent.id) : undefined
    return [node, ...(variable?.references ?? []).filter((reference) => !reference.isWrite()).map((reference) => reference.identifier)]
  }

  /** Calls of functions of this file that renew or destroy, of those that say so, and of those in the settings. */
  function throughHelpers(known: readonly (SessionDestroyed | SessionRegenerated)[]): (SessionDestroyed | SessionRegenerated)[] {
    const [framework] = matches.map(({ pattern }) => pattern.framework)
    if (!framework) return []
    const made = known.filter((event) => event.type === 'sessionDestroyed' || !event.isMiddleware)
    const renewing = helpersAround(made.filter(({ type }) => type === 'sessionRegenerated'))
    const destroying = helpersAround(made)
    const seen = new Set(matches.map(({ node }) => node))
    const isNamed = (name: string) => namesRenewal(name) || settings.functions.regenerate.includes(name) || settings.functions.destroy.includes(name)
    const candidates = destroying.size > 0 ? nodesOf(sourceCode, 'CallExpression') : callsNamed(sourceCode, isNamed)
    return candidates.flatMap((call): (SessionDestroyed | SessionRegenerated)[] => {
      if (seen.has(call)) return []
      const helper = bindings.function(call.callee)
      if (helper ? renewing.has(helper) : saysItRenews(call)) return [regeneratedByHelper(call, framework)]
      const name = lastName(call.callee) ?? ''
      const destroys = (helper && destroying.has(helper)) || settings.functions.destroy.includes(name)
      return destroys ? [destroyedByHelper(call, framework)] : []
    })
  }

  function regeneratedByHelper(call: TSESTree.CallExpression, framework: Framework): SessionRegenerated {
    const completions = completionsOf(call, bindings)
    if (renewsAtOnce && bindings.function(call.callee)?.async !== true) completions.add(call)
    return { type: 'sessionRegenerated', ...helped(call, framework), completions, isMiddleware: false, isErrorHandled: true, callback: undefined }
  }

  function destroyedByHelper(call: TSESTree.CallExpression, framework: Framework): SessionDestroyed {
    return { type: 'sessionDestroyed', ...helped(call, framework), completions: completionsOf(call, bindings) }
  }

  /** What a helper does about failures is seen where it makes the call of the library. */
  function helped(call: TSESTree.CallExpression, framework: Framework) {
    return { node: call, framework, certainty: 'likely', handler: functionAround(call), unheard: undefined } as const
  }

  /** The named functions around some events, that are no handlers themselves. */
  function helpersAround(events: readonly (SessionDestroyed | SessionRegenerated)[]): ReadonlySet<FunctionNode> {
    const around = events.flatMap(({ node }) => functionsAround(node))
    return new Set(around.filter((callable) => bindings.entries(callable) !== undefined && !handlers.isHandler(callable)))
  }

  /**
   * `await regenerateSession(req)`, `this.sessions.renew(req, done)`: a name that says so, about a
   * session. `apiKeys.regenerate(id)` renews something else.
   */
  function saysItRenews(call: TSESTree.CallExpression): boolean {
    const name = lastName(call.callee)
    if (name === undefined) return false
    if (settings.functions.regenerate.includes(name)) return true
    if (!namesRenewal(name)) return false
    return /\bsession\b/.test(wordsOf(name)) || call.arguments.some((argument) => isSessionCarrier(argument))
  }

  function isSessionCarrier(argument: Node): boolean {
    const path = bindings.resolve(argument)
    const handed = path && handlers.objectOf(path)
    if (handed?.object !== 'request' && handed?.object !== 'context') return false
    return handed.steps.length === 0 || isSessionPlace(handed.steps)
  }
}
