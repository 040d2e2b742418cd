import supertokens from 'supertokens-node'
import Session from 'supertokens-node/recipe/session'

// Nothing here is for the rules that there are: the cookies are HttpOnly, and the core makes the IDs and ends the sessions.
supertokens.init({
  framework: 'express',
  supertokens: { connectionURI: process.env.SUPERTOKENS_URI },
  appInfo: { appName: 'shop', apiDomain: 'http://api.example.com', websiteDomain: 'http://example.com' },
  recipeList: [Session.init({ cookieSecure: false, cookieSameSite: 'none' })],
})
