import { askingFacts } from '@shared/rules/askingFacts'
import { describe, expect, it } from 'vitest'
import { aPerson } from '../support/build'
import { judge, says } from './judging'

const tested = new Set<string>()
const fact = (name: keyof typeof askingFacts, test: () => void) => {
  tested.add(name)
  describe(name, test)
}

fact('asksOfPosted', () => {
  it('asks of something that is there, of a row of it or of the whole', () => {
    expect(says('asksOfPosted', { facts: { hasAbout: true } })).toBe('fine')
    expect(says('asksOfPosted', { form: { row: 4 }, facts: { hasAbout: true, rows: 4 } })).toBe('fine')
    expect(says('asksOfPosted', { form: { row: 5 }, facts: { hasAbout: true, rows: 4 } })).toContain('那一笔旁边')
  })
  it('or of an item and a period that should be there; a row of nothing can’t be asked about', () => {
    expect(says('asksOfPosted', { form: { item: 'V12', period: '2026-Q2' }, facts: { hasAbout: false } })).toBe('fine')
    for (const period of [undefined, '2026-13', '@2026-02-30', 'x'])
      expect(says('asksOfPosted', { form: { item: 'V12', period }, facts: {} })).toContain('从要问的那一份')
    expect(says('asksOfPosted', { form: { item: 'X1', period: '2026' }, facts: {} })).toContain('从要问的那一份')
    const row = { row: 3, item: 'V12', period: '2026-Q2' }
    expect(says('asksOfPosted', { form: row, facts: { hasAbout: false } })).toContain('那一笔旁边')
  })
})

fact('enoughToQuestion', () => {
  const submitted = (basis: string, joined: object, adults = 0) =>
    says('enoughToQuestion', {
      ...{ outcome: 'submitted', before: { basis }, facts: { joined } },
      world: { rolls: { adults: { eligible: adults, all: adults, households: 0, hash: '' } } },
    })
  it('four representatives are one short, five are enough (五名以上村民代表)', () => {
    expect(submitted('representatives', { supervisors: 1, representatives: 4, voters: 90 })).toBe(
      '要五名以上村民代表联名，还差1名。',
    )
    expect(submitted('representatives', { supervisors: 0, representatives: 5, voters: 5 })).toBe('fine')
  })
  it('a tenth of 823 voters is 83: 82 are one short', () => {
    expect(submitted('voters', { supervisors: 0, representatives: 9, voters: 82 }, 823)).toContain('至少83人，还差1人')
    expect(submitted('voters', { supervisors: 0, representatives: 0, voters: 83 }, 823)).toBe('fine')
    expect(submitted('voters', { supervisors: 0, representatives: 0, voters: 83 }, 0)).toContain('名册里还没有选民人数')
  })
  it('in the name of the 村监委 one of them has to ask', () => {
    expect(submitted('supervisors', { supervisors: 1, representatives: 0, voters: 0 })).toBe('fine')
    expect(submitted('supervisors', { supervisors: 0, representatives: 9, voters: 9 })).toContain('由村监委成员提出')
  })
  it('nobody has to be enough to drop it', () =>
    expect(judge('enoughToQuestion', { outcome: 'dropped', before: { basis: 'voters' } })).toEqual({}))
})

fact('joinsOnce', () => {
  const by = aPerson('representative', 'p-1')
  it('whoever asked or has joined counts once', () => {
    const joined = [{ step: 'joining', aside: 'join', person: 'p-2' }]
    expect(says('joinsOnce', { by, log: joined })).toBe('fine')
    expect(says('joinsOnce', { by, log: [{ step: 'open', person: 'p-1' }] })).toContain('一个人只算一次')
    expect(says('joinsOnce', { by, log: [{ step: 'joining', aside: 'join', person: 'p-1' }] })).toContain('只算一次')
    expect(says('joinsOnce', { by, log: [{ step: 'joining', aside: 'urge', person: 'p-1' }] })).toBe('fine')
  })
})

fact('signed', () => {
  it('a declaration is signed by a tick of one’s own', () => {
    expect(says('signed', { form: { signed: true } })).toBe('fine')
    expect(says('signed', { form: { signed: false } })).toContain('由本人签字')
  })
})

it('every fact about asking is judged here both ways', () =>
  expect([...tested].sort()).toEqual(Object.keys(askingFacts).sort()))
