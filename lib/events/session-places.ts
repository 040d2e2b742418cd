import { isCallStep, startsWithSteps, type Path } from '../ast/paths.js'
import type { Meaning, SessionFacts } from '../frameworks/framework.js'
import { frameworks } from '../frameworks/index.js'
import { stepsIn } from './compile-signature.js'
import type { FileContext } from './file-context.js'
import { stepsBehindExport } from './library-exports.js'

type Carrier = Meaning & { readonly kind: 'object' }

const CARRIERS: ReadonlyMap<SessionFacts, Carrier> = new Map(
  frameworks.flatMap(({ session }) => {
    const carrier = session && [session.of].flat().find((meaning) => meaning.kind === 'object')
    return session && carrier ? [[session, carrier] as const] : []
  }),
)

/** Where sessions hang on what handlers are handed, in any library: `session`, `yar`, `get('session')`. */
const PLACES = placesOf(() => true)

/** Libraries whose calls give sessions, with the steps behind these calls. */
const GIVERS = frameworks.flatMap((framework) =>
  framework.session && !carrierOf(framework.session)
    ? [{ framework, of: [framework.session.of].flat(), places: framework.session.places.length > 0 ? framework.session.places.map(stepsIn) : [[]] }]
    : [],
)

/** Where a path to such a session starts: the modules, and the exports that some files need no import for. */
const STARTS: ReadonlySet<string> = new Set(
  GIVERS.flatMap(({ of }) => of.flatMap((meaning) => (meaning.kind === 'export' ? [meaning.module, ...meaning.steps.slice(0, 1)] : []))),
)

const WHOLE_PLACES = setOf(PLACES)

/** Those whose sessions have their ID as a member. */
const PLACES_WITH_IDS = setOf(placesOf(({ hidesId }) => hidesId !== true))

/** The last steps of these places. */
const LAST_STEPS: ReadonlySet<string | undefined> = new Set(PLACES.flatMap((place) => place.slice(-1)))

/** Whether the steps behind an object of a handler lead to its session, and to nothing inside it. */
export function isSessionPlace(steps: readonly string[]): boolean {
  return WHOLE_PLACES.has(steps.join('\n'))
}

/** Whether what is there may have its ID as a member. */
export function isPlaceWithId(steps: readonly string[]): boolean {
  return PLACES_WITH_IDS.has(steps.join('\n'))
}

function placesOf(isMeant: (session: SessionFacts) => boolean): readonly (readonly string[])[] {
  return [...new Set(frameworks.flatMap(({ session }) => (session && carrierOf(session) && isMeant(session) ? session.places : [])))].map(stepsIn)
}

function setOf(places: readonly (readonly string[])[]): ReadonlySet<string> {
  return new Set(places.map((place) => place.join('\n')))
}

/** The names of the members that sessions are: `session`, `yar`. */
export const SESSION_NAMES: readonly string[] = [...new Set(PLACES.flatMap((place) => place.slice(-1)))].filter((step) => !isCallStep(step))

/** What is called for the last step, where that is a call: `get` of `get('session')`. */
const CALLED: ReadonlySet<string> = new Set(PLACES.flatMap((place) => (isCallStep(place.at(-1)) ? place.slice(-2, -1) : [])))

/** Whether a call of this name may give a session. */
export function mayGiveSession(name: string): boolean {
  return CALLED.has(name)
}

/** Whether a member or a call may be the last step to a session. */
export function mayEndAtSession(step: string | undefined): boolean {
  return LAST_STEPS.has(step)
}

/** The object of a handler that the sessions of a library hang on; nothing where its calls give them. */
export function carrierOf(session: SessionFacts): Carrier | undefined {
  return CARRIERS.get(session)
}

/** Whether a path leads to a session that a call gives, and to nothing inside it: `await storage.getSession(header)`. */
export function isGivenSession(context: FileContext, path: Path): boolean {
  return sessionGiven(context, path) !== undefined
}

/** What is known of the sessions of the library whose call gives one. */
export function sessionGiven(context: FileContext, path: Path): SessionFacts | undefined {
  const { root } = path
  if ((root.kind !== 'module' && root.kind !== 'global') || !STARTS.has(root.name)) return undefined
  const giver = GIVERS.find(({ framework, of, places }) =>
    of.some((meaning) => {
      const steps = stepsBehindExport(context, framework, path, meaning)
      return steps !== undefined && places.some((place) => place.length === steps.length && startsWithSteps(steps, place))
    }),
  )
  return giver?.framework.session
}
