/**
 * A function whose answer about an object stays the same, made so that it works that out once: a variable that is used a
 * thousand times is asked about a thousand times.
 */
export function onceForEach<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const answers = new WeakMap<Key, { readonly value: Value }>()
  return (key) => {
    const known = answers.get(key)
    if (known) return known.value
    const value = work(key)
    answers.set(key, { value })
    return value
  }
}
