type Timer = { due: number; repeats: boolean; stop: () => void }

/** Everything that the program still waits for: its timers, and calls that WeChat has not answered. */
export class Pending {
  readonly errors: unknown[] = []
  private readonly timers = new Map<number, Timer>()
  private readonly calls = new Set<object>()
  private lastTimer = 0

  /** Marks one unanswered call; the returned function says that it was answered. */
  begin(): () => void {
    const call = {}
    this.calls.add(call)
    return () => this.calls.delete(call)
  }

  /** setTimeout and setInterval of the program; an error inside is kept for idle() to throw. */
  setTimer(run: () => void, ms: number, repeats: boolean): number {
    const id = ++this.lastTimer
    const ring = () => {
      if (!repeats) this.timers.delete(id)
      this.guard(run)
    }
    const handle = repeats ? setInterval(ring, ms) : setTimeout(ring, ms)
    this.timers.set(id, { due: performance.now() + ms, repeats, stop: () => clearTimeout(handle) })
    return id
  }

  clearTimer(id: number): void {
    this.timers.get(id)?.stop()
    this.timers.delete(id)
  }

  /** Runs after what is running now, as a message between the two layers does. */
  defer(run: () => void): void {
    this.setTimer(run, 0, false)
  }

  guard(run: () => void): void {
    try {
      run()
    } catch (error) {
      this.errors.push(error)
    }
  }

  stop(): void {
    for (const id of [...this.timers.keys()]) this.clearTimer(id)
    this.calls.clear()
  }

  /**
   * Resolves when no call is unanswered and no one-off timer is due within `horizon` ms.
   * Throws what a handler, timer or effect threw since the last time, or after `limit` ms of waiting.
   */
  async idle(horizon = 60, limit = 10_000): Promise<void> {
    const end = performance.now() + limit
    // An answer may start the next call a few turns later, so quiet has to last.
    for (let quiet = 0; quiet < 3; ) {
      const busy = this.calls.size > 0 || this.hasTimerWithin(horizon)
      quiet = busy ? 0 : quiet + 1
      if (performance.now() > end) throw new Error(`the mini-program is still busy after ${limit} ms`)
      await new Promise((resolve) => setTimeout(resolve, busy ? 2 : 0))
    }
    if (this.errors.length > 0) throw this.errors.splice(0)[0]
  }

  private hasTimerWithin(horizon: number): boolean {
    const until = performance.now() + horizon
    return [...this.timers.values()].some((timer) => !timer.repeats && timer.due <= until)
  }
}
