import { Injectable } from '@nestjs/common'
import { JwtService } from '@nestjs/jwt'

@Injectable()
export class AuthService {
  constructor(private readonly jwtService: JwtService) {}

  issue(user: { id: string }): Promise<string> {
    return this.jwtService.signAsync({ sub: user.id }, { expiresIn: '90d' })
  }
}
