import type { Node } from '../ast/nodes.js'
import { defineRule } from '../define-rule.js'
import type { SessionConfigured } from '../events/events.js'
import { settingAt } from '../events/given.js'
import { knowsLoginTime } from '../events/login-times.js'
import { LIMITS } from '../events/settings.js'

const HOUR = 60 * 60

/** A session that each visit prolongs never ends for whoever has stolen it and visits often enough. */
export default defineRule({
  name: 'require-absolute-timeout',
  meta: {
    type: 'suggestion',
    docs: { description: 'Require an absolute lifetime when sessions are rolling' },
    schema: [],
    defaultOptions: [],
    messages: {
      rolling: 'Each visit prolongs this session, and nothing ends it for good: keep the time of the login in it, and end it {{hours}} hours later.',
    },
  },
  create({ file, report, settings }) {
    const hours = LIMITS[settings.profile].absolute / HOUR

    return {
      sessionConfigured(session) {
        const sliding = slidingIn(session)
        // A session without any end is another rule's business.
        if (sliding && session.lifetime.state !== 'endless') reportSliding(sliding, session)
      },
      sessionProlonged({ framework, node }) {
        const callee = node.type === 'CallExpression' ? node.callee : node
        reportSliding(callee.type === 'MemberExpression' ? callee.property : callee, { framework })
      },
    }

    /** Only a file that shows the login shows that it keeps no time. */
    function reportSliding(node: Node, { framework }: Pick<SessionConfigured, 'framework'>): void {
      const isShown = file.of('userLoggedIn').some(({ by, session }) => by === 'program' && session.framework === framework)
      if (isShown && !knowsLoginTime(file)) report({ node, messageId: 'rolling', data: { hours } })
    }
  },
})

/** Where the source says that visits prolong the session; what a library does by itself is not said here. */
function slidingIn({ facts, options }: SessionConfigured): Node | undefined {
  const { renewedBy, slides } = facts.lifetime
  const names = [...(typeof slides === 'string' ? [] : [slides.option]), ...(renewedBy === undefined ? [] : [renewedBy])]
  for (const name of names) {
    const setting = settingAt(options, name)
    if (setting.state === 'known' && setting.from === 'source' && setting.value === true) return setting.node
  }
  return undefined
}
