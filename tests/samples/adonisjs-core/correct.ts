import { randomBytes } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'

export default class TokensController {
  async store({ response }: HttpContext) {
    response.plainCookie('theme', 'dark', { httpOnly: false })
    response.cookie('__Host-auth_token', randomBytes(32).toString('base64url'))
    response.encryptedCookie('__Host-remember_token', randomBytes(32).toString('base64url'), { maxAge: '30d' })
    return response.redirect().back()
  }

  async destroy({ response }: HttpContext) {
    response.clearCookie('__Host-auth_token')
    return response.redirect().toPath('/')
  }
}
