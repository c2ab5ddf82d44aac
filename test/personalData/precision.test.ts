import { findPersonalData, maskPersonalData, type PersonalKind, personalKinds } from '@shared/personalData'
import { describe, expect, it } from 'vitest'
import { corpusOf } from './corpus'
import type { Labelled } from './labelled'

type Score = { right: number; missed: Labelled[]; wrong: { found: string; at: Labelled }[] }

/** A label is found if one find of its kind covers it whole; a find is wrong if it touches no label of its kind. */
const scoreOf = (cases: readonly Labelled[]) => {
  const scores = new Map<PersonalKind, Score>()
  const of = (kind: PersonalKind) => {
    const score = scores.get(kind) ?? { right: 0, missed: [], wrong: [] }
    scores.set(kind, score)
    return score
  }
  for (const at of cases) {
    const found = findPersonalData(at.text)
    for (const label of at.personal)
      if (found.some((f) => f.kind === label.kind && f.from <= label.from && f.to >= label.to)) of(label.kind).right++
      else of(label.kind).missed.push(at)
    for (const f of found)
      if (!at.personal.some((label) => label.kind === f.kind && label.from < f.to && f.from < label.to))
        of(f.kind).wrong.push({ found: f.text, at })
  }
  return scores
}

const share = (part: number, other: number) => (part + other === 0 ? 1 : part / (part + other))
const sum = (scores: Iterable<Score>) =>
  [...scores].reduce((a, s) => [a[0] + s.right, a[1] + s.missed.length, a[2] + s.wrong.length], [0, 0, 0])

const report = (scores: ReadonlyMap<PersonalKind, Score>) => {
  const line = (name: string, [right, missed, wrong]: readonly number[]) =>
    `${name}  precision ${share(right, wrong).toFixed(4)}  recall ${share(right, missed).toFixed(4)}  right ${right}  missed ${missed}  wrong ${wrong}`
  return [
    ...[...scores].flatMap(([kind, score]) => [
      line(`${kind} ${personalKinds[kind]}`, sum([score])),
      ...score.missed.map((m) => `    missed (${m.layout}): ${m.text}`),
      ...score.wrong.map((w) => `    wrong (${w.at.layout}): “${w.found}” in ${w.at.text}`),
    ]),
    line('all', sum(scores.values())),
  ].join('\n')
}

describe('the guard against the labelled corpus', () => {
  const { positives, papers, sentences } = corpusOf(20260608)
  const all = [...positives, ...papers, ...sentences]

  it('has 600 texts both ways, and the same ones on every run', () => {
    expect(positives.length).toBeGreaterThanOrEqual(250)
    expect(papers.length).toBeGreaterThanOrEqual(200)
    expect(papers.length + sentences.length).toBeGreaterThanOrEqual(350)
    expect(positives.every((p) => p.personal.length > 0)).toBe(true)
    expect([...papers, ...sentences].every((n) => n.personal.length === 0)).toBe(true)
    expect(corpusOf(20260608)).toEqual({ positives, papers, sentences })
  })

  it('finds at least 99 of 100, and of 100 finds at least 99 are right', () => {
    const scores = scoreOf(all)
    const [right, missed, wrong] = sum(scores.values())
    console.log(`${all.length} texts, ${positives.length} with personal data\n${report(scores)}`)
    expect(share(right, wrong)).toBeGreaterThanOrEqual(0.99)
    expect(share(right, missed)).toBeGreaterThanOrEqual(0.99)
  })

  it('does so on texts drawn anew', () => {
    const drawn = [11, 23, 47].map(corpusOf).flatMap((c) => [...c.positives, ...c.papers, ...c.sentences])
    const scores = scoreOf(drawn)
    const [right, missed, wrong] = sum(scores.values())
    console.log(`three more corpora, ${drawn.length} texts\n${report(scores)}`)
    expect(share(right, wrong)).toBeGreaterThanOrEqual(0.99)
    expect(share(right, missed)).toBeGreaterThanOrEqual(0.99)
  })

  it('finds lie in order, not over each other, and are the text at their place; masked, nothing is left', () => {
    for (const { text } of all) {
      let last = 0
      for (const f of findPersonalData(text)) {
        expect(text.slice(f.from, f.to)).toBe(f.text)
        expect(f.from).toBeGreaterThanOrEqual(last)
        last = f.to
      }
      expect(findPersonalData(maskPersonalData(text))).toEqual([])
    }
  })

  it('leaves a text alone in which nothing is found', () => {
    for (const { text } of [...papers, ...sentences])
      if (findPersonalData(text).length === 0) expect(maskPersonalData(text)).toBe(text)
  })
})
