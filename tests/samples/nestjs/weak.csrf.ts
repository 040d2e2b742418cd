import { Body, Controller, Module, Post, Req } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import type { Request } from 'express'
import session from 'express-session'
import { store } from './store'

@Controller('bank')
export class BankController {
  @Post('transfer')
  transfer(@Req() request: Request, @Body() body: { to: string; amount: number }) {
    return transfer(request.session.userId, body.to, body.amount)
  }
}

@Module({ controllers: [BankController] })
export class AppModule {}

async function bootstrap() {
  const app = await NestFactory.create(AppModule)
  app.use(
    session({
      name: 'id',
      secret: process.env.SESSION_SECRET,
      store,
      resave: false,
      saveUninitialized: false,
      rolling: true,
      cookie: { secure: 'auto', maxAge: 30 * 60 * 1000 },
    }),
  )
  await app.listen(3000)
}

void bootstrap()
