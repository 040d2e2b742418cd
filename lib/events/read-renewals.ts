import type { TSESTree } from '@typescript-eslint/utils'
import { callsNamed } from '../ast/calls-named.js'
import { codeHas } from '../ast/code-text.js'
import { completionsOf, returnedBy } from '../ast/flow.js'
import { nodesOf } from '../ast/nodes-of.js'
import { functionAround, functionsAround, statementAround, unwrap, wrapped, type FunctionNode, type Node } from '../ast/nodes.js'
import { possibleValues } from '../ast/static-value.js'
import type { Framework } from '../frameworks/framework.js'
import { lastName } from '../ast/last-name.js'
import { createBehindMiddlewares } from './behind-middlewares.js'
import type { SessionDestroyed, SessionLifetimeGiven, SessionProlonged, SessionRegenerated, SessionSaved } from './events.js'
import type { FileContext } from './file-context.js'
import { nameOf } from './handler-types.js'
import type { Handlers } from './handlers.js'
import type { Match } from './match.js'
import { NAMED_OPERATIONS, operationNamedIn, type NamedOperation } from './named-operations.js'
import { namesRenewal, wordsOf } from './names.js'
import { isSessionPlace } from './session-places.js'
import { createUnheardFailures } from './unheard-failures.js'

/** Reads where sessions are renewed, destroyed, saved and prolonged: by the library's calls, and by helpers that make them. */
export function readRenewals(
  context: FileContext,
  handlers: Handlers,
  matches: readonly Match[],
): (SessionDestroyed | SessionLifetimeGiven | SessionProlonged | SessionRegenerated | SessionSaved)[] {
  const { bindings, flow, settings, sourceCode } = context
  const failures = createUnheardFailures(context, handlers)
  // A helper has nothing to wait for either.
  const renewsAtOnce = matches.some(({ pattern }) => pattern.framework.session?.renew?.ends === 'at once')
  const behind = createBehindMiddlewares(context, handlers)
  const direct = matches.flatMap((match): (SessionDestroyed | SessionRegenerated)[] => {
    if (match.pattern.emits === 'sessionRegenerated') return [regeneratedBy(match)]
    return match.pattern.emits === 'sessionDestroyed' ? [destroyedBy(match)] : []
  })
  const others = matches.flatMap((match): (SessionLifetimeGiven | SessionProlonged | SessionSaved)[] => {
    if (match.pattern.emits === 'sessionSaved') return [savedBy(match)]
    if (match.pattern.emits === 'sessionLifetimeGiven') return lifetimeGivenBy(match)
    return match.pattern.emits === 'sessionProlonged' ? [prolongedBy(match)] : []
  })
  return [...withMiddlewares([...direct, ...throughHelpers(direct)]), ...others]

  /** A renewal is there for all that runs only behind its middleware, too. */
  function withMiddlewares(events: readonly (SessionDestroyed | SessionRegenerated)[]): (SessionDestroyed | SessionRegenerated)[] {
    const uses = new Map(events.map((event) => [event, event.type === 'sessionRegenerated' ? behind.usesAt(placesOfMiddleware(event)) : []]))
    const all = [...uses.values()].flat()
    if (all.length === 0) return [...events]
    return events.map((event) => {
      const places = (uses.get(event) ?? []).flatMap((use) => behind.placesBehind(use, all))
      return { ...event, completions: new Set([...event.completions, ...places]) }
    })
  }

  function placesOfMiddleware(event: SessionRegenerated): readonly Node[] {
    if (event.isMiddleware) return usesOfMiddleware(event.node)
    const callable = functionsAround(event.node).find((around) => handlers.isHandler(around))
    return callable && goesOnRenewed(callable, event) ? handlers.placesOf(callable) : []
  }

  /** Whether a handler lets the next one run only when it has renewed the session: `regenerate(next)`, `regenerate((err) => next(err))`. */
  function goesOnRenewed(callable: FunctionNode, { completions, node }: SessionRegenerated): boolean {
    const name = handlers.parameterName(callable, 'next')
    const next = name === undefined ? undefined : callable.params.find((parameter) => nameOf(parameter) === name)
    // Where handlers are given `next`, one that does not take it is the last.
    if (!next) return handlers.serverOf(callable)?.server?.parameters.includes('next') !== true && endsRenewed(callable, node, completions)
    const uses = next.type === 'Identifier' ? (bindings.variable(next)?.references ?? []) : []
    return uses.length > 0 && uses.every(({ identifier }) => {
      const call = wrapped(identifier).parent
      // With an error the next handler does not run.
      const isGoingOn = call?.type === 'CallExpression' && call.callee === wrapped(identifier) && call.arguments.length === 0
      return !isGoingOn || flow.alwaysBefore(call, completions)
    })
  }

  /** Whether a hook without `next` has renewed the session when its promise is fulfilled. */
  function endsRenewed(callable: FunctionNode, node: Node, completions: ReadonlySet<Node>): boolean {
    const { body } = callable
    if (body.type !== 'BlockStatement') return unwrap(body.type === 'AwaitExpression' ? body.argument : body) === node
    if (!callable.async || returnedBy(callable, sourceCode.visitorKeys).length > 0) return false
    return [...completions].some((end) => functionAround(end) === callable && statementAround(end)?.parent === body)
  }

  function regeneratedBy(match: Match): SessionRegenerated {
    const done = match.argument(match.pattern.roles.done)
    const completions = completionsOf(match.node, bindings)
    if (match.pattern.framework.session?.renew?.ends === 'at once') completions.add(match.node)
    const isMiddleware = makesRenewingMiddleware(match)
    if (!isMiddleware && !match.handed) completions.add(match.node)
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
    const isAnyCall = destroying.size > 0 || codeHas(NAMED_OPERATIONS, sourceCode)
    const candidates = isAnyCall ? nodesOf(sourceCode, 'CallExpression') : callsNamed(sourceCode, isNamed)
    return candidates.flatMap((call): (SessionDestroyed | SessionRegenerated)[] => {
      if (seen.has(call)) return []
      const helper = bindings.function(call.callee)
      const named = operationNamed(call)
      if (named === 'renew' || (helper ? renewing.has(helper) : saysItRenews(call))) return [regeneratedByHelper(call, framework)]
      const name = lastName(call.callee) ?? ''
      const destroys = named === 'end' || (helper && destroying.has(helper)) || settings.functions.destroy.includes(name)
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

  /** `await callSession(req, 'regenerate')`: a function that is given the session, and the name of what it shall call. */
  function operationNamed(call: TSESTree.CallExpression): NamedOperation | undefined {
    const named = operationNamedIn(call)
    return named && call.arguments.some((argument) => isSessionCarrier(argument)) ? named : undefined
  }

  function isSessionCarrier(argument: Node): boolean {
    const path = bindings.resolve(argument)
    const handed = path && handlers.objectOf(path)
    if (handed?.object !== 'request' && handed?.object !== 'context') return false
    return handed.steps.length === 0 || isSessionPlace(handed.steps)
  }
}
