export default defineNuxtConfig({
  modules: ['nuxt-auth-utils'],
  runtimeConfig: {
    session: {
      name: '__Host-admin',
      maxAge: 60 * 60,
      cookie: { path: '/admin', sameSite: 'strict' },
    },
  },
})
