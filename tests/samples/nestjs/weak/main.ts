import { NestFactory } from '@nestjs/core'
import session from 'express-session'
import { AppModule } from './app.module'

async function bootstrap() {
  const app = await NestFactory.create(AppModule)
  app.use(
    session({
      secret: process.env.SESSION_SECRET!,
      resave: false,
      saveUninitialized: true,
      cookie: { domain: '.example.com', maxAge: 30 * 24 * 60 * 60 * 1000 },
    }),
  )
  await app.listen(process.env.PORT ?? 3000)
}

bootstrap()
