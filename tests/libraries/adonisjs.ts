import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import http from 'node:http'
import { fileURLToPath } from 'node:url'
import type { Options } from './cookie-facts.js'
import type { Installed } from './installed.js'
import type { Places } from './run-code.js'
import { serve, type Site } from './server.js'

const NEWER = fileURLToPath(new URL('newer/', import.meta.url))

/** A member, or a call of one. */
interface Step {
  readonly name: string
  readonly parameters?: readonly unknown[]
}

/** A server that runs until it is stopped. */
interface RunningServer {
  site(): Promise<Site>
  stop(): void
}

/** Starts a server of AdonisJS under its own Node. */
export async function startAdonis(): Promise<RunningServer> {
  const child = spawn(`${NEWER}node_modules/.bin/node`, ['adonisjs-server.js'], { cwd: NEWER, stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const port = Number(line.toString())
  const forward: http.RequestListener = (request, response) => {
    const { headers, url: path } = request
    http.get({ host: '127.0.0.1', port, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 0, answer.headers)
      answer.pipe(response)
    })
  }
  return { site: () => serve(forward), stop: () => void child.kill() }
}

/** The address at which signatures of a table are run, one after the other. */
export function addressOf(texts: readonly string[], places: Places = {}, sessions: Options = {}): string {
  const run = texts.map((text) => stepsIn(text, places))
  return `/?${new URLSearchParams({ run: JSON.stringify(run), sessions: JSON.stringify(sessions) }).toString()}`
}

/** `ctx.session.put(property, value)` and `response.cookie(name, value)`, from the context of a handler. */
function stepsIn(text: string, places: Places): readonly Step[] {
  const path = text.startsWith('ctx.') ? text.slice('ctx'.length) : `.${text}`
  return [...path.matchAll(/\.(\w+)(?:\(([^)]*)\))?/g)].map(([, name = '', list]) => ({
    name,
    ...(list !== undefined && { parameters: valuesIn(list, places) }),
  }))
}

function valuesIn(list: string, places: Places): readonly unknown[] {
  const names = list === '' ? [] : list.split(', ').map((parameter) => parameter.replace('?', ''))
  return names.filter((name) => name in places).map((name) => places[name])
}

export function installedForNewerNode(name: string): Installed {
  return JSON.parse(readFileSync(`${NEWER}node_modules/${name}/package.json`, 'utf8')) as Installed
}
