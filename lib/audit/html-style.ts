import type { Report } from './report.js'
import { SEVERITIES } from './report.js'

const COLORS = {
  light: [
    '--page:#fff',
    '--text:#1c2127',
    '--soft:#5a6270',
    '--line:#d5d9e0',
    '--panel:#f5f6f8',
    '--link:#0b57c2',
    '--critical:#a3123a',
    '--high:#b3460a',
    '--medium:#7a5d00',
    '--low:#3d5a80',
    '--none:#2f6b3a',
    '--marked:#fff1c2',
    '--gone:#fde7e9',
    '--come:#e2f4e5',
  ],
  dark: [
    '--page:#15181d',
    '--text:#e6e9ee',
    '--soft:#a3acba',
    '--line:#3a414c',
    '--panel:#1d2229',
    '--link:#8ab8ff',
    '--critical:#ff8fa8',
    '--high:#ffab78',
    '--medium:#e8c75a',
    '--low:#a9c4ea',
    '--none:#8fd19c',
    '--marked:#4a3d10',
    '--gone:#4a1f26',
    '--come:#1d3f26',
  ],
}

const STYLE = `
:root{color-scheme:light dark;${COLORS.light.join(';')}}
@media (prefers-color-scheme:dark){:root{${COLORS.dark.join(';')}}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:80rem;padding:1rem;background:var(--page);color:var(--text);font:1rem/1.5 system-ui,sans-serif;counter-reset:shown}
h1{font-size:1.7rem;line-height:1.2;overflow-wrap:anywhere}h2{margin-top:2.5rem;border-bottom:1px solid var(--line)}h3{margin-bottom:.3rem}
a{color:var(--link)}a:focus-visible,input:focus-visible,select:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{position:static}
nav ul{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;padding:0;list-style:none}
.conclusion{font-size:1.2rem;font-weight:600}
.soft,dt{color:var(--soft)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dd{margin:0;overflow-wrap:anywhere}
.charts{display:flex;flex-wrap:wrap;gap:1rem 3rem}.charts figure{margin:0;flex:1 1 20rem}svg{width:100%;height:auto;max-width:34rem}svg text{fill:var(--text);font-size:13px}
.fill-critical{fill:var(--critical)}.fill-high{fill:var(--high)}.fill-medium{fill:var(--medium)}.fill-low{fill:var(--low)}.fill-none{fill:var(--none)}.fill-soft{fill:var(--line)}.fill-hand{fill:var(--soft)}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{border:1px solid var(--line);padding:.35rem .5rem;text-align:left;vertical-align:top}th{background:var(--panel)}
code{font:.9em/1.45 ui-monospace,monospace;overflow-wrap:anywhere}
pre{margin:.4rem 0;padding:.5rem 0;overflow-x:auto;background:var(--panel);border:1px solid var(--line);border-radius:.3rem}
pre code{display:block;width:max-content;min-width:100%;overflow-wrap:normal}
.line{display:block;padding:0 .7rem;white-space:pre;text-decoration:none}.number{display:inline-block;min-width:3.2em;padding-right:1em;text-align:right;color:var(--soft);user-select:none}
.marked{background:var(--marked)}mark{background:none;color:inherit;text-decoration:underline wavy var(--critical)}
del.line{background:var(--gone)}ins.line{background:var(--come)}
.finding{margin:1rem 0;padding:.2rem 1rem 1rem;border:1px solid var(--line);border-left:.4rem solid var(--line);border-radius:.3rem;counter-increment:shown;content-visibility:auto;contain-intrinsic-size:auto 32rem}
.finding h3{font-size:1.05rem}.finding:target{outline:3px solid var(--link)}
.severity{font-weight:700;text-transform:uppercase;font-size:.8rem}
${SEVERITIES.map((severity) => `.finding.${severity}{border-left-color:var(--${severity})}.severity.${severity}{color:var(--${severity})}`).join('\n')}
.broken{color:var(--critical);font-weight:600}
.filters{display:flex;flex-wrap:wrap;gap:.6rem 1.5rem;padding:.8rem 1rem;background:var(--panel);border:1px solid var(--line);border-radius:.3rem}.filters fieldset{border:0;margin:0;padding:0}.filters legend{float:left;margin-right:.8rem}.filters label{margin-right:.8rem}.filters select{max-width:22rem}
.shown::after{content:counter(shown)}
@media (max-width:40rem){body{padding:.6rem}dl{grid-template-columns:1fr}.finding{padding:.2rem .6rem .6rem}}
@media print{:root{${COLORS.light.join(';')}}.filters,.skip,nav,.shown-line{display:none}body{max-width:none;font-size:10pt}pre code{white-space:pre-wrap;width:auto}.line{white-space:pre-wrap}.wide{overflow:visible}table{font-size:8pt}.finding,tr{break-inside:avoid}.finding{content-visibility:visible}a{color:inherit}details::details-content{content-visibility:visible;height:auto}}
`

/** The style of the page, and the filters: a box that is not ticked hides its findings, without any script. */
export function styleOf({ findings }: Report, rules: readonly string[], files: readonly string[]): string {
  if (findings.length === 0) return STYLE
  return [
    STYLE,
    ...SEVERITIES.map((severity) => `.filters:has(#show-${severity}:not(:checked))~.finding.${severity}{display:none}`),
    ...rules.map((_, index) => `.filters:has(#by-rule option[value="r${index}"]:checked)~.finding:not(.r${index}){display:none}`),
    ...files.map((_, index) => `.filters:has(#by-file option[value="f${index}"]:checked)~.finding:not(.f${index}){display:none}`),
    '',
  ].join('\n')
}
