interface OptionsTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The options of a rule as a table, from the descriptions in its schema; nothing for a rule without. */
export function optionsTable(schema: unknown, defaultOptions: unknown): OptionsTable | undefined {
  const properties = recordAt(recordAt(schema, 0), 'properties')
  const defaults = recordAt(defaultOptions, 0)
  const rows = Object.entries(properties).map(([name, property]) => [
    `\`${name}\``,
    typeOf(property),
    name in defaults ? `\`${JSON.stringify(defaults[name])}\`` : 'none',
    textAt(property, 'description'),
  ])
  return rows.length === 0 ? undefined : { head: ['option', 'type', 'default', 'meaning'], rows }
}

function typeOf(property: unknown): string {
  const { enum: choices, items, maximum, minimum } = recordOf(property)
  if (Array.isArray(choices)) return choices.map((choice) => `\`${JSON.stringify(choice)}\``).join(' or ')
  const type = textAt(property, 'type')
  if (type === 'array') return `list of ${typeOf(items)}`
  const least = minimum === undefined ? [] : [`at least ${String(minimum)}`]
  const most = maximum === undefined ? [] : [`at most ${String(maximum)}`]
  return [type, ...least, ...most].join(', ')
}

function textAt(value: unknown, key: string): string {
  return String(recordOf(value)[key] ?? '')
}

function recordAt(value: unknown, key: number | string): Readonly<Record<string, unknown>> {
  return recordOf(recordOf(value)[key])
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
