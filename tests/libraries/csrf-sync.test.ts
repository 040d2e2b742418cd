import { csrfSync } from '../../lib/frameworks/csrf-sync.js'
import { testCsrfFacts } from './csrf-facts.js'
import { summarise } from './installed.js'

summarise('csrf-sync', 'checks requests as the table says')

testCsrfFacts({ table: csrfSync, middlewareOf: (made) => (made as { csrfSynchronisedProtection: unknown }).csrfSynchronisedProtection })
