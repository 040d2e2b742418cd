import { asyncApi } from './async-api/end-to-end.js'
import { callbackShop } from './callback-shop/end-to-end.js'
import { controllerForum } from './controller-forum/end-to-end.js'
import { h3Notes } from './h3-notes/end-to-end.js'
import { hapiLibrary } from './hapi-library/end-to-end.js'
import { honoTodos } from './hono-todos/end-to-end.js'
import { httpGuestbook } from './http-guestbook/end-to-end.js'
import { koaWiki } from './koa-wiki/end-to-end.js'
import { nestBookings } from './nest-bookings/end-to-end.js'
import { nextPolls } from './next-polls/end-to-end.js'
import { promiseBlog } from './promise-blog/end-to-end.js'
import { routerGym } from './router-gym/end-to-end.js'
import { tokenApi } from './token-api/end-to-end.js'
import { typedClinic } from './typed-clinic/end-to-end.js'
import type { WholeProgram } from './whole-program.js'
import { windowsNotes } from './windows-notes/end-to-end.js'

/** All of them, by the names of their folders. */
export const programs: Readonly<Record<string, WholeProgram>> = {
  'async-api': asyncApi,
  'callback-shop': callbackShop,
  'controller-forum': controllerForum,
  'h3-notes': h3Notes,
  'hapi-library': hapiLibrary,
  'hono-todos': honoTodos,
  'http-guestbook': httpGuestbook,
  'koa-wiki': koaWiki,
  'nest-bookings': nestBookings,
  'next-polls': nextPolls,
  'promise-blog': promiseBlog,
  'router-gym': routerGym,
  'token-api': tokenApi,
  'typed-clinic': typedClinic,
  'windows-notes': windowsNotes,
}
