/** The package as its users know it; `tests/manifest.test.ts` compares it with package.json. */
export const NAME = 'eslint-plugin-session-security'
export const VERSION = '0.1.0'
export const NAMESPACE = 'session-security'

const REPOSITORY = 'https://github.com/eslint-plugin-session-security/eslint-plugin-session-security'

/** The pages at the tag of this version. */
export const REPOSITORY_PAGES = `${REPOSITORY}/blob/v${VERSION}`

/** The page of a rule, at the tag of this version: what an editor opens describes the rule that is running. */
export function pageOf(rule: string): string {
  return `${REPOSITORY_PAGES}/docs/rules/${rule}.md`
}
