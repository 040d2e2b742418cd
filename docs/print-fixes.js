/** Prints the page about repairs with its tables in columns, for `npm run prove`. */
import { readFileSync } from 'node:fs'

const page = readFileSync(new URL('fixes.md', import.meta.url), 'utf8')
const text = page.replaceAll(/<!--.*-->\s+/g, '').replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1')

console.log(text.replaceAll(/(?:^\|.*\n?)+/gm, inColumns))

function inColumns(table) {
  const rows = table.trim().split('\n').filter((line) => !line.startsWith('| ---')).map((line) => line.slice(2, -2).split(' | '))
  const widthOf = (column) => Math.max(...rows.map((cells) => cells[column].length))
  return `${rows.map((cells) => cells.map((cell, column) => cell.padEnd(widthOf(column))).join('  ').trimEnd()).join('\n')}\n`
}
