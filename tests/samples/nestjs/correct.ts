import { randomBytes } from 'node:crypto'
import { Body, Controller, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'

@Controller('auth')
export class AuthController {
  @Post('login')
  async login(@Req() request: Request, @Body() body: { id: string }) {
    await new Promise<void>((resolve, reject) => {
      request.session.regenerate((err) => (err ? reject(err) : resolve()))
    })
    request.session.userId = body.id
    return { ok: true }
  }

  @Post('token')
  token(@Res({ passthrough: true }) response: Response) {
    response.cookie('__Host-sid', randomBytes(32).toString('base64url'), { httpOnly: true, secure: true, sameSite: 'lax', maxAge: 30 * 60 * 1000 })
  }

  @Post('logout')
  async logout(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    await new Promise<void>((resolve, reject) => {
      request.session.destroy((err) => (err ? reject(err) : resolve()))
    })
    response.clearCookie('connect.sid')
    return { ok: true }
  }
}
