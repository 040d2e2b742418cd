import { memorystore } from '../../lib/frameworks/memorystore.js'
import { load, summarise } from './installed.js'
import { testStoreFacts } from './store-facts.js'

type Connect = (session: unknown) => new (options: object) => unknown

const MemoryStore = (load('memorystore') as Connect)(load('express-session'))

summarise('memorystore', 'records end as the table says')

// Without `checkPeriod`, expired records stay in memory; nobody gets at them all the same.
testStoreFacts({ table: memorystore, make: (_signature, options) => new MemoryStore(options) })
