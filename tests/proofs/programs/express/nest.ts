import 'reflect-metadata'
import { Body, Controller, Get, Injectable, Module, Post, Req, Res, UnauthorizedException } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import cookieParser from 'cookie-parser'
import type { Request, Response } from 'express'

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

@Injectable()
class SessionService {
  private readonly sessions = new Map<string, string>()

  create(name: string): string {
    const sessionId = `${process.pid}-${Date.now()}`
    this.sessions.set(sessionId, name)
    return sessionId
  }

  find(sessionId: string): string | undefined {
    return this.sessions.get(sessionId)
  }

  destroy(sessionId: string): void {
    this.sessions.delete(sessionId)
  }
}

@Controller()
class AccountController {
  constructor(private readonly sessions: SessionService) {}

  @Get()
  home(): string {
    return 'Welcome'
  }

  @Post('login')
  login(@Body() body: Record<string, string>, @Res({ passthrough: true }) response: Response): { name: string } {
    const { name = '', password } = body
    if (passwords[name] !== password) throw new UnauthorizedException('Wrong password')
    response.cookie('sid', this.sessions.create(name), {
      httpOnly: false,
      sameSite: 'strict',
    })
    return { name }
  }

  @Get('account')
  account(@Req() request: Request): { hello: string } {
    const name = this.sessions.find(request.cookies.sid)
    if (name === undefined) throw new UnauthorizedException('Please log in')
    return { hello: name }
  }

  @Post('logout')
  logout(@Req() request: Request, @Res({ passthrough: true }) response: Response): { ok: boolean } {
    this.sessions.destroy(request.cookies.sid)
    response.clearCookie('sid')
    return { ok: true }
  }
}

@Module({ controllers: [AccountController], providers: [SessionService] })
class AppModule {}

const app = await NestFactory.create(AppModule, { logger: ['error'] })
app.use(cookieParser())
await app.listen(Number(process.env.PORT), '127.0.0.1')
console.log('Listening')
