import { Injectable } from '@nestjs/common'
import { JwtService } from '@nestjs/jwt'

@Injectable()
export class TokenService {
  constructor(private readonly jwtService: JwtService) {}

  issue(user: User): string {
    return this.jwtService.sign({ sub: user.id, clientSecret: user.clientSecret }, { expiresIn: '15m' })
  }
}
