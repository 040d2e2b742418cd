import 'reflect-metadata'
import { createHash } from 'node:crypto'
import { Body, Controller, Get, Module, Post, Req, Res, UnauthorizedException } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import type { Request, Response } from 'express'
import session from 'express-session'

declare module 'express-session' {
  interface SessionData {
    userId?: string
  }
}

interface Credentials {
  readonly name: string
  readonly password: string
}

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

@Controller()
class AccountController {
  @Get()
  home(): string {
    return 'Welcome'
  }

  @Post('login')
  async login(@Req() request: Request, @Body() { name, password }: Credentials) {
    if (passwords[name] !== password) throw new UnauthorizedException('Wrong password')
    request.session.userId = name
    return { name }
  }

  @Get('account')
  account(@Req() request: Request): { hello: string } {
    if (request.session.userId === undefined) throw new UnauthorizedException('Please log in')
    return { hello: request.session.userId }
  }

  @Post('logout')
  async logout(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    response.clearCookie('connect.sid')
    return { ok: true }
  }
}

@Module({ controllers: [AccountController] })
class AppModule {}

const app = await NestFactory.create(AppModule, { logger: ['error'] })
app.use(
  session({
    secret: 'keyboard cat',
    resave: false,
    saveUninitialized: true,
    genid: () => createHash('md5').update(String(Date.now())).digest('hex'),
    cookie: { httpOnly: false },
  }),
)
await app.listen(Number(process.env.PORT), '127.0.0.1')
console.log('Listening')
