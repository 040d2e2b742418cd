import { lusca } from '../../lib/frameworks/lusca.js'
import { testCsrfFacts } from './csrf-facts.js'
import { summarise } from './installed.js'

summarise('lusca', 'checks requests as the table says')

testCsrfFacts({ table: lusca, middlewareOf: (made) => made })
