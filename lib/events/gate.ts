import type { TSESLint } from '@typescript-eslint/utils'

/** Letters in any case, and places that have to be there with them: all of one of these lists, the one that is looked for fastest first. */
interface Clue {
  readonly letters: string
  readonly places: readonly (readonly RegExp[])[]
}

/**
 * What a text must have for any table or any rule to have something to say. Most files have none of it, and for those
 * this look at the text is all that happens. So each word is looked for by itself: one expression of them all takes six
 * times as long. A search goes from one place of its first letter to the next, and is fast where that letter is rare.
 */
const CLUES: readonly Clue[] = [
  ...['secret', 'passport', 'jwt', 'hmac', 'genid'].map((letters) => ({ letters, places: [[]] })),
  { letters: 'sess', places: [[/sess(?:ion|[_:-])/i]] },
  { letters: 'kie', places: [[/cookie/i]] },
  { letters: 'ken', places: [[/token/i]] },
  // A word of its own, in any way of writing names: not in `inside` or `considered`.
  { letters: 'sid', places: [[/S(?:id|ID)|sid(?![a-z])/, /(?:^|[^A-Za-z])sid(?![a-z])|[a-z\d]S(?:id|ID)(?![a-z])|(?:^|[^A-Z])SID(?![A-Z])/m]] },
  { letters: 'koa', places: [[/['"`]koa['"`]/i]] },
  { letters: 'yar', places: [[/\byar\b/i]] },
  { letters: '.keys', places: [[/\.keys\s*=/i]] },
  ...['.state', '.unstate'].map((letters) => ({ letters, places: [[/\.(?:un)?state\s*\(/i]] })),
  { letters: 'login', places: [[/(?:\.\s*|\[['"`])login\b/i]] },
  { letters: 'logout', places: [[/(?:\.\s*|\[['"`])logout\b|\blogout\s*\(/i]] },
  { letters: 'signout', places: [[/(?:\.\s*|\[['"`])signout\b|\bsignout\s*\(/i]] },
  // What lets other sites read answers with the user's cookies.
  { letters: 'credentials', places: [[/\bcors\b|enableCors|allow-origin/i]] },
  // Handlers of users who are logged in, by whatever: what they do to their accounts may need no word of sessions.
  {
    letters: 'user',
    places: [
      [/\.\s*user\b/, /passw|account/i],
      [/user(?:id)?\s*\(/i, /\b(?:get|require|ensure|load|fetch|current)\w*user(?:id)?\s*\(/i, /passw|account|email|totp|mfa|2fa|two_?factor/i],
    ],
  },
]

/** Whether the text of a file has any of the words without which there is nothing to say. */
export function mayMatter({ text }: Readonly<TSESLint.SourceCode>): boolean {
  // Every rule asks about one file before any asks about the next.
  if (last.text !== text) last = { text, isAnswer: hasClue(text) }
  return last.isAnswer
}

let last = { text: '', isAnswer: false }

function hasClue(text: string): boolean {
  const lower = text.toLowerCase()
  return CLUES.some(({ letters, places }) => lower.includes(letters) && places.some((all) => all.every((place) => place.test(text))))
}
