import { checkSync, type Diagnostics } from 'recheck'
import { expect, it, vi } from 'vitest'
import { type Pattern, patternsIn } from './patterns'

process.env.RECHECK_BACKEND = 'pure'

/**
 * Patterns that take time by the square (or more) of what they are asked to look at, which is so short that it takes none: at most
 * so many characters, and why.
 */
const bounded: readonly { source: string; most: number; why: string }[] = [
  { source: '(?:\\d+ ){3}$', most: 16, why: 'what stands before a number' },
  { source: '[A-Za-z][A-Za-z0-9\\-_/#]*$', most: 16, why: 'what stands before a number' },
  { source: '[A-Za-z0-9][\\w.%+-]{0,63}$', most: 64, why: 'what stands before an @' },
  { source: '[^\\s,。;|]*$', most: 8, why: 'what stands before an address' },
  { source: '[^\\s,。;!?|()]*$', most: 10, why: 'what stands before an illness' },
  { source: '\\d+(\\.\\d+)?%', most: 5000, why: 'a text of a case, read aloud on one’s own phone' },
  { source: '\\d[\\d-]{2,}[ -]?\\d{3,}', most: 5000, why: 'a text of a case, read aloud on one’s own phone' },
  { source: 'Android.*Mobile', most: 1000, why: 'what a phone says of itself, asked on that phone' },
]
/** Put together when the program starts, of parts that all end somewhere: measured over this many characters. */
const mostBuilt = 100_000
/** What isn't done by then hangs, however busy the machine is. Milliseconds. */
const hangs = 5_000

const judged = ({ source, flags }: Omit<Pattern, 'at'>): Diagnostics => checkSync(source, flags, { timeout: 20_000 })

/** How long it looks at the worst that is known for it, cut to a length. Milliseconds. */
const timeOver = ({ source, flags }: Omit<Pattern, 'at'>, verdict: Diagnostics, most: number): number => {
  if (verdict.status !== 'vulnerable') return 0
  const worst = verdict.attack.string.repeat(Math.ceil(most / verdict.attack.string.length)).slice(0, most)
  const pattern = new RegExp(source, flags.replace('g', ''))
  const before = performance.now()
  pattern.test(worst)
  return performance.now() - before
}

const { patterns, built } = patternsIn(['shared', 'functions', 'miniapp/src'])

it('no pattern takes time by the square of what somebody sends, but the eight that look at a few characters', () => {
  expect(patterns.length).toBeGreaterThan(200)
  const slow = patterns.flatMap((pattern) => {
    const verdict = judged(pattern)
    const known = bounded.find(({ source }) => source === pattern.source)
    if (known) return timeOver(pattern, verdict, known.most) < hangs ? [] : [`${pattern.at} ${pattern.source}`]
    return verdict.status === 'safe' ? [] : [`${pattern.at} ${verdict.status} ${pattern.source}`]
  })
  expect(slow).toEqual([])
  // who is no longer there needs no excuse
  expect(bounded.filter(({ source }) => !patterns.some((p) => p.source === source))).toEqual([])
}, 180_000)

it('a pattern that is known to be slow is found to be', () => {
  expect(judged({ source: '^(a+)+$', flags: '' }).status).toBe('vulnerable')
  expect(judged({ source: '\\s*-\\s*$', flags: '' }).status).toBe('vulnerable')
})

it('patterns are built as the program runs in three files alone, and of nothing that was sent', () => {
  const files = [...new Set(built.map((at) => at.replace(/:\d+$/, '')))]
  expect(files.sort()).toEqual(['miniapp/src/oldPhones.ts', 'shared/personalNumbers.ts', 'shared/personalWords.ts'])
})

it('those that look for personal data go through 100 000 characters of the worst and don’t hang', async () => {
  const made: [string, string?][] = []
  vi.resetModules()
  const plain = globalThis.RegExp
  globalThis.RegExp = new Proxy(plain, {
    construct: (target, given: [string, string?]) => {
      made.push(given)
      return Reflect.construct(target, given) as RegExp
    },
  })
  await import('@shared/personalData').finally(() => {
    globalThis.RegExp = plain
  })
  expect(made).toHaveLength(5)
  for (const [source, flags = ''] of made) {
    const verdict = judged({ source, flags })
    expect(timeOver({ source, flags }, verdict, mostBuilt), source.slice(0, 60)).toBeLessThan(hangs)
  }
}, 180_000)
