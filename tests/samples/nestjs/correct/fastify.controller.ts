import '@fastify/cookie'
import '@fastify/session'
import { randomBytes } from 'node:crypto'
import { Body, Controller, Post, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'

@Controller('auth')
export class AuthController {
  @Post('login')
  async login(@Req() request: FastifyRequest, @Body() body: { id: string }) {
    await request.session.regenerate()
    request.session.set('userId', body.id)
    return { ok: true }
  }

  @Post('token')
  token(@Res({ passthrough: true }) reply: FastifyReply) {
    reply.setCookie('__Host-sid', randomBytes(32).toString('base64url'), { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: 30 * 60 })
    return { ok: true }
  }

  @Post('logout')
  async logout(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    await request.session.destroy()
    reply.clearCookie('sessionId', { path: '/' })
    return { ok: true }
  }
}
