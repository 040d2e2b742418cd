import { describe, expect, test } from 'vitest'
import { VERSIONS } from '../../lib/audit/asvs.js'
import { CHECKLIST } from '../../lib/audit/checklist.js'
import { reportOn, SOUND, WEAK } from './run-audit.js'

async function statusesOf(code: string, ...words: readonly string[]): Promise<Record<string, string>> {
  const { coverage } = await reportOn({ 'app.js': code }, ...words)
  return Object.fromEntries(coverage.map(({ id, status }) => [id, status]))
}

describe('a requirement', () => {
  test('is broken where there is a finding about it, and the finding is named', async () => {
    const { coverage, findings } = await reportOn({ 'app.js': WEAK })
    expect(coverage.find(({ id }) => id === 'v5.0.0-3.3.4')).toMatchObject({
      status: 'broken',
      findings: findings.map(({ id }) => id),
    })
  })

  test('has nothing against it where code of its kind was seen and is sound', async () => {
    expect(await statusesOf(SOUND)).toMatchObject({ 'v5.0.0-3.3.4': 'nothing found', 'v4.0.3-3.4.1': 'nothing found' })
  })

  test('is not applicable where no code of its kind was seen', async () => {
    expect(await statusesOf(SOUND)).toMatchObject({ 'v5.0.0-9.1.2': 'not applicable', 'v4.0.3-3.2.1': 'not applicable' })
    const other = await statusesOf(`import express from 'express'\nexpress().get('/', (req, res) => res.cookie('theme', 'dark'))`)
    expect(other).toMatchObject({ 'v5.0.0-3.3.4': 'not applicable' })
  })

  test('is not asked where all its rules are off, until --strict turns them on', async () => {
    const id = 'v5.0.0-7.4.3'
    expect((await statusesOf(SOUND))[id]).toBe('not asked')
    expect((await statusesOf(SOUND, '--strict'))[id]).toBe('nothing found')
  })

  test('is for a person where no rule can tell', async () => {
    expect(await statusesOf(WEAK)).toMatchObject({ 'v5.0.0-7.1.2': 'by hand', 'v4.0.3-3.3.4': 'by hand' })
  })
})

test('the checklist speaks of requirements of the standard', () => {
  const known = new Set<string>(Object.values(VERSIONS).flatMap((requirements) => requirements.map(({ id }) => id)))
  const others = CHECKLIST.flatMap(({ requirements }) => requirements).filter((id) => !known.has(id))
  // Caches are a matter of another chapter.
  expect(others).toEqual(['v5.0.0-14.3.2'])
})
