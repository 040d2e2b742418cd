import 'reflect-metadata'
import { randomUUID } from 'node:crypto'
import { Body, Controller, Get, HttpCode, Injectable, Module, Post, Req, Res, UnauthorizedException } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { JwtModule, JwtService } from '@nestjs/jwt'
import cookieParser from 'cookie-parser'
import type { Request, Response } from 'express'

const passwords: Readonly<Record<string, string>> = { alice: 'tulips', bob: 'daisies', mallory: 'nettles' }

const jwtSecret = process.env.JWT_SECRET
if (!jwtSecret) throw new Error('JWT_SECRET is not set')

@Injectable()
class AuthService {
  private readonly devices = new Map<string, string>()

  constructor(private readonly jwtService: JwtService) {}

  remember(name: string): string {
    const device = randomUUID()
    this.devices.set(device, name)
    return device
  }

  find(device: string): string | undefined {
    return this.devices.get(device)
  }

  forget(device: string): void {
    this.devices.delete(device)
  }

  async access(name: string): Promise<string> {
    return this.jwtService.signAsync({ sub: name }, { expiresIn: '15m' })
  }

  async nameIn(token: string): Promise<string | undefined> {
    try {
      const { sub } = await this.jwtService.verifyAsync<{ sub: string }>(token, { algorithms: ['HS256'] })
      return sub
    } catch {
      return undefined
    }
  }
}

@Controller()
class AccountController {
  constructor(private readonly auth: AuthService) {}

  @Get()
  home(): string {
    return 'Welcome'
  }

  @Post('login')
  async login(@Body() body: Record<string, string>, @Res({ passthrough: true }) response: Response): Promise<{ name: string }> {
    const { name = '', password } = body
    if (passwords[name] !== password) throw new UnauthorizedException('Wrong password')
    response.cookie('device', this.auth.remember(name), { httpOnly: true })
    response.cookie('access', await this.auth.access(name), { httpOnly: true, maxAge: 15 * 60 * 1000 })
    return { name }
  }

  @Get('account')
  async account(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<{ hello: string }> {
    const known = this.auth.find(request.cookies.device)
    let token: string | undefined = request.cookies.access
    if (token === undefined && known !== undefined) {
      token = await this.auth.access(known)
      response.cookie('access', token, { httpOnly: true, maxAge: 15 * 60 * 1000 })
    }
    const name = token && (await this.auth.nameIn(token))
    if (!name) throw new UnauthorizedException('Please log in')
    return { hello: name }
  }

  @Post('logout')
  @HttpCode(204)
  logout(@Req() request: Request, @Res({ passthrough: true }) response: Response): void {
    this.auth.forget(request.cookies.device)
    response.clearCookie('access').clearCookie('device')
  }
}

@Module({ imports: [JwtModule.register({ secret: jwtSecret })], controllers: [AccountController], providers: [AuthService] })
class AppModule {}

const app = await NestFactory.create(AppModule, { logger: ['error'] })
app.use(cookieParser())
await app.listen(Number(process.env.PORT), '127.0.0.1')
