import { randomBytes } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'

export default class SessionsController {
  async store({ response }: HttpContext) {
    const id = randomBytes(32).toString('base64url')
    response.cookie('session_id', id, { secure: false, sameSite: false, domain: '.example.com', maxAge: '90d' })
    return response.redirect().toPath('/')
  }

  async update({ response }: HttpContext) {
    response.cookie('__Host-token', randomBytes(32).toString('base64url'), { secure: true, path: '/admin' })
    return response.redirect().toPath('/')
  }
}
