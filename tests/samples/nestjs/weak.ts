import { Body, Controller, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'

@Controller('auth')
export class AuthController {
  @Post('login')
  async login(@Req() request: Request, @Body() body: { id: string }) {
    request.session.userId = body.id
    return { ok: true }
  }

  @Post('token')
  token(@Res({ passthrough: true }) response: Response) {
    response.cookie('sid', Math.random().toString(36))
  }

  @Post('logout')
  async logout(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    response.clearCookie('connect.sid')
    return { ok: true }
  }
}
