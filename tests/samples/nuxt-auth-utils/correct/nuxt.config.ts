export default defineNuxtConfig({
  modules: ['nuxt-auth-utils'],
  runtimeConfig: {
    session: {
      name: '__Host-shop',
      maxAge: 60 * 60 * 12,
      cookie: { sameSite: 'strict' },
    },
  },
})
