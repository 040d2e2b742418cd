import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { createLinkedProject } from '../project.js'

export interface Outcome {
  readonly status: number | null
  /** All that was printed. */
  readonly output: string
}

/** A git repository of somebody who has installed the plugin; it knows nothing of this machine's git settings. */
export interface Repository {
  read(path: string): string
  write(path: string, text: string): void
  /** Runs a command as in a terminal, and expects nothing of it. */
  run(command: string, ...options: readonly string[]): Outcome
  /** Runs git, and answers what it printed; throws if it fails. */
  git(...options: readonly string[]): string
}

export function createRepository(files: Readonly<Record<string, string>>, installed?: string): Repository {
  const { folder } = createLinkedProject({ ...files, '.gitignore': 'node_modules/\n' }, installed)
  const env = environment(folder)
  const repository: Repository = {
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    write: (path, text) => writeFileSync(join(folder, path), text),
    run,
    git(...options) {
      const { output, status } = run('git', ...options)
      if (status !== 0) throw new Error(`git ${options.join(' ')} ended with ${String(status)}:\n${output}`)
      return output
    },
  }
  repository.git('init', '--quiet', '--initial-branch=main')
  repository.git('config', 'user.name', 'A developer')
  repository.git('config', 'user.email', 'developer@example.com')
  for (const path of Object.keys(files).filter((path) => path.startsWith('.husky/'))) chmodSync(join(folder, path), 0o755)
  return repository

  function run(command: string, ...options: readonly string[]): Outcome {
    const { error, status, stderr, stdout } = spawnSync(command, options, { cwd: folder, env, encoding: 'utf8' })
    if (error) throw error
    return { status, output: stdout + stderr }
  }
}

/** Without what a test runner, an npm or a git that runs these tests tells its own children. */
function environment(folder: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(?:GIT_|npm_|VITEST|HUSKY|NODE_OPTIONS$|NODE_ENV$|FORCE_COLOR$)/.test(name))
  return {
    ...Object.fromEntries(own),
    GIT_CONFIG_GLOBAL: join(folder, '.no-git-config'),
    GIT_CONFIG_NOSYSTEM: '1',
    NO_COLOR: '1',
    // What npm's scripts and hooks find first.
    PATH: [join(folder, 'node_modules', '.bin'), process.env['PATH']].join(delimiter),
  }
}
