export default defineNuxtConfig({
  modules: ['nuxt-auth-utils'],
  runtimeConfig: {
    session: {
      maxAge: 30 * 24 * 60 * 60,
      cookie: { secure: false, sameSite: false, domain: '.example.com' },
    },
  },
})
