/**
 * What a reading gives; undefined where it comes to the end of the stack, as in a file that is nested so deeply that the
 * parser just got through: nobody understands such a file, and it is left alone. Other errors are thrown.
 */
export function unlessTooDeep<Result>(read: () => Result): Result | undefined {
  try {
    return read()
  } catch (error) {
    if (isEndOfStack(error)) return undefined
    throw error
  }
}

/** Each engine has words of its own; of the errors of its class this one alone speaks of the stack. */
function isEndOfStack(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('stack')
}
