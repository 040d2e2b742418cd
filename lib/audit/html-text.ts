import { visible } from './visible-text.js'

/** HTML that is safe to be put into a page. Only `html` makes it. */
export interface Markup {
  readonly markup: string
}

type Value = Markup | number | string | readonly Value[]

/** HTML with values in it: texts are escaped, also in attributes, whatever project they come from. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  const markup = parts.map((part, index) => part + textOf(values[index] ?? '')).join('')
  return { markup }
}

/** What was written here, by ourselves, and needs no escapes: a style sheet. */
export function trusted(markup: string): Markup {
  return { markup }
}

/** A message of ours: what stands between backticks is code. */
export function message(text: string): Markup[] {
  return text.split(/`([^`]+)`/).map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))
}

/** A link to a page of ours or of a standard; whatever else a report may carry stays text. */
export function link(text: Value, url: string): Markup {
  return /^https:\/\/|^#[\w-]+$/.test(url) ? html`<a href="${url}">${text}</a>` : html`${text}`
}

function textOf(value: Value): string {
  if (typeof value === 'string') return visible(value).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`)
  if (typeof value === 'number') return String(value)
  return 'markup' in value ? value.markup : value.map(textOf).join('')
}
