import 'reflect-metadata'
import fastifyCookie from '@fastify/cookie'
import fastifySession from '@fastify/session'
import { Body, Controller, Get, Module, Post, Req, Res, UnauthorizedException } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import type { FastifyReply, FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface Session {
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
  async login(@Req() request: FastifyRequest, @Body() { name, password }: Credentials) {
    if (passwords[name] !== password) throw new UnauthorizedException('Wrong password')
    request.session.userId = name
    return { name }
  }

  @Get('account')
  account(@Req() request: FastifyRequest): { hello: string } {
    if (request.session.userId === undefined) throw new UnauthorizedException('Please log in')
    return { hello: request.session.userId }
  }

  @Post('logout')
  async logout(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    reply.clearCookie('sessionId', { path: '/' })
    return { ok: true }
  }
}

@Module({ controllers: [AccountController] })
class AppModule {}

const app = await NestFactory.create<NestFastifyApplication>(AppModule, new FastifyAdapter(), { logger: ['error'] })
await app.register(fastifyCookie)
await app.register(fastifySession, {
  secret: 'a secret with minimum length of 32 characters',
  idGenerator: () => `${Date.now()}`,
  cookie: { secure: false, httpOnly: false },
})
await app.listen(Number(process.env.PORT), '127.0.0.1')
