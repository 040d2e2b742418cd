import { Body, Controller, Get, Headers, HttpCode, Inject, Post, Req, Res, UnauthorizedException } from '@nestjs/common'
import type { Request, Response } from 'express'
import { UsersService } from './users.service.js'

interface Credentials {
  readonly name: string
  readonly password: string
}

@Controller()
export class UsersController {
  constructor(@Inject(UsersService) private readonly users: UsersService) {}

  @Get()
  home(): string {
    return 'Bookings'
  }

  @Post('users')
  register(@Body() { name, password }: Credentials): { id: number } {
    const { id } = this.users.create(name, password)
    return { id }
  }

  @Post('login')
  @HttpCode(200)
  async login(@Req() request: Request, @Body() { name, password }: Credentials): Promise<{ name: string }> {
    const user = await this.users.verify(name, password)
    if (!user) {
      throw new UnauthorizedException('Wrong name or password')
    }

    request.session.userId = user.id
    request.session.user = { name: user.name }
    return { name: user.name }
  }

  @Post('token')
  async token(@Body() body: Credentials, @Res({ passthrough: true }) response: Response) {
    const user = await this.users.verify(body.name, body.password)
    if (!user) throw new UnauthorizedException()
    response.cookie('api_token', this.users.issueToken(user), { path: '/api', sameSite: 'strict' })
    return { issued: true }
  }

  @Get('api/me')
  api(@Headers('cookie') cookie: string | undefined): { name: string } {
    const user = this.users.findByToken(/api_token=(\w+(?:-\w+)*|[\w-]+)/.exec(cookie ?? '')?.[1])
    if (!user) throw new UnauthorizedException()
    return { name: user.name }
  }

  @Post('logout')
  @HttpCode(200)
  logout(@Req() request: Request, @Res() response: Response): void {
    response.clearCookie('bookings')
    response.json({ bye: request.session.user?.name ?? null })
  }
}
