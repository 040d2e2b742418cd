export default defineNuxtConfig({
  modules: ['nuxt-auth-utils'],
  runtimeConfig: { session: { password: 'a-password-of-at-least-32-characters' } },
})
