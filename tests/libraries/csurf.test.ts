import { csurf } from '../../lib/frameworks/csurf.js'
import { testCsrfFacts } from './csrf-facts.js'
import { summarise } from './installed.js'

summarise('csurf', 'checks requests as the table says')

testCsrfFacts({ table: csurf, middlewareOf: (made) => made })
