import router from '@adonisjs/core/services/router'

router.get('/logout', async ({ response }) => {
  response.clearCookie('sid')
  return response.redirect('/')
})
