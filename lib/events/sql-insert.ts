import { propertyName } from '../ast/bindings.js'
import { unwrap, type Node } from '../ast/nodes.js'

/** A row that a statement adds, as far as its values are given apart. */
export interface Inserted {
  readonly table: string
  readonly columns: readonly { readonly name: string; readonly value: Node }[]
}

const INTO = /^\s*(?:insert(?:\s+or\s+\w+)?|replace)\s+into\s+(?:[\w"`[\]]+\.)?["`[]?(\w+)["`\]]?\s*/
const INSERT = new RegExp(`${INTO.source}\\(([^()]+)\\)\\s*values\\s*\\(([^;]*)\\)`, 'i')
const INSERT_SET = new RegExp(`${INTO.source}set\\s+([^;]*)`, 'i')

/**
 * Reads `INSERT INTO sessions (id, user_id) VALUES ($1, $2)` with its values: a list, single ones, or named ones. The
 * same with `SET id = ?, user_id = ?`, and with `SET ?` for an object.
 */
export function insertedBy(statement: string, given: readonly Node[]): Inserted | undefined {
  return insertedByValues(statement, given) ?? insertedBySet(statement, given)
}

function insertedByValues(statement: string, given: readonly Node[]): Inserted | undefined {
  const [, table, names, placeholders] = INSERT.exec(statement) ?? []
  if (table === undefined || names === undefined || placeholders === undefined) return undefined
  const columns = partsOf(names).map((name) => name.replace(/["`[\]]/g, ''))
  // `$1::uuid` is a value with its type.
  const places = partsOf(placeholders).map((place) => (place.split('::')[0] ?? '').trim())
  const valueOf = valuesOf(given)
  return {
    table,
    columns: columns.flatMap((name, index) => {
      const value = valueOf(places[index] ?? '', places.slice(0, index).filter((place) => place === '?').length)
      return value ? [{ name, value }] : []
    }),
  }
}

/** The way of MySQL. */
function insertedBySet(statement: string, given: readonly Node[]): Inserted | undefined {
  const [, table, assignments] = INSERT_SET.exec(statement) ?? []
  if (table === undefined || assignments === undefined) return undefined
  const pairs = partsOf(assignments).map((part) => part.split('=').map((side) => side.trim()))
  if (pairs.length === 1 && pairs[0]?.[0] === '?') return { table, columns: propertiesOf(given[0]) }
  return insertedByValues(`INSERT INTO ${table} (${pairs.map(([name = '']) => name).join()}) VALUES (${pairs.map(([, place = '']) => place).join()})`, given)
}

/** `{ id, user_id }`, alone or in the list of values. */
function propertiesOf(given: Node | undefined): Inserted['columns'] {
  const row = given && unwrap(given)
  if (row?.type === 'ArrayExpression') return propertiesOf(row.elements[0] ?? undefined)
  if (row?.type !== 'ObjectExpression') return []
  return row.properties.flatMap((property) => {
    const name = property.type === 'Property' ? propertyName(property) : undefined
    return property.type === 'Property' && name !== undefined ? [{ name, value: property.value }] : []
  })
}

/** The parts between the commas, but not those inside parentheses: `now()`, `datetime('now', '+1 day')`. */
function partsOf(list: string): string[] {
  const flat = list.replace(/\([^()]*\)/g, (inner) => inner.replaceAll(',', ' '))
  return flat.split(',').map((part) => part.trim())
}

/** The value of a placeholder: `$2`, `?2`, `?`, `:id`, `@id`. */
function valuesOf([first, ...others]: readonly Node[]): (place: string, position: number) => Node | undefined {
  const list = first && unwrap(first)
  const elements: readonly (Node | null)[] = list?.type === 'ArrayExpression' ? list.elements : [first ?? null, ...others]
  const properties = list?.type === 'ObjectExpression' ? list.properties : []
  return (place, position) => {
    if (place === '?') return elements[position] ?? undefined
    const [, number, name] = /^(?:[$?](\d+)|[:@$](\w+))$/.exec(place) ?? []
    if (number !== undefined) return elements[Number(number) - 1] ?? undefined
    return properties.flatMap((property) => (property.type === 'Property' && name !== undefined && propertyName(property) === name ? [property.value] : []))[0]
  }
}
