import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findFiles, relativeName } from '../../lib/audit/find-files.js'
import { createProject } from '../project.js'

const NOTHING = ''

function filesIn(files: Readonly<Record<string, string>>, ...paths: readonly string[]): string[] {
  const { folder } = createProject(files)
  const found = findFiles(paths.length === 0 ? [folder] : paths.map((path) => join(folder, path)), folder)
  return found.files.map((file) => relativeName(found.base, file))
}

test('code is found, and neither declarations nor installed packages', () => {
  const names = ['a.js', 'b/c.mjs', 'b/d.cts', 'b/e.tsx', 'f.jsx']
  const others = ['a.json', 'b/g.d.ts', 'h.d.mts', 'node_modules/x/i.js', 'b/node_modules/x/i.js', '.git/hooks/j.js']
  expect(filesIn(Object.fromEntries([...names, ...others].map((name) => [name, NOTHING])))).toEqual(names)
})

test('what .gitignore names is left out, and what a nearer one brings back is not', () => {
  const files = {
    '.gitignore': 'dist/\n*.gen.js\n/only-here.js\n',
    'a.js': NOTHING,
    'dist/a.js': NOTHING,
    'b/a.gen.js': NOTHING,
    'only-here.js': NOTHING,
    'b/only-here.js': NOTHING,
    'b/.gitignore': '!kept.gen.js\nlocal.js\n',
    'b/kept.gen.js': NOTHING,
    'b/local.js': NOTHING,
  }
  expect(filesIn(files)).toEqual(['a.js', 'b/kept.gen.js', 'b/only-here.js'])
  // The ones above the folder that was asked for count too.
  expect(filesIn(files, 'b')).toEqual(['b/kept.gen.js', 'b/only-here.js'])
})

test('what the reader names is audited though it is ignored', () => {
  const files = { '.gitignore': 'dist/\n', 'dist/a.js': NOTHING, 'dist/b/c.js': NOTHING }
  expect(filesIn(files, 'dist')).toEqual(['dist/a.js', 'dist/b/c.js'])
  expect(filesIn(files, 'dist/a.js')).toEqual(['dist/a.js'])
})

test('links are not followed: neither out of the project nor around in a circle', () => {
  const outside = createProject({ 'secret.js': NOTHING })
  const { folder } = createProject({ 'src/a.js': NOTHING })
  symlinkSync(outside.folder, join(folder, 'src/elsewhere'), 'junction')
  symlinkSync(folder, join(folder, 'src/circle'), 'junction')
  symlinkSync(join(outside.folder, 'secret.js'), join(folder, 'linked.js'))
  const { files, notAudited } = findFiles([folder], folder)
  expect(files).toEqual([join(folder, 'src/a.js')])
  expect(notAudited).toEqual([{ file: 'linked.js', reason: 'link', detail: 'a symbolic link' }])
})

test('a path that is named twice is audited once', () => {
  expect(filesIn({ 'a/b.js': NOTHING }, 'a', 'a/b.js', '.')).toEqual(['a/b.js'])
})

test('names are told from where the command runs, or from what it was given elsewhere', () => {
  const { folder } = createProject({ 'tests/app/a.js': NOTHING, 'tests/app/b/c.js': NOTHING })
  expect(findFiles([join(folder, 'tests/app/b')], folder).base).toBe(folder)
  const elsewhere = createProject({})
  expect(findFiles([join(folder, 'tests/app')], elsewhere.folder).base).toBe(join(folder, 'tests/app'))
  expect(findFiles([join(folder, 'tests/app/a.js'), join(folder, 'tests/app/b')], elsewhere.folder).base).toBe(
    join(folder, 'tests/app'),
  )
})

test('files of other languages are counted', () => {
  const { folder } = createProject({ 'a.js': NOTHING, 'b.vue': NOTHING, 'c/d.vue': NOTHING, 'e.svelte': NOTHING })
  expect(findFiles([folder], folder).otherLanguages).toEqual({ '.svelte': 1, '.vue': 2 })
})
