import type { TSESLint } from '@typescript-eslint/utils'

type SourceCode = Readonly<TSESLint.SourceCode>

/** A box, so that `undefined` is an answer too. */
interface Answer<Value> {
  readonly value: Value
}

/** A map, which may hold its keys weakly. */
interface Memory<Key, Value> {
  get(key: Key): Answer<Value> | undefined
  set(key: Key, answer: Answer<Value>): unknown
}

/**
 * A function whose answer about an object stays the same, made so that it works that out once: a variable that is used a
 * thousand times is asked about a thousand times.
 */
export function onceForEach<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  return remembering(new WeakMap<Key, Answer<Value>>(), work)
}

/** The same for names. */
export function onceForName<Value, Name extends string = string>(work: (name: Name) => Value): (name: Name) => Value {
  return remembering(new Map<Name, Answer<Value>>(), work)
}

/** What was worked out about a file, by what worked it out: many memories of all files would take more room than one. */
const answersAbout = onceForEach<object, Map<unknown, Answer<unknown>>>(() => new Map())

/** The same for a file. It is known by its tree, because Oxlint hands every file to the rules in the same `SourceCode` object. */
export function onceForFile<Value>(work: (sourceCode: SourceCode) => Value): (sourceCode: SourceCode) => Value {
  return (sourceCode) => {
    const answers = answersAbout(sourceCode.ast)
    const known = answers.get(work)
    // What was put there for this work is its own; the compiler can't follow the pair.
    if (known) return known.value as Value
    const value = work(sourceCode)
    answers.set(work, { value })
    return value
  }
}

function remembering<Key, Value>(answers: Memory<Key, Value>, work: (key: Key) => Value): (key: Key) => Value {
  return (key) => {
    const known = answers.get(key)
    if (known) return known.value
    const value = work(key)
    answers.set(key, { value })
    return value
  }
}
