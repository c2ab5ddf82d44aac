import type { ApiCall } from '../definitions'
import type { Pending } from '../pending'
import type { Realm } from '../realm'
import type { Privacy } from './privacy'

type Callback = (result: object) => void
export type CallOptions = Record<string, unknown> & { success?: Callback; fail?: Callback; complete?: Callback }

/** What every part of the wx object works with. */
export type Host = {
  pending: Pending
  calls: ApiCall[]
  /** The program's own realm, for values that it is handed. */
  realm: () => Realm
  /** Stops what asks for private information before it was agreed to. */
  privacy: Privacy
  /** Whether a tap is being heard this very moment. */
  isTapped: () => boolean
}

/** WeChat's refusal of a call; the message is its errMsg, as 'chooseMedia:fail cancel'. */
export class Failed extends Error {
  constructor(
    readonly errMsg: string,
    readonly errno?: number,
    readonly errCode?: number,
  ) {
    super(errMsg)
  }
}

/** Values that are already the program's own must not be copied: an ArrayBuffer would become {}. */
export class Ready {
  constructor(readonly result: object) {}
}

/**
 * A wx call that answers later: by success, fail and complete when any of them is given, else by a promise.
 * A thrown Failed reaches the program with its own errMsg.
 */
export function answers(host: Host, api: string, answer: (options: CallOptions) => unknown) {
  return (options: CallOptions = {}): Promise<object> | undefined => {
    host.calls.push({ api, options })
    const answered = host.pending.begin()
    const hasCallback = Boolean(options.success || options.fail || options.complete)
    const work = (async () => {
      try {
        host.privacy.ask(api)
        const found = await answer(options)
        const result = found instanceof Ready ? found.result : host.realm().copy((found ?? {}) as object)
        const done = { errMsg: `${api}:ok`, ...result }
        options.success?.(done)
        options.complete?.(done)
        return done
      } catch (error) {
        if (!(error instanceof Failed)) throw error
        const failure = { errMsg: error.errMsg, errno: error.errno, errCode: error.errCode }
        options.fail?.(failure)
        options.complete?.(failure)
        if (hasCallback) return failure
        throw failure
      } finally {
        answered()
      }
    })()
    if (!hasCallback) return work
    // What a callback of the program throws is the program's error, and a test must see it.
    work.catch((error) => host.pending.errors.push(error))
    return undefined
  }
}

/** Calls that only need to be answered with ok. */
export function quietly(host: Host, ...names: string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, answers(host, name, () => ({}))]))
}
