import type { Node } from './nodes.js'

/**
 * The answer to "what does the source say about this?". Whoever asks must tell *unknown* (a
 * variable, a spread, a call: nobody can say) from *absent* (it is certainly not written).
 */
export type Setting<T> =
  | {
      readonly state: 'known'
      readonly value: T
      /** The expression that says so; the place itself when the library's default says it. */
      readonly node: Node
      readonly from: 'source' | 'default'
    }
  | {
      readonly state: 'unknown'
      /** Values that it has in some runs, as far as the source shows them. */
      readonly possible: readonly T[]
    }
  | { readonly state: 'absent' }

export const ABSENT = { state: 'absent' } as const
export const UNKNOWN = { state: 'unknown', possible: [] } as const

/** The same answer about something derived from the value. */
export function mapSetting<T, U>(setting: Setting<T>, derive: (value: T) => U): Setting<U> {
  switch (setting.state) {
    case 'known':
      return { ...setting, value: derive(setting.value) }
    case 'unknown':
      return { state: 'unknown', possible: setting.possible.map(derive) }
    case 'absent':
      return setting
  }
}

/** The answer, with a library's default where the source says nothing. */
export function withDefault<T>(setting: Setting<T>, value: T | undefined, node: Node): Setting<T> {
  if (setting.state !== 'absent' || value === undefined) return setting
  return { state: 'known', value, node, from: 'default' }
}
