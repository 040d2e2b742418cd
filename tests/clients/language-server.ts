import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** https://microsoft.github.io/language-server-protocol: lines and characters count from zero. */
export interface Position {
  readonly line: number
  readonly character: number
}

export interface Range {
  readonly start: Position
  readonly end: Position
}

/** A squiggle. */
export interface Diagnostic {
  readonly range: Range
  readonly message: string
  readonly severity: number
  readonly code: string
  readonly codeDescription?: { readonly href: string }
}

/** A line in the menu of the light bulb. */
export interface Action {
  readonly title: string
  readonly kind: string
  readonly isPreferred?: boolean
  readonly command?: { readonly command: string; readonly arguments?: readonly unknown[] }
  readonly edit?: WorkspaceEdit
}

interface TextEdit {
  readonly range: Range
  readonly newText: string
}

interface WorkspaceEdit {
  readonly documentChanges?: readonly { readonly edits: readonly TextEdit[] }[]
}

interface Message {
  readonly id?: number | string
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/** A file that is open in the editor. */
export interface OpenFile {
  readonly text: string
  diagnostics(): Promise<readonly Diagnostic[]>
  actionsFor(diagnostic: Diagnostic | undefined): Promise<readonly Action[]>
  /** What the action does to the text, which stays changed. */
  choose(action: Action | undefined): Promise<string>
  /** Saves, in an editor that fixes on save. */
  save(): Promise<string>
}

export interface Editor {
  open(path: string): Promise<OpenFile>
  /** Answers the server's exit code. */
  close(): Promise<number>
}

/** An editor without a screen: it drives the language server of VS Code's ESLint extension as VS Code does, with settings as the extension passes them on. */
export async function startEditor(folder: string, server: string, settings: object = {}): Promise<Editor> {
  const connection = connect(folder, server)
  const workspace = { name: basename(folder), uri: pathToFileURL(folder).href }
  const edits: WorkspaceEdit[] = []

  connection.answer('workspace/configuration', (params) => itemsOf(params).map(() => ({ ...SETTINGS, ...settings, workspaceFolder: workspace })))
  connection.answer('workspace/applyEdit', (params) => {
    edits.push((params as { edit: WorkspaceEdit }).edit)
    return { applied: true }
  })
  await connection.request('initialize', { processId: process.pid, rootUri: workspace.uri, workspaceFolders: [workspace], capabilities: CAPABILITIES })
  connection.notify('initialized', {})
  connection.notify('workspace/didChangeConfiguration', { settings: {} })

  return {
    open,
    async close() {
      await connection.request('shutdown', null)
      return connection.exit()
    },
  }

  async function open(path: string): Promise<OpenFile> {
    const file = join(folder, path)
    const textDocument = { uri: pathToFileURL(file).href }
    let text = readFileSync(file, 'utf8')
    let version = 1
    connection.notify('textDocument/didOpen', { textDocument: { ...textDocument, languageId: LANGUAGES[extname(path)], version, text } })
    // Editors ask at once; before that, the server has no fix for the file.
    await diagnostics()

    return {
      get text() {
        return text
      },
      diagnostics,
      actionsFor: async (diagnostic) => (diagnostic ? actions({ range: diagnostic.range, context: { diagnostics: [diagnostic] } }) : []),
      async choose(action) {
        if (action?.command) await connection.request('workspace/executeCommand', action.command)
        return change(action?.edit ?? edits.pop())
      },
      async save() {
        const range = { start: { line: 0, character: 0 }, end: { line: text.split('\n').length, character: 0 } }
        const [all] = await actions({ range, context: { diagnostics: [], only: ['source.fixAll.eslint'] } })
        if (all) change(all.edit)
        writeFileSync(file, text)
        connection.notify('textDocument/didSave', { textDocument })
        return text
      },
    }

    async function diagnostics(): Promise<readonly Diagnostic[]> {
      const report = (await connection.request('textDocument/diagnostic', { textDocument })) as { items: readonly Diagnostic[] }
      return report.items
    }

    async function actions(params: object): Promise<readonly Action[]> {
      return ((await connection.request('textDocument/codeAction', { textDocument, ...params })) ?? []) as readonly Action[]
    }

    function change(edit: WorkspaceEdit | undefined): string {
      text = applied(text, edit?.documentChanges?.flatMap(({ edits }) => edits) ?? [])
      version += 1
      connection.notify('textDocument/didChange', { textDocument: { ...textDocument, version }, contentChanges: [{ text }] })
      return text
    }
  }
}

interface Connection {
  request(method: string, params: unknown): Promise<unknown>
  notify(method: string, params: unknown): void
  /** What to answer when the server asks; whatever else it asks is answered by null. */
  answer(method: string, give: (params: unknown) => unknown): void
  exit(): Promise<number>
}

function connect(folder: string, server: string): Connection {
  const child = spawn(process.execPath, [server, '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] })
  const exited = once(child, 'exit')
  const waiting = new Map<number | string, { resolve: (result: unknown) => void; reject: (error: Error) => void }>()
  const answers = new Map<string, (params: unknown) => unknown>()
  let received = Buffer.alloc(0)
  let complaints = ''
  let lastId = 0

  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  child.stdout.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk])
    for (let message = nextMessage(); message; message = nextMessage()) take(message)
  })
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`The language server ended with ${String(code)}.\n${complaints}`))
  })

  return {
    request(method, params) {
      const id = ++lastId
      send({ id, method, params })
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }))
    },
    notify: (method, params) => send({ method, params }),
    answer: (method, give) => void answers.set(method, give),
    async exit() {
      send({ method: 'exit' })
      const [code] = await exited
      return Number(code)
    },
  }

  function send(message: Message): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message })
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }

  function nextMessage(): Message | undefined {
    const end = received.indexOf('\r\n\r\n')
    if (end === -1) return undefined
    const start = end + 4
    const length = Number(/Content-Length: (\d+)/i.exec(received.subarray(0, end).toString())?.[1])
    if (received.length < start + length) return undefined
    const message = JSON.parse(received.subarray(start, start + length).toString()) as Message
    received = received.subarray(start + length)
    return message
  }

  function take({ error, id, method, params, result }: Message): void {
    if (id === undefined) return
    if (method !== undefined) return send({ id, result: answers.get(method)?.(params) ?? null })
    const request = waiting.get(id)
    waiting.delete(id)
    if (error) request?.reject(new Error(`${error.message}\n${complaints}`))
    else request?.resolve(result)
  }
}

function itemsOf(params: unknown): readonly unknown[] {
  return (params as { items: readonly unknown[] }).items
}

/** Later edits first, so that the places of the others stay right. */
function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n')
  const starts = lines.map((_, index) => lines.slice(0, index).reduce((length, line) => length + line.length + 1, 0))
  const offsetAt = ({ character, line }: Position) => Math.min((starts[line] ?? text.length) + character, text.length)
  return edits
    .map(({ newText, range }) => ({ start: offsetAt(range.start), end: offsetAt(range.end), newText }))
    .sort((a, b) => b.start - a.start)
    .reduce((result, { end, newText, start }) => result.slice(0, start) + newText + result.slice(end), text)
}

const LANGUAGES: Readonly<Record<string, string>> = { '.js': 'javascript', '.ts': 'typescript', '.tsx': 'typescriptreact' }

const CAPABILITIES = {
  workspace: { configuration: true, applyEdit: true, workspaceFolders: true, workspaceEdit: { documentChanges: true } },
  textDocument: {
    publishDiagnostics: { codeDescriptionSupport: true, dataSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll.eslint'] } },
      isPreferredSupport: true,
    },
  },
}

/** The extension's defaults, with fix on save. */
const SETTINGS = {
  validate: 'on',
  packageManager: 'npm',
  useESLintClass: true,
  useFlatConfig: true,
  experimental: {},
  codeAction: { disableRuleComment: { enable: true, location: 'separateLine', commentStyle: 'line' }, showDocumentation: { enable: true } },
  codeActionOnSave: { mode: 'all' },
  format: false,
  quiet: false,
  onIgnoredFiles: 'off',
  options: {},
  rulesCustomizations: [],
  run: 'onType',
  problems: { shortenToSingleLine: false },
  // Left out, it makes every request fail.
  nodePath: null,
  workingDirectory: { mode: 'location' },
}
