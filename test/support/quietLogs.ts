import { afterAll } from 'vitest'
import { telling } from './telling'

/** Lines that were written by `functions/` in this test file and say too much, as they would stand in somebody's log. */
const said: string[] = []

const fromFunctions = (): boolean => {
  const before = Error.stackTraceLimit
  Error.stackTraceLimit = 60
  const stack = new Error().stack ?? ''
  Error.stackTraceLimit = before
  return /\/functions\/(?!demo\/)/.test(stack)
}
const note = (parts: readonly unknown[]) => {
  const told = fromFunctions() ? telling(parts) : undefined
  if (told) said.push(told)
}

for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
  const plain = console[name]
  console[name] = (...parts: unknown[]) => {
    note(parts)
    plain.apply(console, parts)
  }
}
for (const stream of [process.stdout, process.stderr]) {
  const plain = stream.write
  stream.write = ((...given: Parameters<typeof plain>) => {
    note([given[0]])
    return plain.apply(stream, given)
  }) as typeof plain
}

afterAll(() => {
  const all = said.splice(0)
  if (all.length > 0) throw new Error(`what was written down tells of people:\n${all.join('\n')}`)
})
