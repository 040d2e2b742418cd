import { Injectable, Module } from '@nestjs/common'
import { JwtModule, JwtService } from '@nestjs/jwt'

@Injectable()
export class AuthService {
  constructor(private readonly jwtService: JwtService) {}

  issue(user: { id: string }): Promise<string> {
    return this.jwtService.signAsync({ sub: user.id })
  }

  verify(token: string): Promise<object> {
    return this.jwtService.verifyAsync(token, { algorithms: ['HS256'] })
  }
}

@Module({
  imports: [JwtModule.register({ secret: process.env.JWT_SECRET, signOptions: { algorithm: 'HS256', expiresIn: '15m' } })],
  providers: [AuthService],
})
export class AuthModule {}
