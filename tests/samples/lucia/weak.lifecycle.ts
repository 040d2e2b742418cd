import { Lucia } from 'lucia'
import type { Request, Response } from 'express'
import { adapter } from './adapter.js'

const lucia = new Lucia(adapter)

export async function resume(req: Request, res: Response) {
  const { session } = await lucia.validateSession(String(req.query.session))
  res.json(session)
}

export async function logout(id: string) {
  lucia.invalidateSession(id)
}
