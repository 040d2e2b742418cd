import 'reflect-metadata'
import { Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import session from 'express-session'
import { BookingsController } from './bookings.controller.js'
import { BookingsService } from './bookings.service.js'
import { UsersController } from './users.controller.js'
import { UsersService } from './users.service.js'

@Module({
  controllers: [BookingsController, UsersController],
  providers: [
    { provide: BookingsService, useFactory: () => new BookingsService() },
    { provide: UsersService, useFactory: () => new UsersService() },
  ],
})
class AppModule {}

const cookie = {
  path: '/',
  httpOnly: false,
}

const options = {
  secret: ['bookings'],
  resave: false,
  saveUninitialized: true,
  cookie,
}

async function bootstrap(): Promise<void> {
  const app = await NestFactory.create(AppModule, { logger: ['error'] })
  app.use(session({ ...options, name: 'bookings' }))
  await app.listen(Number(process.env.PORT), '127.0.0.1')
}

void bootstrap()
