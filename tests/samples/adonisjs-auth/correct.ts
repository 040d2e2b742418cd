import router from '@adonisjs/core/services/router'
import { defineConfig, stores } from '@adonisjs/session'
import { User } from '#models/user'

export const sessionConfig = defineConfig({ cookieName: '__Host-id', store: 'file', stores: { file: stores.file({ location: 'tmp/sessions' }) } })

router.post('/login', async ({ auth, request, response, session }) => {
  const user = await User.verifyCredentials(request.input('email'), request.input('password'))
  await auth.use('web').login(user)
  session.put('userId', user.id)
  return response.redirect().toPath('/')
})

router.post('/logout', async ({ auth, response, session }) => {
  await auth.use('web').logout()
  session.clear()
  return response.redirect().toPath('/')
})
