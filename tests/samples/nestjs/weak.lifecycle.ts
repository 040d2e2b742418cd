import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import session from 'express-session'
import type { Request, Response } from 'express'
import { AppModule } from './app.module'

@Controller('auth')
export class AuthController {
  @Post('login')
  login(@Req() request: Request, @Body() body: { id: string }) {
    request.session.userId = body.id
  }

  @Get('logout')
  logout(@Req() request: Request, @Res() response: Response) {
    response.clearCookie('__Host-sid')
    request.session.destroy(() => response.redirect('/'))
  }
}

async function bootstrap() {
  const app = await NestFactory.create(AppModule)
  app.use(
    session({
      secret: process.env.SESSION_SECRET!,
      genid: (request) => request.headers['x-session-id'] as string,
      rolling: true,
      cookie: { maxAge: 30 * 60 * 1000 },
    }),
  )
  await app.listen(process.env.PORT ?? 3000)
}

bootstrap()
