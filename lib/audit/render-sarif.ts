import type { Finding, Report, RuleFacts, Severity, Suppressed } from './report.js'

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/** What GitHub's code scanning makes its own levels of. */
const SCORES: Readonly<Record<Severity, string>> = { critical: '9.5', high: '8.0', medium: '5.5', low: '3.0' }

/** The findings as the Static Analysis Results Interchange Format 2.1.0, for what collects them. */
export function renderSarif(report: Report): object {
  const { created, files, findings, rules, suppressed, tool } = report
  const names = [...new Set([...Object.keys(rules), ...suppressed.map(({ rule }) => rule)])]
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            semanticVersion: tool.version,
            version: tool.version,
            informationUri: `https://www.npmjs.com/package/${tool.name}`,
            rules: names.map((name) => ruleOf(name, rules[name])),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: true,
            endTimeUtc: created,
            toolExecutionNotifications: files.notAudited.map(({ detail, file, reason }) => ({
              level: reason === 'link' || reason === 'minified' || reason === 'ignored' ? 'note' : 'warning',
              message: { text: `Not audited: ${detail}.` },
              locations: [{ physicalLocation: { artifactLocation: artifactAt(file) } }],
            })),
          },
        ],
        results: [
          ...findings.map((finding) => resultOf(finding, names.indexOf(finding.rule))),
          ...suppressed.map((finding) => suppressedOf(finding, names.indexOf(finding.rule))),
        ],
      },
    ],
  }
}

function ruleOf(name: string, facts: RuleFacts | undefined): object {
  if (!facts) return { id: name }
  const { cwe, description, page, severity, why } = facts
  return {
    id: name,
    name,
    shortDescription: { text: description },
    fullDescription: { text: why === '' ? description : why },
    helpUri: page,
    help: { text: `${why}\n\n${page}`, markdown: `${why}\n\n[The page of the rule](${page})` },
    properties: {
      tags: ['security', ...cwe.map((id) => `external/cwe/cwe-${String(id).padStart(3, '0')}`)],
      'security-severity': SCORES[severity],
      precision: 'high',
    },
  }
}

function resultOf(finding: Finding, ruleIndex: number): object {
  const { column, endColumn, endLine, file, id, level, line, message, repair, rule, snippet } = finding
  const lastLine = snippet.start + snippet.lines.length - 1
  const region = { startLine: line, startColumn: column, endLine, endColumn }
  return {
    ruleId: rule,
    ruleIndex,
    level,
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifactAt(file),
          region,
          // Of a finding that is very long only the beginning is shown, which would be no context of it.
          ...(lastLine >= endLine && {
            contextRegion: { startLine: snippet.start, endLine: lastLine, snippet: { text: snippet.lines.join('\n') } },
          }),
        },
      },
    ],
    partialFingerprints: { 'sessionSecurity/v1': id },
    ...(repair && {
      fixes: [
        {
          description: { text: repair.title },
          artifactChanges: [
            {
              artifactLocation: artifactAt(file),
              replacements: [
                {
                  deletedRegion: { charOffset: repair.edit.start, charLength: repair.edit.end - repair.edit.start },
                  insertedContent: { text: repair.edit.text },
                },
              ],
            },
          ],
        },
      ],
    }),
  }
}

function suppressedOf({ column, file, justification, line, message, rule }: Suppressed, ruleIndex: number): object {
  return {
    ruleId: rule,
    ruleIndex,
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: artifactAt(file), region: { startLine: line, startColumn: column } } }],
    suppressions: [{ kind: 'inSource', ...(justification !== '' && { justification }) }],
  }
}

/** The name of a file as a URL below the root of what was audited. */
function artifactAt(file: string): object {
  return { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' }
}
