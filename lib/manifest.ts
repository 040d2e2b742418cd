import type { Linter } from 'eslint'
import type { SessionRule } from './define-rule.js'

/** What the manifest says about a rule. Ids are cited as their publishers ask: `v5.0.0-3.3.4` is ASVS. */
export interface ManifestRow {
  readonly rule: SessionRule
  /** How bad the flaw is. */
  readonly severity: 'critical' | 'high' | 'low' | 'medium'
  /** The level in `recommended`. */
  readonly recommended: Linter.RuleSeverity
  /** The level in `strict`, perhaps with options. */
  readonly strict: Linter.RuleSeverity | readonly [Linter.RuleSeverity, object]
  /** `off` where the rule has no place in test files. */
  readonly tests?: 'off'
  /** https://cwe.mitre.org: the weakness first, then related ones. */
  readonly cwe: readonly [number, ...number[]]
  /** https://owasp.org/www-project-application-security-verification-standard/ */
  readonly asvs: readonly string[]
  /** https://owasp.org/Top10/: the category in 2021 and in 2025. */
  readonly top10: readonly [`A${string}:2021` | null, `A${string}:2025` | null]
  /** Section of the OWASP Session Management Cheat Sheet. */
  readonly cheatSheet?: string
  /** Sections of NIST SP 800-63B, revisions 3 and 4. */
  readonly nist?: readonly [string | null, string | null]
  /** Tests of the OWASP Web Security Testing Guide. */
  readonly wstg: readonly string[]
}

export type Manifest = Readonly<Record<string, ManifestRow>>

export function defineManifest<const M extends Manifest>(manifest: M): M {
  return manifest
}
