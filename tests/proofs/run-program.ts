import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const HOST = fileURLToPath(new URL('host.js', import.meta.url))
const PATIENCE = 30_000

/** Where programs are, for browsers: developers start them on their own machine. */
const PRODUCTION = 'https://app.shop.example'
const DEVELOPMENT = 'http://localhost'

/** What the environment tells a program, by the names of the variables. */
export type Settings = Readonly<Record<string, string>>

/** A program that answers on loopback. */
export interface RunningProgram {
  /** The file that was started. */
  readonly file: string
  /** What the environment has told it. */
  readonly settings: Settings
  /** Where people find it: in production, over TLS. */
  readonly origin: string
  /** The ports it listens at, by the schemes of URLs. */
  readonly ports: ReadonlyMap<string, number>
  /** What time it is for the program. */
  now(): Date
  /** Lets time pass for the program, and for those who ask `now`. */
  pass(minutes: number): Promise<void>
  /** How many texts it has compared with `timingSafeEqual`. */
  comparisons(): Promise<number>
  /** Whether its process has ended: nothing but its own failure ends that. */
  hasEnded(): Promise<boolean>
  stop(): Promise<void>
  /** What the process has written, to explain a failure. */
  output(): string
}

type Message =
  | { readonly type: 'counted'; readonly comparisons: number }
  | { readonly type: 'failed'; readonly why: string }
  | { readonly type: 'listening'; readonly port: number; readonly securePort: number }
  | { readonly type: 'passed' }
  | { readonly type: 'stopped' }

interface Host {
  readonly output: Output
  /** Sends something, and waits for an answer of one of these types. */
  ask(question: object, ...types: readonly Message['type'][]): Promise<Message>
  end(): void
}

let running: Host | undefined

afterAll(() => {
  running?.end()
  running = undefined
})

/** Starts a program, in development unless the environment tells it otherwise. */
export async function runProgram(file: string, settings: Settings = {}): Promise<RunningProgram> {
  running ??= startHost()
  const host = running
  host.output.forget()
  const environment = { NODE_ENV: 'development', ...settings }
  const answer = await host.ask({ type: 'start', file, settings: environment }, 'listening', 'failed')
  if (answer.type !== 'listening') throw new Error(`${file} did not start.\n${answer.type === 'failed' ? answer.why : ''}`)

  const { port } = answer
  let ahead = 0
  return {
    file,
    settings,
    origin: environment.NODE_ENV === 'production' ? PRODUCTION : DEVELOPMENT,
    ports: new Map([['http:', port], ['https:', answer.securePort]]),
    now: () => new Date(Date.now() + ahead),
    async pass(minutes) {
      const milliseconds = minutes * 60_000
      await host.ask({ type: 'pass', milliseconds }, 'passed')
      ahead += milliseconds
    },
    comparisons: () => count(host),
    async hasEnded() {
      await count(host).catch(() => undefined)
      return running !== host
    },
    async stop() {
      if (running !== host) return
      await host.ask({ type: 'stop', port }, 'stopped').catch((error: unknown) => {
        if (running === host) throw error
      })
    },
    output: host.output.text,
  }
}

async function count(host: Host): Promise<number> {
  const counted = await host.ask({ type: 'count' }, 'counted')
  return counted.type === 'counted' ? counted.comparisons : 0
}

function startHost(): Host {
  const child = fork(HOST, {
    env: { ...process.env, PORT: '0', NODE_OPTIONS: undefined },
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const output = keepOutput(child)
  // A program that fails takes the process with it; the next one gets a new process.
  child.once('exit', () => {
    forget(output)
  })
  return { output, ask: (question, ...types) => ask(child, question, types, output), end: () => child.kill('SIGKILL') }
}

function ask(child: ChildProcess, question: object, types: readonly Message['type'][], output: Output): Promise<Message> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(timer)
      child.off('message', answered).off('exit', ended)
      act()
    }
    const answered = (message: Message) => {
      if (types.includes(message.type)) settle(() => resolve(message))
    }
    const ended = () => {
      forget(output)
      settle(() => reject(new Error(`The program has ended.\n${output.text()}`)))
    }
    const timer = setTimeout(() => settle(() => reject(new Error(`The program does not answer.\n${output.text()}`))), PATIENCE)
    child.on('message', answered).on('exit', ended)
    if (child.exitCode !== null || child.signalCode !== null) return ended()
    child.send(question, (error) => {
      if (error) ended()
    })
  })
}

function forget(output: Output): void {
  if (running?.output === output) running = undefined
}

interface Output {
  text(): string
  forget(): void
}

function keepOutput(child: ChildProcess): Output {
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => (text = (text + chunk).slice(-10_000)))
  }
  return {
    text: () => text,
    forget() {
      text = ''
    },
  }
}
