import router from '@adonisjs/core/services/router'
import { defineConfig, stores } from '@adonisjs/session'

export const sessionConfig = defineConfig({ cookieName: '__Host-id', store: 'file', stores: { file: stores.file({ location: 'tmp/sessions' }) } })

router.post('/logout', async ({ auth, response }) => {
  await auth.use('web').logout()
  return response.redirect().toPath('/')
})
