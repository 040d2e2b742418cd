import 'reflect-metadata'
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
const store = new session.MemoryStore()

@Controller()
class AccountController {
  @Get()
  home(): string {
    return 'Welcome'
  }

  @Get('status')
  status(@Res() response: Response): void {
    store.all((_error, sessions) => response.json({ sessions: Object.keys(sessions ?? {}).length }))
  }

  @Post('login')
  async login(@Req() request: Request, @Body() { name, password }: Credentials): Promise<{ name: string }> {
    if (passwords[name] !== password) throw new UnauthorizedException('Wrong password')
    await new Promise<void>((resolve, reject) => request.session.regenerate((error) => (error ? reject(error) : resolve())))
    request.session.userId = name
    return { name }
  }

  @Get('account')
  account(@Req() request: Request): { hello: string } {
    if (request.session.userId === undefined) throw new UnauthorizedException('Please log in')
    return { hello: request.session.userId }
  }

  @Post('logout')
  logout(@Req() request: Request, @Res() response: Response): void {
    request.session.destroy((error) => {
      if (error) {
        response.status(500).send('Not logged out')
        return
      }
      response.json({ ok: true })
    })
  }
}

@Module({ controllers: [AccountController] })
class AppModule {}

const app = await NestFactory.create(AppModule, { logger: ['error'] })
app.use(
  session({
    secret: 'keyboard cat',
    resave: false,
    store,
    cookie: {},
  }),
)
await app.listen(Number(process.env.PORT), '127.0.0.1')
