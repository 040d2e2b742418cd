import type { TSESLint } from '@typescript-eslint/utils'
import type { CookieTrusted, CookieWritten } from '../events/events.js'
import { together, type Edit } from './edit.js'
import { setOptions } from './set-options.js'

/**
 * Signs a cookie wherever the file writes it, and reads it from where signed cookies are. Undefined where the file
 * doesn't show all of it: a cookie that is read as a signed one, and was not signed, is not there.
 */
export function signCookie(
  sourceCode: Readonly<TSESLint.SourceCode>,
  { canBeSigned, framework, name, reads }: CookieTrusted,
  written: readonly CookieWritten[],
): Edit | undefined {
  const signed = framework.requestCookies?.signed
  const writes = written.filter((write) => write.name.state === 'known' && write.name.value === name)
  if (!signed || !canBeSigned || writes.length === 0) return undefined
  return together(
    ...writes.map(({ cookie: { place } }) => (place.kind === 'options' ? setOptions(sourceCode, { place, name: signed.option, text: 'true' }) : undefined)),
    ...[...new Set(reads.map(({ jar }) => jar))].map((jar): Edit | undefined => jar?.type === 'Identifier' ? (fixer) => [fixer.replaceText(jar, signed.member)] : undefined),
  )
}
