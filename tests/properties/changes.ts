/** A difference that is as it should be: what a rewriting hides from a rule, or shows it. */
interface Change {
  /** The rewritings. */
  readonly rewriting: RegExp
  /** Rule and message; every finding where it is left out. */
  readonly finding?: RegExp
  readonly why: string
}

/** Findings that a rewriting may hide: what nobody can read is not reported. */
const HIDDEN: readonly Change[] = [
  { rewriting: /^rename (?:the parameters|variables)/, why: 'where nothing else says what a handler is given, its names do: `req`, `ctx`' },
  { rewriting: /^rename/, finding: /^no-hardcoded-secret/, why: '`new Keygrip()` is known by its name' },
  { rewriting: /^rename/, finding: /^require-jwt-algorithms header/, why: 'what a header brings is known by its name' },
  { rewriting: /^put a comment/, finding: /logout|session-error/, why: 'a file whose only word of sessions is `.logout` is found by that, without a comment in it' },
  { rewriting: /^split chains/, why: 'a part of a route, of a query or of an answer in a variable of its own is not followed' },
  { rewriting: /^(?:wrap options|spread options|assign options)/, why: 'routes, rows, validators and conditions in objects from elsewhere are not followed' },
  { rewriting: /^wrap the file/, finding: /^no-(?:hardcoded-secret|weak-session-id)/, why: 'constants and stores of functions are not those of the module' },
  { rewriting: /^add/, why: 'an assertion in the midst of an expression is not looked through everywhere' },
  { rewriting: /^write numbers as products/, why: '1000 and 0 are known as they are written' },
  { rewriting: /^(?:write strings|join strings)/, finding: /^require-max-age/, why: 'the name of a driver is known in quotes' },
  { rewriting: /^wrap expressions in blocks|^write blocks/, finding: /^no-unhandled-session-error passed/, why: 'the answer to an error is looked for at the end of its branch' },
  { rewriting: /^put what is returned/, why: 'a value that goes through a variable may be used in between' },
]

/** Findings that a rewriting may bring, as less of what makes a program safe can be read. */
const SHOWN: readonly Change[] = [
  { rewriting: /^rename what is imported/, why: 'functions that promisify, guard and verify are known by their names' },
  { rewriting: /^rename the parameters/, finding: /^no-auth-from-unsigned-cookie/, why: 'a function that is given a request is known by the name of that' },
  { rewriting: /^(?:split chains|spread options|assign options)/, finding: /^require-max-age/, why: 'an end in a part of a query is not followed' },
  { rewriting: /^wrap options/, finding: /^no-weak-session-id/, why: 'who is given an object says whose session it tells of' },
]

/** The findings that a rewriting has hidden or brought without a reason for it. */
export function unexplained(rewriting: string, before: readonly string[], after: readonly string[]): string[] {
  return [
    ...without(before, after).filter((finding) => !isExplained(HIDDEN, rewriting, finding)).map((finding) => `hidden: ${finding}`),
    ...without(after, before).filter((finding) => !isExplained(SHOWN, rewriting, finding)).map((finding) => `shown: ${finding}`),
  ]
}

function isExplained(changes: readonly Change[], rewriting: string, finding: string): boolean {
  return changes.some((change) => change.rewriting.test(rewriting) && change.finding?.test(finding) !== false)
}

/** What is in a list more often than in another one. */
export function without(list: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return list.filter((item) => {
    const index = left.indexOf(item)
    if (index !== -1) left.splice(index, 1)
    return index === -1
  })
}
