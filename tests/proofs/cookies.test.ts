import { proveCookies, proveDeletions } from './cookie-flaws.js'
import { COOKIE_SPECIMENS } from './specimens.js'
import { expectRecord } from './table.js'

proveCookies(COOKIE_SPECIMENS)
proveDeletions(COOKIE_SPECIMENS)

expectRecord('cookies')
