import type { TSESLint } from '@typescript-eslint/utils'

type SourceCode = Readonly<TSESLint.SourceCode>

/**
 * A function whose answer about an object stays the same, made so that it works that out once: a variable that is used a
 * thousand times is asked about a thousand times.
 */
export function onceForEach<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  return once(work, (key) => key)
}

/** The same for a file. It is known by its tree, because Oxlint hands every file to the rules in the same `SourceCode` object. */
export function onceForFile<Value>(work: (sourceCode: SourceCode) => Value): (sourceCode: SourceCode) => Value {
  return once(work, ({ ast }) => ast)
}

/** The same for names. */
export function onceForName<Value, Name extends string = string>(work: (name: Name) => Value): (name: Name) => Value {
  const answers = new Map<Name, { readonly value: Value }>()
  return (name) => {
    const known = answers.get(name)
    if (known) return known.value
    const value = work(name)
    answers.set(name, { value })
    return value
  }
}

function once<Given, Value>(work: (given: Given) => Value, keyOf: (given: Given) => object): (given: Given) => Value {
  const answers = new WeakMap<object, { readonly value: Value }>()
  return (given) => {
    const key = keyOf(given)
    const known = answers.get(key)
    if (known) return known.value
    const value = work(given)
    answers.set(key, { value })
    return value
  }
}
