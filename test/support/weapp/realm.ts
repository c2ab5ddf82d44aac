import vm from 'node:vm'

// Younger than the oldest phones we build for (iOS 13, Chrome 87), or absent from WeChat's logic layer on Android.
const ABSENT = `
  for (const name of ['Intl', 'WebAssembly', 'WeakRef', 'FinalizationRegistry', 'AggregateError', 'SharedArrayBuffer', 'Atomics'])
    delete globalThis[name]
  const without = (owner, names) => names.forEach((name) => { delete owner[name] })
  without(Array.prototype, ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with'])
  without(Array, ['fromAsync'])
  without(String.prototype, ['at', 'replaceAll', 'isWellFormed', 'toWellFormed'])
  without(Object, ['hasOwn', 'groupBy'])
  without(Promise, ['any', 'withResolvers'])
  without(Object.getPrototypeOf(Int8Array).prototype, ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'with'])
`

// A steered Date keeps everything of the real one but what it takes "now" to be.
const STEERED_DATE = `(now) => {
  const Real = Date
  const Steered = new Proxy(Real, {
    construct: (target, args, self) => Reflect.construct(target, args.length > 0 ? args : [now()], self),
    apply: () => new Real(now()).toString(),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  })
  Real.prototype.constructor = Steered
  globalThis.Date = Steered
}`

/**
 * The JavaScript that the program runs in: its own built-ins plus the globals given, and nothing else.
 * There is no window, document, fetch, URL, TextEncoder, crypto or process; eval and new Function throw.
 */
export class Realm {
  private readonly context: vm.Context
  private readonly parseInside: (text: string) => unknown
  private readonly allocate: (size: number) => ArrayBuffer

  constructor(globals: Record<string, unknown>, now?: () => Date) {
    this.context = vm.createContext(globals, { name: 'app-service', codeGeneration: { strings: false, wasm: false } })
    vm.runInContext(ABSENT, this.context)
    this.parseInside = vm.runInContext('(text) => JSON.parse(text)', this.context)
    this.allocate = vm.runInContext('(size) => new ArrayBuffer(size)', this.context)
    if (now) vm.runInContext(STEERED_DATE, this.context)(() => now().getTime())
  }

  /** JSON text as a value of this realm, where `constructor === Object` holds for it. */
  parse(text: string): unknown {
    return this.parseInside(text)
  }

  /** The value as it arrives after crossing a layer: by JSON. */
  copy<T>(value: T): T {
    return value === undefined ? value : (this.parseInside(JSON.stringify(value)) as T)
  }

  buffer(bytes: Uint8Array): ArrayBuffer {
    const copy = this.allocate(bytes.byteLength)
    new Uint8Array(copy).set(bytes)
    return copy
  }

  run(script: vm.Script): unknown {
    return script.runInContext(this.context)
  }
}
