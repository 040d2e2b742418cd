import type { VersionRange } from './signature.js'

/** What a library tells browsers about which other sites may read its answers. */
export interface CorsFacts {
  /** Who may where no origin is given: whoever asks, by name, or everybody by the star. */
  readonly missing: 'reflected' | 'star'
  /**
   * The versions, within all of these bounds, that answer a star beside credentials with the name of whoever asks.
   * The others send the star, which browsers refuse there.
   */
  readonly starIsReflected: readonly VersionRange[] | false
  /** Whether a star in a list stands for everybody; else it is the name of a site. */
  readonly listsTakeStar?: boolean
  /** What the option may be beside a text and a function: `true` for whoever asks, expressions, lists of these. */
  readonly takesMatchers: boolean
  /** What a function is given that decides, and how it answers. */
  readonly decider: {
    readonly given: 'context' | 'origin'
    readonly answers: readonly ('callback' | 'promise' | 'result')[]
  }
}
