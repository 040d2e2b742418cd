import express from 'express'
import supertokens from 'supertokens-node'
import { verifySession } from 'supertokens-node/recipe/session/framework/express'
import Session from 'supertokens-node/recipe/session'

supertokens.init({
  framework: 'express',
  supertokens: { connectionURI: process.env.SUPERTOKENS_URI },
  appInfo: { appName: 'shop', apiDomain: 'https://api.example.com', websiteDomain: 'https://example.com' },
  recipeList: [Session.init({ cookieSecure: true, cookieSameSite: 'strict', antiCsrf: 'VIA_TOKEN' })],
})

const app = express()

app.post('/login', async (req, res) => {
  await Session.createNewSession(req, res, 'public', supertokens.convertToRecipeUserId(req.body.id))
  res.redirect('/')
})

app.post('/logout', verifySession(), async (req, res) => {
  await req.session.revokeSession()
  res.redirect('/login')
})
