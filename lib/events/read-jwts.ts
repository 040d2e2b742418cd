import type { TSESTree } from '@typescript-eslint/utils'
import { callsOfResult } from '../ast/calls-of-result.js'
import { unwrap, type Node } from '../ast/nodes.js'
import { ABSENT, UNKNOWN, withDefault, type Setting } from '../ast/setting.js'
import type { Framework } from '../frameworks/framework.js'
import type { JwtDecoded, JwtSigned, JwtVerified, OptionsPlace } from './events.js'
import type { FileContext } from './file-context.js'
import { isKey } from './key-names.js'
import type { Match } from './match.js'
import { algorithmsIn } from './token-algorithms.js'
import { stepsOfBuilder } from './token-builders.js'
import { createTokenLifetimes } from './token-lifetime.js'
import { readPartsOfTokens } from './token-parts.js'

export type JwtEvent = JwtDecoded | JwtSigned | JwtVerified

/** Reads where a file makes, verifies and decodes tokens. */
export function readJwts(context: FileContext, matches: readonly Match[]): JwtEvent[] {
  const { bindings } = context
  const lifetimes = createTokenLifetimes(context)
  const defaults = matches.filter(({ pattern }) => pattern.emits === 'jwtDefaultsSet')
  const events = matches.flatMap((match): JwtEvent[] => {
    switch (match.pattern.emits) {
      case 'jwtSigned':
        return readSigned(match)
      case 'jwtSignerMade':
        return [readSigner(match)]
      case 'jwtBuilt':
        return readBuilt(match)
      case 'jwtVerified':
        return [readVerified(match, tokensOf(match))]
      case 'jwtVerifierMade':
        return [readVerified(match, callsOf(match)?.flatMap(firstArgument))]
      case 'jwtDefaultsSet':
        return match.pattern.roles.verifying === undefined ? [] : [readVerified(match, undefined)]
      case 'jwtDecoded':
        return isCall(match.node) ? [readDecoded(match, match.node, match.argument(match.pattern.roles.token))] : []
      case 'jwtDecoderMade':
        return (callsOf(match) ?? []).map((call) => readDecoded(match, call, call.arguments[0]))
      default:
        return []
    }
  })
  const ends = new Set(events.map((event) => (event.type === 'jwtSigned' && event.lifetime.state === 'ends' ? event.lifetime.node : undefined)))
  return [...events, ...defaults.flatMap(readSignedElsewhere), ...readPartsOfTokens(context)]

  function readSigned(match: Match): JwtSigned[] {
    const payload = match.argument(match.pattern.roles.payload)
    if (!payload) return []
    const { facts, places } = settingsOf(match, 'signing')
    const expiry = facts?.expiry
    const place = places.findLast(({ options }) => options.literal !== undefined) ?? places[0]
    return [
      {
        ...baseOf(match),
        type: 'jwtSigned',
        made: [match.node],
        payloads: [payload],
        ...algorithmOf(match),
        lifetime: lifetimes.earliest(expiry && lifetimes.ofOption(settingIn(match, 'signing', expiry.option), expiry), [payload]),
        expiry: expiry && place ? { kind: 'option', place, facts: expiry } : { kind: 'payload', place: match.options(match.pattern.roles.payload) },
      },
    ]
  }

  /** A function that signs: what it is given each time may have an end, where the options say none. */
  function readSigner(match: Match): JwtSigned {
    const signings = callsOf(match)
    const payloads = signings?.flatMap(firstArgument)
    const expiry = match.pattern.framework.jwt?.expiry
    const option = expiry && { place: match.options(match.pattern.roles.options), facts: expiry }
    return {
      ...baseOf(match),
      type: 'jwtSigned',
      made: signings ?? [],
      payloads: payloads ?? [],
      ...algorithmOf(match),
      lifetime: lifetimes.earliest(option && lifetimes.ofOption(settingIn(match, 'signing', option.facts.option), option.facts), payloads?.length === 0 ? undefined : payloads),
      expiry: option && { kind: 'option', ...option },
    }
  }

  /** What gives all tokens an end where the library is set up; a signing in this file has it already. */
  function readSignedElsewhere(match: Match): JwtSigned[] {
    const { expiry } = match.pattern.framework.jwt ?? {}
    const { name, signing } = match.pattern.roles
    if (!expiry || signing === undefined) return []
    const place = match.options(signing)
    const lifetime = lifetimes.ofOption(place.options.get(expiry.option), expiry)
    if (lifetime.state !== 'ends' || ends.has(lifetime.node)) return []
    const called = match.text(name)
    return [
      {
        ...baseOf(match),
        type: 'jwtSigned',
        signer: called.state === 'known' ? called.value : undefined,
        made: [],
        payloads: [],
        ...algorithmOf(match),
        lifetime,
        expiry: { kind: 'option', place, facts: expiry },
      },
    ]
  }

  function readBuilt(match: Match): JwtSigned[] {
    const builder = match.pattern.framework.jwt?.builder
    const steps = builder && stepsOfBuilder(match.node, bindings, Object.keys(builder.ends))
    if (!builder || !steps) return []
    const [last] = steps.flatMap(({ name, ...step }) => {
      const protection = builder.ends[name]
      return protection ? [{ ...step, protection }] : []
    })
    if (!last) return []
    const payload = match.argument(match.pattern.roles.payload)
    const expiry = steps.find(({ name }) => name === builder.expires)
    return [
      {
        ...baseOf(match),
        type: 'jwtSigned',
        made: [last.call],
        payloads: payload ? [payload] : [],
        secret: last.call.arguments[0],
        protection: last.protection,
        algorithm: algorithmInHeader(steps.find(({ name }) => name === builder.header)?.call),
        lifetime: expiry ? lifetimes.ofMoment(expiry.call.arguments[0]) : lifetimes.earliest(undefined, payload ? [payload] : []),
        expiry: { kind: 'step', name: builder.expires, last: last.member },
      },
    ]
  }

  function readVerified(match: Match, tokens: readonly Node[] | undefined): JwtVerified {
    const { facts, places } = settingsOf(match, 'verifying')
    const place = places.at(-1) ?? match.options(undefined)
    const { algorithms, ignoringExpiry, oldest } = facts ?? {}
    const at = places.find(({ options: own }) => ignoringExpiry && own.get(ignoringExpiry.option).state !== 'absent')
    const ignoring = at && ignoringExpiry ? at.options.get(ignoringExpiry.option) : ABSENT
    const isIgnoring = ignoring.state === 'known' && ignoring.value === ignoringExpiry?.value
    return {
      ...baseOf(match),
      type: 'jwtVerified',
      isForLater: match.pattern.emits === 'jwtDefaultsSet',
      tokens,
      options: place,
      algorithms: isCall(match.node) ? algorithmsIn(context, places, algorithms, mayBeElsewhere(match, algorithms?.missing)) : { state: 'unknown' },
      ignoringExpiry: at && ignoringExpiry && isIgnoring ? { place: at, option: ignoringExpiry.option, node: ignoring.node } : undefined,
      limitsAge: places.some(({ options }) => options.names.seen.some((name) => name === oldest)),
    }
  }

  /** What a plugin has for all of its verifications is asked for where it is registered. */
  function mayBeElsewhere({ pattern }: Match, missing: string | undefined): boolean {
    return missing !== 'by key' || (hasDefaults(pattern.framework, 'verifying') && pattern.emits !== 'jwtDefaultsSet')
  }

  function readDecoded(match: Match, read: Node, token: Node | undefined): JwtDecoded {
    const { certainty, pattern } = match
    const { options, secret, turnedOffBy } = pattern.roles
    const given = match.argument(typeof secret === 'string' ? secret : options)
    return {
      type: 'jwtDecoded',
      node: calleeOf(read),
      framework: pattern.framework,
      certainty,
      read,
      token,
      secret: given && isKey(given, context) ? given : undefined,
      turnedOffBy: match.argument(turnedOffBy),
    }
  }

  function baseOf({ argument, certainty, node, pattern }: Match) {
    const [secret] = [pattern.roles.secret ?? []].flat().flatMap((place) => argument(place) ?? [])
    return { node: calleeOf(node), framework: pattern.framework, certainty, secret }
  }

  /** What a token is signed with: as the options say, or else the library's default. */
  function algorithmOf(match: Match): Pick<JwtSigned, 'algorithm' | 'protection'> {
    const facts = match.pattern.framework.jwt?.algorithm
    const algorithm = withDefault(settingIn(match, 'signing', facts?.option), facts?.default, match.node)
    return { algorithm, protection: algorithm.state === 'known' && algorithm.value === 'none' ? 'none' : 'signed' }
  }

  /** The options that say something here, the nearest first. */
  function settingsOf(match: Match, kind: 'signing' | 'verifying') {
    const { framework, roles } = match.pattern
    const written = [roles.options, roles[kind]].filter((role) => role !== undefined)
    return { facts: framework.jwt, places: written.map((role): OptionsPlace => match.options(role)) }
  }

  /** What the options say, and else what is said for all: in this file by one plugin, or nobody knows where. */
  function settingIn(match: Match, kind: 'signing' | 'verifying', name: string | undefined): Setting<unknown> {
    if (name === undefined) return ABSENT
    const own = settingsOf(match, kind).places.map(({ options: written }) => written.get(name)).find(({ state }) => state !== 'absent')
    if (own || match.pattern.emits === 'jwtDefaultsSet' || !hasDefaults(match.pattern.framework, kind)) return own ?? ABSENT
    const [only, another] = defaults.filter(({ pattern }) => pattern.framework === match.pattern.framework)
    const role = only && !another ? only.pattern.roles[kind] : undefined
    return only && role !== undefined ? only.options(role).options.get(name) : UNKNOWN
  }

  function tokensOf(match: Match): readonly Node[] | undefined {
    const token = isCall(match.node) ? match.argument(match.pattern.roles.token) : undefined
    return token && [token]
  }

  function callsOf({ node }: Match): readonly TSESTree.CallExpression[] | undefined {
    return node.type === 'CallExpression' ? callsOfResult(node, bindings) : undefined
  }

  /** What a step says that takes a header: `.setProtectedHeader({ alg: 'HS256' })`. */
  function algorithmInHeader(step: TSESTree.CallExpression | undefined): Setting<unknown> {
    return step ? context.options.read(step.arguments[0]).get('alg') : UNKNOWN
  }
}

/** Whether one place says something for all signings, or verifications. */
function hasDefaults({ signatures }: Framework, kind: 'signing' | 'verifying'): boolean {
  return signatures.some(({ roles }) => roles.emits === 'jwtDefaultsSet' && roles[kind] !== undefined)
}

function firstArgument({ arguments: [first] }: TSESTree.CallExpression): Node[] {
  return first ? [first] : []
}

/** A method that is handed over is called with what nobody sees: `promisify(jwt.verify)`. */
function isCall({ type }: Node): boolean {
  return type === 'CallExpression' || type === 'NewExpression'
}

/** `sign` of `jwt.sign(…)`: the part of a use that says what it does. */
function calleeOf(node: Node): Node {
  const callee = node.type === 'CallExpression' || node.type === 'NewExpression' ? unwrap(node.callee) : node
  return callee.type === 'MemberExpression' ? callee.property : callee
}
