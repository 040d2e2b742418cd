// Takes the pictures of the audit's page that the README shows: npm run docs:images
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const pathOf = (path) => fileURLToPath(new URL(path, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'session-security-pictures-'))
const page = join(folder, 'report.html')
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })

try {
  const { status, stderr } = spawnSync(
    process.execPath,
    [pathOf('../../dist/lib/audit/command.js'), '--format', 'html', '--output', page],
    {
      cwd: pathOf('../examples/express-shop'),
      encoding: 'utf8',
    },
  )
  if (status !== 1) throw new Error(stderr)
  await take('audit-light', 'light', '#findings')
  await take('audit-dark', 'dark', '#findings')
} finally {
  await browser.close()
  rmSync(folder, { recursive: true })
}

async function take(name, colorScheme, at) {
  const tab = await browser.newPage({ colorScheme, viewport: { width: 1100, height: 780 } })
  await tab.goto(`${pathToFileURL(page).href}${at}`)
  await tab.screenshot({ path: pathOf(`${name}.png`) })
}
