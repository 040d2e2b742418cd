import { frameworks } from '../frameworks/index.js'
import { stepsIn } from './compile-signature.js'

/** Where sessions hang on what handlers are handed, in any library: `session`, `yar`, `get('session')`. */
const PLACES = [...new Set(frameworks.flatMap(({ session }) => (session?.places ?? [])))].map(stepsIn)

/** The last steps of these places. */
const LAST_STEPS: ReadonlySet<string> = new Set(PLACES.flatMap((place) => place.slice(-1)))

/** Whether the steps behind an object of a handler lead to its session, and to nothing inside it. */
export function isSessionPlace(steps: readonly string[]): boolean {
  return PLACES.some((place) => place.length === steps.length && place.every((step, index) => step === steps[index]))
}

/** Whether a member or a call may be the last step to a session. */
export function mayEndAtSession(step: string | undefined): boolean {
  return step !== undefined && LAST_STEPS.has(step)
}
