import { proveCookies, proveSessions } from './cookie-flaws.js'
import { SESSION_SPECIMENS } from './specimens.js'
import { expectRecord } from './table.js'

proveCookies(SESSION_SPECIMENS)
proveSessions(SESSION_SPECIMENS)

expectRecord('session-cookies')
