import { randomBytes } from 'node:crypto'
import { Controller, Get, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'

@Controller('account')
export class AccountController {
  @Get()
  show(@Req() request: Request, @Res() response: Response) {
    response.json({ user: request.session.user, sessionId: request.sessionID })
  }

  @Post('token')
  token(@Res({ passthrough: true }) response: Response) {
    const token = randomBytes(32).toString('base64url')
    response.cookie('auth_token', token, { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 30 * 60 * 1000 })
    response.cookie('__Host-session', token, { httpOnly: true, sameSite: 'lax', maxAge: 30 * 60 * 1000 })
  }
}
