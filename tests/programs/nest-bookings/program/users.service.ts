import { createHash } from 'node:crypto'
import { ConflictException, Injectable } from '@nestjs/common'

export interface User {
  readonly id: number
  readonly name: string
  password: string
  apiToken?: string
}

declare module 'express-session' {
  interface SessionData {
    userId?: number
    user?: { readonly name: string }
  }
}

@Injectable()
export class UsersService {
  private readonly users: User[] = []

  create(name: string, password: string): User {
    if (this.find(name)) throw new ConflictException('This name is taken')
    const user: User = { id: this.users.length + 1, name, password }
    this.users.push(user)
    return user
  }

  find(name: string): User | undefined {
    return this.users.find((user) => user.name === name)
  }

  get(id: number | undefined): User | undefined {
    return this.users.find((user) => user.id === id)
  }

  async verify(name: string, password: string): Promise<User | null> {
    const user = this.find(name)
    return user?.password === password ? user : null
  }

  findByToken(token: string | undefined): User | undefined {
    return token === undefined ? undefined : this.users.find(({ apiToken }) => apiToken === token)
  }

  issueToken(user: User): string {
    const apiToken: string = createHash('sha1').update(user.name + new Date().toISOString()).digest('hex')
    user.apiToken = apiToken
    return apiToken
  }
}
