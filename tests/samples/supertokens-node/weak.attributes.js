import supertokens from 'supertokens-node'
import Session from 'supertokens-node/recipe/session'

supertokens.init({
  framework: 'express',
  supertokens: { connectionURI: process.env.SUPERTOKENS_URI },
  appInfo: { appName: 'shop', apiDomain: 'https://api.example.com', websiteDomain: 'https://example.com' },
  recipeList: [Session.init({ cookieSecure: false, cookieSameSite: 'lax', cookieDomain: '.example.com' })],
})
