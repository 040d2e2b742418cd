import Ajv from 'ajv'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { ESLint } from 'eslint'
import { marked } from 'marked'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { audit } from '../../lib/audit/audit.js'
import { FORMATS } from '../../lib/audit/read-arguments.js'
import { renderReport } from '../../lib/audit/render-report.js'
import type { Report } from '../../lib/audit/report.js'
import { createProject, root } from '../project.js'
import { HOSTILE_CODE, HOSTILE_FILES } from './hostile.js'
import { NOW, runAudit, textOf, WEAK } from './run-audit.js'

let examples: Report
let hostile: Report

beforeAll(async () => {
  examples = await auditOf(join(root, 'docs/examples'))
  const folder = mkdtempSync(join(tmpdir(), 'session-security-hostile-'))
  for (const [name, text] of Object.entries(hostileFiles())) writeFileSync(join(folder, name), text)
  hostile = await auditOf(folder).finally(() => rmSync(folder, { recursive: true }))
})

describe('JSON', () => {
  const validate = () =>
    addFormats.default(new Ajv.default({ allErrors: true })).compile(JSON.parse(textOf(root, 'docs/audit.schema.json')) as object)

  test('is as its schema says', () => {
    const isValid = validate()
    expect([isValid(JSON.parse(renderReport(examples, 'json'))), isValid.errors]).toEqual([true, null])
  })

  test('is refused by the schema with anything missing or added', () => {
    const isValid = validate()
    const { tool, ...others } = examples
    expect(isValid(others)).toBe(false)
    expect(isValid({ ...others, tool, more: 1 })).toBe(false)
  })

  test('is as its schema says of hostile, broken and suppressed code, too', () => {
    const isValid = validate()
    expect([isValid(JSON.parse(renderReport(hostile, 'json'))), isValid.errors]).toEqual([true, null])
  })
})

describe('SARIF', () => {
  const validate = () =>
    addFormats
      .default(new Ajv2020.default({ allErrors: true, strict: false }))
      .compile(JSON.parse(readFileSync(new URL('sarif-2.1.0.schema.json', import.meta.url), 'utf8')) as object)

  test('is valid by the schema of its standard', () => {
    const isValid = validate()
    expect([isValid(JSON.parse(renderReport(examples, 'sarif'))), isValid.errors]).toEqual([true, null])
    expect([isValid(JSON.parse(renderReport(hostile, 'sarif'))), isValid.errors]).toEqual([true, null])
  })

  test('has rules with their weaknesses and scores, places, fingerprints and repairs', () => {
    const log = JSON.parse(renderReport(examples, 'sarif')) as SarifLog
    const [run] = log.runs
    expect(run?.results).toHaveLength(examples.findings.length)
    for (const { fixes = [], locations, partialFingerprints, ruleId, ruleIndex } of run?.results ?? []) {
      const rule = run?.tool.driver.rules[ruleIndex]
      expect(rule?.id).toBe(ruleId)
      expect(rule?.properties['security-severity']).toMatch(/^\d\.\d$/)
      expect(rule?.properties.tags).toContainEqual(expect.stringMatching(/^external\/cwe\/cwe-\d{3,4}$/))
      expect(partialFingerprints['sessionSecurity/v1']).toMatch(/^[0-9a-f]{16}$/)
      const uri = locations[0]?.physicalLocation.artifactLocation.uri ?? ''
      const text = textOf(join(root, 'docs/examples'), uri)
      for (const fix of fixes) {
        const [replacement] = fix.artifactChanges[0]?.replacements ?? []
        expect(
          (replacement?.deletedRegion.charOffset ?? Infinity) + (replacement?.deletedRegion.charLength ?? 0),
        ).toBeLessThanOrEqual(text.length)
      }
    }
  })
})

describe('a repair in the report', () => {
  test('is what --fix makes of the file', async () => {
    const { folder } = createProject({ 'app.js': WEAK })
    const { stdout } = await runAudit(folder, '--format', 'json', '--output', '-')
    const { findings } = JSON.parse(stdout) as Report
    const edit = findings[0]?.repair?.edit ?? { start: 0, end: 0, text: '' }
    const { default: plugin } = await import('../../lib/index.js')
    const [result] = await new ESLint({
      cwd: folder,
      fix: true,
      overrideConfigFile: true,
      overrideConfig: plugin.configs.recommended,
    }).lintFiles(['app.js'])
    expect(WEAK.slice(0, edit.start) + edit.text + WEAK.slice(edit.end)).toBe(result?.output)
  })
})

describe('hostile projects', () => {
  test.each(FORMATS)('are shown without control characters in %s', (format) => {
    expect(renderReport(hostile, format)).not.toMatch(CONTROL)
  })

  test('are told of on the terminal without control characters', async () => {
    const { folder } = createProject(hostileFiles())
    const { stderr, stdout } = await runAudit(folder)
    expect(stdout).toContain('<script>alert(14)</script>\\u{1b}[31m: ')
    expect(stderr).toContain('Not audited: broken<b>\\u{7}.js')
    expect(stdout + stderr).not.toMatch(CONTROL)
  })

  test('put no element into HTML', () => {
    const page = renderReport(hostile, 'html')
    const tags = [...page.matchAll(/<(\w+)([^<>]*)>/g)]
    const attributes = tags.flatMap(([, , rest = '']) =>
      [...rest.matchAll(/([\w-]+)="([^"]*)"|([^\s=/]+)/g)].map(([, name, , alone]) => name ?? alone),
    )
    expect(page).toContain('&#60;script&#62;alert(1)')
    expect(page.match(/<(?![a-z/!])/g)).toBeNull()
    expect(page).not.toMatch(/href="(?!https:\/\/|#)/)
    expect(tags.map(([, name = '']) => name).filter((name) => !ELEMENTS.has(name))).toEqual([])
    expect(attributes.filter((name = '') => !ATTRIBUTES.has(name))).toEqual([])
  })

  test('put no element and no link into Markdown', async () => {
    const text = renderReport(hostile, 'markdown')
    const page = await marked.parse(text, { gfm: true })
    const elements = new Set([...page.matchAll(/<(\w+)/g)].map(([, name]) => name))
    expect([...elements].sort()).toEqual(
      'a br code del em h1 h2 h3 h4 input li p pre strong table tbody td th thead tr ul'
        .split(' ')
        .filter((name) => elements.has(name)),
    )
    expect([...page.matchAll(/href="([^"]*)"/g)].map(([, url = '']) => url).filter((url) => !LINKED.test(url))).toEqual([])
    expect(text).toContain('\\<script\\>alert(9)')
  })
})

/** What a terminal or an editor would obey. */
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/

const LINKED =
  /^(?:https:\/\/(?:github\.com|owasp\.org|cwe\.mitre\.org|cheatsheetseries\.owasp\.org|pages\.nist\.gov)\/|#finding-\d+$)/

const ELEMENTS = new Set(
  'a article body br code dd del details div dl dt em fieldset figcaption figure form h1 h2 h3 head header html input ins label legend li main mark meta nav option p pre rect section select span strong style summary svg table tbody td text th thead title tr ul'.split(
    ' ',
  ),
)

const ATTRIBUTES = new Set(
  'aria-label aria-labelledby autocomplete charset checked class content for height href http-equiv id lang name role rx scope tabindex type value viewBox width x y'.split(
    ' ',
  ),
)

function hostileFiles(): Readonly<Record<string, string>> {
  const files = HOSTILE_FILES.map((name) => [name, HOSTILE_CODE] as const)
  return {
    ...Object.fromEntries(files),
    'app.js': WEAK,
    'broken<b>\u0007.js': 'const session = {',
    'package.json': JSON.stringify({ name: '<script>alert(14)</script>\u001B[31m' }),
  }
}

function auditOf(folder: string): Promise<Report> {
  return audit({ paths: [folder], cwd: folder, config: 'strict', now: NOW, progress: () => undefined })
}

interface SarifLog {
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly rules: readonly {
          readonly id: string
          readonly properties: { readonly tags: readonly string[]; readonly 'security-severity': string }
        }[]
      }
    }
    readonly results: readonly {
      readonly ruleId: string
      readonly ruleIndex: number
      readonly partialFingerprints: Readonly<Record<string, string>>
      readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }[]
      readonly fixes?: readonly {
        readonly artifactChanges: readonly {
          readonly replacements: readonly {
            readonly deletedRegion: { readonly charOffset: number; readonly charLength: number }
          }[]
        }[]
      }[]
    }[]
  }[]
}
