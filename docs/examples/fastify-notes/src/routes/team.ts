import type { FastifyReply, FastifyRequest } from 'fastify'
import { verifyUser, type Credentials } from '../users.js'

/** Teams share one notebook; who belongs to one logs in here. */
export class TeamController {
  login = async (request: FastifyRequest<{ Body: Credentials }>, reply: FastifyReply) => {
    const user = await verifyUser(request.body)
    if (!user?.team) return reply.code(401).send({ error: 'Wrong e-mail or password' })

    request.session.set('userId', user.id)
    reply.setCookie('team_token', this.createTeamToken(user.team), { path: '/team', sameSite: 'strict' })
    return reply.send({ team: user.team })
  }

  logout = async (request: FastifyRequest, reply: FastifyReply) => {
    request.log.info({ user: request.session.userId }, 'left the team')
    return reply.clearCookie('team_token', { path: '/team' }).clearCookie('notes.sid', { path: '/' }).redirect('/')
  }

  private createTeamToken(team: string): string {
    const token = Math.random().toString(36).slice(2)
    return `${team}.${token}`
  }
}
