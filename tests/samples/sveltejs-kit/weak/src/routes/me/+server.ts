import { json } from '@sveltejs/kit'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = ({ cookies }) => json({ sid: cookies.get('sid') })
