import { describe, expect, test } from 'vitest'
import { readArguments } from '../../lib/audit/read-arguments.js'
import { NAME } from '../../lib/package.js'
import { fencesOf, pageAt } from '../pages.js'
import { recipeOf } from './workspace.js'

const page = pageAt('docs/ci.md')
const shown = fencesOf(page)

/** Fences that name the file they show: ```` ```json turbo.json ````. */
const files = shown.flatMap(({ code, info }) => {
  const [, path] = info.split(' ')
  return path === undefined ? [] : [{ path, code }]
})

describe('the page about CI', () => {
  test.each(files)('shows $path as the test of the workspace has it', ({ code, path }) => {
    expect(code).toBe(recipeOf(path))
  })

  test('shows the configs and the tasks of the workspace', () => {
    expect(files.map(({ path }) => path)).toEqual(['eslint.config.js', 'packages/cart/eslint.config.js', 'packages/cart/package.json', 'turbo.json'])
  })

  test('shows commands that there are', () => {
    const commands = shown.flatMap(({ code }) => [...code.matchAll(new RegExp(`${NAME} (.*?)"?,?$`, 'gm'))].flatMap((match) => (match[1]?.includes('--') ? [match[1]] : [])))
    expect(commands.length).toBeGreaterThan(5)
    for (const command of commands) expect(() => readArguments(command.split(' '))).not.toThrow()
  })
})
