import { visible, visibleLine } from './visible-text.js'

/** Text that stays text: nothing in it becomes a link, an element, a table's border or anything else. */
export function plain(text: string): string {
  return (
    visibleLine(text)
      .replace(/[\\`*_{}[\]<>#|~!$&@^+]/g, '\\$&')
      // What looks like an address would become a link.
      .replace(/\bwww\.|:(?=\/\/)/gi, (text) => `${text.slice(0, -1)}\\${text.slice(-1)}`)
  )
}

/** Code in a line, also in a table: with more backticks around it than there are in it. */
export function code(text: string): string {
  const shown = visibleLine(text)
  if (shown.trim() === '') return '(empty)'
  const fence = fenceFor(shown, 1)
  const padding = shown.startsWith('`') || shown.endsWith('`') ? ' ' : ''
  return `${fence}${padding}${shown.replaceAll('|', '\\|')}${padding}${fence}`
}

/** A message of the linter: what stands between backticks is code. */
export function message(text: string): string {
  return text
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? code(part) : plain(part)))
    .join('')
}

/** A block of code, which nothing in it can end. */
export function block(language: string, lines: readonly string[]): string {
  const shown = lines.map(visible)
  const fence = fenceFor(shown.join('\n'), 3)
  return `${fence}${language}\n${shown.join('\n')}\n${fence}`
}

export function link(text: string, url: string): string {
  return `[${text}](${url})`
}

/** A table; its cells are Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function fenceFor(text: string, least: number): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  return '`'.repeat(Math.max(least, longest + 1))
}
