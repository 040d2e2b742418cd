import { CanActivate, ExecutionContext, Injectable, Module } from '@nestjs/common'
import { JwtModule, JwtService } from '@nestjs/jwt'

@Injectable()
export class AuthService implements CanActivate {
  constructor(private readonly jwtService: JwtService) {}

  issue(user: { id: string }): string {
    return this.jwtService.sign({ sub: user.id })
  }

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest()
    request.user = this.jwtService.decode(request.headers.authorization.slice(7))
    return true
  }
}

@Module({
  imports: [JwtModule.register({ secret: 'keyboard cat', verifyOptions: { algorithms: ['HS256', 'none'] } })],
  providers: [AuthService],
})
export class AuthModule {}
