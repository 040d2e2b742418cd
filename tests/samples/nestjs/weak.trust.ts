import { Body, Controller, Post, Req } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import cookieSession from 'cookie-session'
import type { Request } from 'express'
import { AppModule } from './app.module'

@Controller('enrolment')
export class EnrolmentController {
  @Post()
  enrol(@Req() request: Request, @Body() body: { password: string }) {
    request.session.password = body.password
  }
}

async function bootstrap() {
  const app = await NestFactory.create(AppModule)
  app.use(cookieSession({ name: 'id', keys: process.env.SESSION_KEYS.split(','), signed: false, sameSite: 'lax', maxAge: 60 * 60 * 1000 }))
  await app.listen(3000)
}

void bootstrap()
