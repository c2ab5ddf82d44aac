// The oldest phones we build for (iOS 13, Chrome 87) lack these; Babel turns syntax into older syntax, not methods.

function addWhereMissing(owner: object, methods: Record<string, (...args: never[]) => unknown>): void {
  for (const [name, value] of Object.entries(methods)) {
    if (!(name in owner)) Object.defineProperty(owner, name, { value, writable: true, configurable: true })
  }
}

function at(this: ArrayLike<unknown>, index: number) {
  const i = Math.trunc(index) || 0
  return this[i < 0 ? this.length + i : i]
}

function findLastIndex(this: unknown[], test: (item: unknown, i: number, all: unknown[]) => unknown) {
  let i = this.length - 1
  while (i >= 0 && !test(this[i], i, this)) i--
  return i
}

addWhereMissing(Array.prototype, {
  at,
  findLastIndex,
  findLast(this: unknown[], test: Parameters<typeof findLastIndex>[0]) {
    return this[findLastIndex.call(this, test)]
  },
  toSorted(this: unknown[], compare?: (a: unknown, b: unknown) => number) {
    return this.slice().sort(compare)
  },
  toReversed(this: unknown[]) {
    return this.slice().reverse()
  },
})

addWhereMissing(String.prototype, {
  at,
  replaceAll(this: string, found: string | RegExp, replacement: string) {
    if (typeof found !== 'string') return this.replace(found, replacement)
    return this.replace(new RegExp(found.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'g'), replacement)
  },
})

addWhereMissing(Object, {
  hasOwn: (owner: object, name: string) => Object.getOwnPropertyDescriptor(owner, name) !== undefined,
})
