/** Packages by which an identity provider answers with a form that it posts from its own site: SAML, WS-Federation, Apple. */
export const crossSiteLogins: readonly string[] = [
  '@node-saml/node-saml',
  '@node-saml/passport-saml',
  'passport-saml',
  'passport-apple',
  'passport-wsfed-saml2',
  'passport-azure-ad',
  'saml2-js',
  'samlify',
  'samlp',
  'apple-signin-auth',
  'express-openid-connect',
]
