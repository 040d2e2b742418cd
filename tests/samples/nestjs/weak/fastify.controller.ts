import '@fastify/cookie'
import '@fastify/session'
import { Body, Controller, Post, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'

@Controller('auth')
export class AuthController {
  @Post('login')
  async login(@Req() request: FastifyRequest, @Body() body: { id: string }) {
    request.session.set('userId', body.id)
    return { ok: true }
  }

  @Post('token')
  token(@Res({ passthrough: true }) reply: FastifyReply) {
    reply.setCookie('sid', Math.random().toString(36), { path: '/' })
    return { ok: true }
  }

  @Post('logout')
  async logout(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    reply.clearCookie('sessionId', { path: '/' })
    return { ok: true }
  }
}
