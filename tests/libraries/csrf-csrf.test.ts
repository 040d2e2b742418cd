import { csrfCsrf } from '../../lib/frameworks/csrf-csrf.js'
import { testCsrfFacts } from './csrf-facts.js'
import { summarise } from './installed.js'

summarise('csrf-csrf', 'checks requests as the table says')

testCsrfFacts({
  table: csrfCsrf,
  middlewareOf: (made) => (made as { doubleCsrfProtection: unknown }).doubleCsrfProtection,
  options: { getSecret: () => 'a secret of the tests', getSessionIdentifier: () => 'the session of the tests' },
})
