import { textHas } from '../ast/code-text.js'
import { onceForEach } from '../ast/once-for-each.js'
import { crossSiteLogins } from '../frameworks/cross-site-logins.js'
import type { FileContext } from './file-context.js'

/**
 * Whether another site may have to send the session cookie with a form: the answer of an identity provider by SAML or
 * `form_post`, or requests of a front end elsewhere. Browsers treat a cookie without SameSite as Lax, but let it pass
 * with a POST in its first two minutes; an explicit Lax ends that.
 */
export const isLoggedInFromElsewhere = onceForEach(({ modules, project, settings, sourceCode }: FileContext): boolean => {
  if (textHas(['form_post', 'saml', 'credentials'], sourceCode) && /\bform_post\b|\bsaml\b|\bcredentials\s*:\s*true\b|Access-Control-Allow-Credentials/i.test(sourceCode.text)) return true
  return crossSiteLogins.some((name) => modules.has(name) || settings.libraries.includes(name)) || project.dependencies(crossSiteLogins).size > 0
})
