import { fail, redirect } from '@sveltejs/kit'
import { createSession, verifyLogin } from '$lib/server/database'
import type { Actions } from './$types'

export const actions: Actions = {
  default: async ({ cookies, request }) => {
    const user = await verifyLogin(await request.formData())
    if (!user) return fail(401, { wrong: true })
    const id = `${user.id}-${Date.now()}`
    await createSession(id, user.id)
    cookies.set('session', id, { path: '/', secure: process.env.NODE_ENV === 'production' })
    redirect(303, '/')
  },
}
