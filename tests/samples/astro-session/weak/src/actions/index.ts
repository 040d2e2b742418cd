import { defineAction } from 'astro:actions'

export const server = {
  login: defineAction({
    accept: 'form',
    handler: async (input, context) => {
      const user = await verifyPassword(input.email, input.password)
      context.session?.set('user', user)
      return { ok: true }
    },
  }),
}
