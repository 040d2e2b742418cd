/** Prints the tables of the page about repairs, with columns, for `npm run prove`. */
import { readFileSync } from 'node:fs'

const page = readFileSync(new URL('fixes.md', import.meta.url), 'utf8')
const lines = page.replaceAll(/<!--.*-->\n+/g, '').replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1').split('\n')
const rows = lines.filter((line) => line.startsWith('| ') && !line.startsWith('| ---')).map(cellsOf)
const widths = rows.reduce((all, cells) => cells.map((cell, column) => Math.max(cell.length, all[column] ?? 0)), [])

for (const line of lines) {
  if (line.startsWith('| ---')) continue
  console.log(line.startsWith('| ') ? cellsOf(line).map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd() : line)
}

function cellsOf(line) {
  return line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, ''))
}
