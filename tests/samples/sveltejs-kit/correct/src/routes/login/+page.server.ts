import { randomBytes } from 'node:crypto'
import { fail, redirect } from '@sveltejs/kit'
import { createSession, deleteSession, verifyLogin } from '$lib/server/database'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ cookies, url }) => {
  cookies.set('redirect_to', url.searchParams.get('next') ?? '/', { path: '/', httpOnly: false })
  return {}
}

export const actions = {
  login: async ({ cookies, request }) => {
    const user = await verifyLogin(await request.formData())
    if (!user) return fail(401, { wrong: true })
    const id = randomBytes(32).toString('base64url')
    await createSession(id, user.id)
    cookies.set('session', id, { path: '/', maxAge: 60 * 60 * 12 })
    redirect(303, '/')
  },
  logout: async ({ cookies }) => {
    await deleteSession(cookies.get('session'))
    cookies.set('session', '', { path: '/', maxAge: 0 })
    redirect(303, '/')
  },
} satisfies Actions
