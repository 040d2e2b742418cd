import router from '@adonisjs/core/services/router'

router.post('/tokens', async ({ response }) => {
  response.plainCookie('auth_token', `${Date.now()}`, { httpOnly: false, maxAge: undefined })
  return response.redirect().back()
})
