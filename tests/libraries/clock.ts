/**
 * Stops the clock that programs read (`Date`), on a whole second because Expires has no parts of seconds, so that
 * days can pass in a test. Timers and sockets go on as ever.
 */
export function stopClock(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Math.ceil(Date.now() / 1000) * 1000 })
  onTestFinished(() => {
    vi.useRealTimers()
  })
}

export function pass(seconds: number): void {
  vi.setSystemTime(Date.now() + seconds * 1000)
}
