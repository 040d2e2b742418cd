export default defineNuxtConfig({
  modules: ['nuxt-auth-utils'],
  runtimeConfig: {
    session: {
      name: 'shop',
      cookie: { httpOnly: false },
    },
  },
})
