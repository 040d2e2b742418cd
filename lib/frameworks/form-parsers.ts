import { from, type Exported } from './meaning.js'

/** What makes a server take the forms of a page, which any site can send without asking the browser first. */
export interface FormParser {
  readonly servers: readonly string[]
  readonly is: readonly Exported[]
  /** An option with which it may take something else. */
  readonly unless?: string
}

export const formParsers: readonly FormParser[] = [
  {
    servers: ['express'],
    is: [from('express', 'urlencoded'), from('body-parser', 'urlencoded'), from('multer'), from('express-fileupload'), from('express-formidable')],
  },
  {
    servers: ['koa'],
    is: [from('koa-bodyparser'), from('@koa/bodyparser', 'bodyParser'), from('@koa/bodyparser'), from('koa-body', 'koaBody'), from('koa-body'), from('@koa/multer')],
    unless: 'enableTypes',
  },
  { servers: ['fastify'], is: [from('@fastify/formbody'), from('@fastify/multipart')] },
]
