/** A value that is made when it is first asked for: most programs that load the rules have no session code to ask about. */
export function onDemand<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
