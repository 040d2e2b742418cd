import type { Node } from '../ast/nodes.js'
import { defineRule } from '../define-rule.js'
import { openLogoutsAround, readNamedEndings } from '../events/open-logouts.js'
import { answerPost } from '../fixes/answer-post.js'

/** A GET may come from an image on any page, from a link in a mail, and from whatever loads pages ahead. */
export default defineRule({
  name: 'no-get-logout',
  meta: {
    type: 'suggestion',
    docs: { description: 'Disallow logout on GET routes' },
    hasSuggestions: true,
    schema: [],
    defaultOptions: [],
    messages: {
      open: 'Any page can log its visitors out of here with a link or an image: let this logout answer POST alone.',
      post: 'Answer POST instead',
    },
  },
  create({ file, report }) {
    const reported = new Set<Node>()
    for (const ending of readNamedEndings(file)) reportOpen(ending)

    return {
      cookieCleared({ role, write }) {
        if (role === 'session') reportOpen(write)
      },
      identityUnset: ({ write }) => {
        reportOpen(write)
      },
      sessionAbandoned: ({ write }) => {
        reportOpen(write)
      },
      sessionDestroyed: ({ node }) => {
        reportOpen(node)
      },
      sessionRegenerated: ({ node }) => {
        reportOpen(node)
      },
    }

    function reportOpen(ending: Node): void {
      for (const logout of openLogoutsAround(file, ending)) {
        if (reported.has(logout.node)) continue
        reported.add(logout.node)
        report({ node: logout.node, messageId: 'open', repair: { edit: answerPost(file, logout), isProved: false, messageId: 'post' } })
      }
    }
  },
})
