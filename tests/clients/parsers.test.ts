import { join } from 'node:path'
import { ESLint } from 'eslint'
import { afterAll, describe, expect, test } from 'vitest'
import { createLinkedProject } from '../project.js'
import { recipeOn, tools } from './recipes.js'
import { versionOf } from './version-of.js'

const PACKAGES = [
  ...['eslint-plugin-vue', 'vue-eslint-parser', 'eslint-plugin-svelte', 'svelte-eslint-parser', 'eslint-plugin-astro', 'astro-eslint-parser'],
  ...['@eslint/markdown', '@typescript-eslint/parser'],
]

afterAll(() => {
  const used = PACKAGES.map((name) => `${name} ${versionOf(name, join(tools, 'node_modules'))}`)
  console.log(`Parsers: drove eslint ${ESLint.version} with ${used.join(', ')}`)
})

/** A weak file in a project of somebody who has copied the config, what is said of it, and what `--fix` makes of it. */
interface Component {
  readonly path: string
  readonly text: string
  /** Line, column and rule. */
  readonly findings: readonly string[]
  readonly repaired: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly environment?: 'server'
}

describe('in a component of Vue', () => {
  test('the script is read, below a template', async () => {
    await expectRepaired('Vue', {
      path: 'app/pages/login.vue',
      dependencies: { nuxt: '^4.2.0' },
      text: `<template>
  <form @submit.prevent="login(name)">{{ name }}</form>
</template>

<script setup lang="ts">
  import { ref } from 'vue'

  const name = ref<string>('')
  const session = useCookie('session_token', { maxAge: 60 * 60 })

  function login(token: string): void {
    const sessionId: string = Math.random().toString(36).slice(2)
    session.value = sessionId
    localStorage.setItem('access_token', token)
  }
</script>
`,
      findings: ['12:31 no-weak-session-id', '13:5 no-client-side-session-cookie', '14:5 no-token-in-web-storage'],
      repaired: `<template>
  <form @submit.prevent="login(name)">{{ name }}</form>
</template>

<script setup lang="ts">
  import { ref } from 'vue'

  const name = ref<string>('')
  const session = useCookie('session_token', { maxAge: 60 * 60 })

  function login(token: string): void {
    const sessionId: string = Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('')
    session.value = sessionId
    localStorage.setItem('access_token', token)
  }
</script>
`,
    })
  }, 60_000)

  test('an import lands in the script that needs it, with its indentation', async () => {
    await expectRepaired('Vue', {
      path: 'server/Page.vue',
      environment: 'server',
      text: `<script lang="ts">
  import { load } from './load'

  export default { name: 'page', load }
</script>

<script setup lang="ts">
  // The page of one visitor.
  const sessionId = Math.random().toString(36)
</script>

<style>
  p { margin: 0 }
</style>
`,
      findings: ['9:21 no-weak-session-id'],
      repaired: `<script lang="ts">
  import { load } from './load'

  export default { name: 'page', load }
</script>

<script setup lang="ts">
  import { randomBytes } from 'node:crypto'

  // The page of one visitor.
  const sessionId = randomBytes(32).toString('base64url')
</script>

<style>
  p { margin: 0 }
</style>
`,
    })
  }, 60_000)
})

describe('in a component of Svelte', () => {
  test('the script and the expressions of the markup are read', async () => {
    await expectRepaired('Svelte', {
      path: 'src/routes/+page.svelte',
      dependencies: { '@sveltejs/kit': '^2.48.0' },
      text: `<script lang="ts">
  import { page } from '$app/state'

  function login(): void {
    const sessionId: string = Math.random().toString(36).slice(2)
    document.cookie = \`sid=\${sessionId}; path=/\`
  }
</script>

<button onclick={login}>Log in to {page.url.host}</button>
<button onclick={() => localStorage.setItem('access_token', page.data.token)}>Stay</button>
`,
      findings: ['5:31 no-weak-session-id', '6:23 no-client-side-session-cookie', '11:24 no-token-in-web-storage'],
      repaired: `<script lang="ts">
  import { page } from '$app/state'

  function login(): void {
    const sessionId: string = Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('')
    document.cookie = \`sid=\${sessionId}; path=/\`
  }
</script>

<button onclick={login}>Log in to {page.url.host}</button>
<button onclick={() => localStorage.setItem('access_token', page.data.token)}>Stay</button>
`,
    })
  }, 60_000)

  test('an import lands in the script that needs it, with its indentation', async () => {
    await expectRepaired('Svelte', {
      path: 'src/Page.svelte',
      environment: 'server',
      text: `<script module>
  export const prerender = false
</script>

<script>
  import { load } from './load'

  const sessionId = Math.random().toString(36)
</script>

<p>{load(sessionId)}</p>
`,
      findings: ['8:21 no-weak-session-id'],
      repaired: `<script module>
  export const prerender = false
</script>

<script>
  import { load } from './load'
  import { randomBytes } from 'node:crypto'

  const sessionId = randomBytes(32).toString('base64url')
</script>

<p>{load(sessionId)}</p>
`,
    })
  }, 60_000)

  test('a module of the server is read as any other', async () => {
    await expectRepaired('Svelte', {
      path: 'src/routes/+page.server.ts',
      dependencies: { '@sveltejs/kit': '^2.48.0' },
      text: `import type { Actions } from './$types'

export const actions: Actions = {
  default: async ({ cookies }) => {
    cookies.set('sid', crypto.randomUUID(), { path: '/', httpOnly: false, maxAge: 60 * 30 })
  },
}
`,
      findings: ['5:68 require-http-only'],
      repaired: `import type { Actions } from './$types'

export const actions: Actions = {
  default: async ({ cookies }) => {
    cookies.set('sid', crypto.randomUUID(), { path: '/', httpOnly: true, maxAge: 60 * 30 })
  },
}
`,
    })
  }, 60_000)
})

describe('in a page of Astro', () => {
  test('the frontmatter is code of the server, and a script is code of the page', async () => {
    await expectRepaired('Astro', {
      path: 'src/pages/login.astro',
      dependencies: { astro: '^5.16.0' },
      text: `---
  import Layout from '../layouts/Layout.astro'

  if (Astro.request.method === 'POST') {
    const sessionId = Math.random().toString(36).slice(2)
    Astro.cookies.set('session', sessionId, { httpOnly: false, path: '/' })
    return Astro.redirect('/')
  }
---
<Layout title="Log in">
  <form method="post"><button>Log in</button></form>
</Layout>
<script>
  localStorage.setItem('access_token', document.body.dataset.token)
</script>
`,
      findings: ['5:23 no-weak-session-id', '6:19 require-max-age', '6:19 require-same-site', '6:19 require-secure', '6:57 require-http-only', '14:3 no-token-in-web-storage'],
      repaired: `---
  import Layout from '../layouts/Layout.astro'

  if (Astro.request.method === 'POST') {
    const sessionId = Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('')
    Astro.cookies.set('session', sessionId, { sameSite: 'lax', secure: import.meta.env.PROD, httpOnly: true, path: '/', maxAge: 12 * 60 * 60 })
    return Astro.redirect('/')
  }
---
<Layout title="Log in">
  <form method="post"><button>Log in</button></form>
</Layout>
<script>
  localStorage.setItem('access_token', document.body.dataset.token)
</script>
`,
    })
  }, 60_000)

  test('an import lands in the frontmatter, behind the line that opens it', async () => {
    await expectRepaired('Astro', {
      path: 'src/pages/index.astro',
      environment: 'server',
      dependencies: { astro: '^5.16.0', '@astrojs/node': '^9.5.0' },
      text: `---
const sessionId = Math.random().toString(36)
---
<p>{sessionId}</p>
`,
      findings: ['2:19 no-weak-session-id'],
      repaired: `---
import { randomBytes } from 'node:crypto'

const sessionId = randomBytes(32).toString('base64url')
---
<p>{sessionId}</p>
`,
    })
  }, 60_000)
})

test.each([
  { heading: 'Vue', path: 'server/Page.vue', before: '<template><p /></template>\n\n<script>', after: '</script>\n\n<script setup>\n  const count = 1\n</script>\n' },
  { heading: 'Svelte', path: 'src/Page.svelte', before: '<script module>', after: '</script>\n\n<script>\n  const count = 1\n</script>\n\n<p>{count}</p>\n' },
  { heading: 'Astro', path: 'src/pages/index.astro', before: '---', after: '---\n\n<p>Hello</p>\n' },
])('statements that a repair adds stay in the script ($heading)', async ({ after, before, heading, path }) => {
  const around = (...lines: readonly string[]) => `${before}\n${lines.map((line) => (line === '' ? '' : `  ${line}`)).join('\n')}\n${after}`
  const text = around(
    "import jwt from 'jsonwebtoken'",
    '',
    "const user = jwt.verify(request.cookies.session, 'keyboard cat')",
    "const isSame = (req) => req.headers['x-csrf-token'] === req.session.csrfToken",
  )
  expect(await suggested(heading, path, text, 'no-hardcoded-secret')).toBe(
    around(
      "import jwt from 'jsonwebtoken'",
      '',
      'const jwtSecret = process.env.JWT_SECRET',
      "if (!jwtSecret) throw new Error('JWT_SECRET is not set')",
      '',
      'const user = jwt.verify(request.cookies.session, jwtSecret)',
      "const isSame = (req) => req.headers['x-csrf-token'] === req.session.csrfToken",
    ),
  )
  expect(await suggested(heading, path, text, 'no-timing-unsafe-token-compare')).toBe(
    around(
      "import jwt from 'jsonwebtoken'",
      "import { timingSafeEqual } from 'node:crypto'",
      '',
      "const user = jwt.verify(request.cookies.session, 'keyboard cat')",
      "const isSame = (req) => isSameToken(req.headers['x-csrf-token'], req.session.csrfToken)",
      '',
      'function isSameToken(given, expected) {',
      "  if (typeof given !== 'string' || typeof expected !== 'string') return false",
      '  const left = Buffer.from(given)',
      '  const right = Buffer.from(expected)',
      '  return left.length === right.length && timingSafeEqual(left, right)',
      '}',
    ),
  )
}, 60_000)

describe('in Markdown', () => {
  test('blocks of code are read, in lists and quotations as well', async () => {
    await expectRepaired('Markdown', {
      path: 'docs/sessions.md',
      dependencies: { express: '^5.2.1', 'express-session': '^1.19.0' },
      text: `# Sessions

- Make an ID:

  \`\`\`js
  import express from 'express'

  const sessionId = Math.random().toString(36)
  \`\`\`

> Then a session:
>
> \`\`\`ts
> import session from 'express-session'
>
> const middleware: Handler = session({ secret, store, saveUninitialized: false, rolling: true, cookie: { httpOnly: false, secure: 'auto', maxAge: 1800000, sameSite: 'lax' } })
> \`\`\`

<!-- eslint-skip -->

\`\`\`js
const sessionId = Math.random()
\`\`\`
`,
      findings: ['8:21 no-weak-session-id', '16:117 require-http-only'],
      repaired: `# Sessions

- Make an ID:

  \`\`\`js
  import express from 'express'
  import { randomBytes } from 'node:crypto'
  
  const sessionId = randomBytes(32).toString('base64url')
  \`\`\`

> Then a session:
>
> \`\`\`ts
> import session from 'express-session'
>
> const middleware: Handler = session({ secret, store, saveUninitialized: false, rolling: true, cookie: { httpOnly: true, secure: 'auto', maxAge: 1800000, sameSite: 'lax' } })
> \`\`\`

<!-- eslint-skip -->

\`\`\`js
const sessionId = Math.random()
\`\`\`
`,
    })
  }, 60_000)
})

async function expectRepaired(heading: string, { dependencies = {}, environment, findings, path, repaired, text }: Component): Promise<void> {
  const { folder } = createLinkedProject({ ...recipeOn('docs/other-files.md', heading), 'package.json': JSON.stringify({ type: 'module', dependencies }), [path]: text }, tools)
  const overrideConfig = environment ? settingsFor(environment) : null

  const [before] = await new ESLint({ cwd: folder, overrideConfig }).lintFiles([path])
  expect(before?.messages.map(({ column, line, message, ruleId }) => `${line}:${column} ${ruleId?.replace('session-security/', '') ?? message}`)).toEqual(findings)
  const [after] = await new ESLint({ cwd: folder, overrideConfig, fix: true }).lintFiles([path])
  expect(after?.output).toBe(repaired)
}

/** The file after the only suggestion of a rule, where it runs on a server. */
async function suggested(heading: string, path: string, text: string, rule: string): Promise<string> {
  const { folder } = createLinkedProject({ ...recipeOn('docs/other-files.md', heading), 'package.json': JSON.stringify({ type: 'module' }), [path]: text }, tools)
  const overrideConfig = { ...settingsFor('server'), rules: { [`session-security/${rule}`]: 'error' } } as const
  const [result] = await new ESLint({ cwd: folder, overrideConfig }).lintFiles([path])
  const [suggestion, another] = result?.messages.flatMap(({ ruleId, suggestions = [] }) => (ruleId === `session-security/${rule}` ? suggestions : [])) ?? []
  if (!suggestion || another) throw new Error(`There must be one suggestion: ${JSON.stringify(result?.messages)}`)
  return text.slice(0, suggestion.fix.range[0]) + suggestion.fix.text + text.slice(suggestion.fix.range[1])
}

function settingsFor(environment: 'server') {
  return { settings: { 'session-security': { environment } } }
}
