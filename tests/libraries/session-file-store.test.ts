import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sessionFileStore } from '../../lib/frameworks/session-file-store.js'
import { load, summarise } from './installed.js'
import { testStoreFacts } from './store-facts.js'

type Connect = (session: unknown) => new (options: object) => unknown

const FileStore = (load('session-file-store') as Connect)(load('express-session'))

summarise('session-file-store', 'records end as the table says')

testStoreFacts({
  table: sessionFileStore,
  make(_signature, options) {
    const path = mkdtempSync(join(tmpdir(), 'session-files-'))
    onTestFinished(() => {
      rmSync(path, { recursive: true })
    })
    return new FileStore({ path, reapInterval: -1, retries: 0, logFn: () => undefined, ...options })
  },
})
