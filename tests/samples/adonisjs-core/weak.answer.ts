import router from '@adonisjs/core/services/router'

router.get('/session', ({ response, session }) => response.json({ id: session.sessionId }))
