import type { Roll, Tally } from '@shared/engine/case'
import { countOf, headsNeeded, outcomeOf, shareInWords, tallyOf } from '@shared/engine/count'
import { isRefusal } from '@shared/engine/refusal'
import type { Count, Share } from '@shared/engine/workflow'
import { workflowOf } from '@shared/workflows'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const half = { moreThan: [1, 2] } as const
const twoThirds = { atLeast: [2, 3] } as const
const tally = (eligible: number, present: number, votesFor: number, more: Partial<Tally> = {}): Tally => ({
  eligible,
  all: eligible,
  present,
  for: votesFor,
  against: present - votesFor,
  abstain: 0,
  rollHash: '',
  ...more,
})
const countIn = (step: string) => workflowOf('matterOfRepresentatives')!.steps.find((s) => s.id === step)!.count!
const answer = (count: Count, t: Tally, settings = {}) => {
  const outcome = outcomeOf(count, t, settings)
  return isRefusal(outcome) ? outcome.refusal : outcome
}

describe('the meeting of representatives (村民代表会议), 38 who make it up', () => {
  const count = countIn('resolution')

  it('25 of 38 do not: two thirds of 38 is 25 and a third; it says 还差1人到会', () => {
    const refused = outcomeOf(count, tally(38, 25, 25))
    expect(refused).toMatchObject({ refusal: 'notQuorate', detail: { needed: 26, present: 25, short: 1 } })
    expect(refused).toHaveProperty('says', expect.stringContaining('还差1人到会'))
    expect(refused).toHaveProperty('says', expect.stringContaining('三分之二以上'))
  })
  it('26 came and 13 agreed: exactly half of those who came is not more than half', () =>
    expect(answer(count, tally(38, 26, 13))).toBe('failed'))
  it('26 came and 14 agreed: passed', () => expect(answer(count, tally(38, 26, 14))).toBe('passed'))
  it('with 27 eligible exactly two thirds, 18, will do, and 17 will not', () => {
    expect(answer(count, tally(27, 18, 10))).toBe('passed')
    expect(answer(count, tally(27, 17, 17))).toBe('notQuorate')
  })
  it('all 38 may come, 39 of 38 may not', () => {
    expect(answer(count, tally(38, 38, 20))).toBe('passed')
    expect(outcomeOf(count, tally(38, 39, 20))).toMatchObject({
      refusal: 'tallyWrong',
      says: '实到39人，比应到38人还多。请对一下签到册。',
    })
  })
  it.each([
    [14, 10, 1, '三项加起来是25票，实到26人，少了1票。请对一下计票单。'],
    [14, 10, 3, '三项加起来是27票，实到26人，多了1票。请对一下计票单。'],
  ])('votes of %i, %i and %i do not add up to the 26 who came', (f, against, abstain, says) => {
    expect(outcomeOf(count, tally(38, 26, f, { against, abstain }))).toMatchObject({ refusal: 'tallyWrong', says })
  })
  it('who abstains came, and does not agree', () =>
    expect(answer(count, tally(38, 26, 13, { against: 0, abstain: 13 }))).toBe('failed'))
})

describe('the branch committee (党支部会), more than half came', () => {
  it('2 of 4 do not, 3 of 4 do', () => {
    expect(answer(countIn('proposal'), tally(4, 2, 2))).toBe('notQuorate')
    expect(answer(countIn('proposal'), tally(4, 3, 2))).toBe('passed')
  })
})

describe('the party meeting (党员大会), 45 with a vote', () => {
  const count = countIn('partyMeeting')
  const set = { partyQuorum: [2, 3] }

  it('29 of 45 do not by the setting of two thirds, 30 do', () => {
    expect(outcomeOf(count, tally(45, 29, 29), set)).toMatchObject({ detail: { needed: 30, short: 1 } })
    expect(answer(count, tally(45, 30, 23), set)).toBe('passed')
  })
  it.each([[[1, 3]], [[0, 1]], [[-1, 2]], [[1, 0]], [[2, 3, 4]], ['2/3'], [undefined]])(
    'a setting of %j is held to the floor: 22 of 45 do not, 23 do',
    (partyQuorum) => {
      expect(answer(count, tally(45, 22, 22), { partyQuorum })).toBe('notQuorate')
      expect(answer(count, tally(45, 23, 23), { partyQuorum })).toBe('passed')
    },
  )
  it('22 of 45 fail and 23 pass, whether 30 or 45 came: more than half of all who may vote', () => {
    for (const present of [30, 38, 45]) {
      expect(answer(count, tally(45, present, 22), set)).toBe('failed')
      expect(answer(count, tally(45, present, 23), set)).toBe('passed')
    }
  })
})

describe('the collective’s assembly (成员大会), 901 with capacity', () => {
  const count: Count = {
    roll: 'collectiveCapable',
    quorum: [{ of: 'people', share: twoThirds }],
    pass: { of: 'eligible', share: twoThirds },
    ifShort: '',
  }
  it('600 of 901 do not, 601 do: two thirds of 901 is 600 and two thirds', () => {
    expect(answer(count, tally(901, 600, 600))).toBe('notQuorate')
    expect(answer(count, tally(901, 601, 601))).toBe('passed')
  })
  it('600 that agree of 901 fail even when all came, 601 pass', () => {
    expect(answer(count, tally(901, 901, 600))).toBe('failed')
    expect(answer(count, tally(901, 901, 601))).toBe('passed')
  })
  it('`all` counts heads that may not vote: 675 of 900 pass three quarters, 674 fail', () => {
    const of: Count = { ...count, pass: { of: 'all', share: { atLeast: [3, 4] } } }
    expect(answer(of, tally(800, 700, 675, { all: 900 }))).toBe('passed')
    expect(answer(of, tally(800, 700, 674, { all: 900 }))).toBe('failed')
  })
})

describe('the assembly of villagers (村民会议): more than half of the adults or two thirds of the households', () => {
  const count: Count = {
    roll: 'adults',
    quorum: [
      { of: 'people', share: half },
      { of: 'households', share: twoThirds },
    ],
    pass: { of: 'present', share: half },
    ifShort: '',
  }
  const came = (present: number, households?: number) =>
    tally(
      1000,
      present,
      present,
      households === undefined ? {} : { households: { eligible: 300, present: households } },
    )

  it('500 of 1000 adults alone do not, 501 do', () => {
    expect(answer(count, came(500))).toBe('notQuorate')
    expect(answer(count, came(501))).toBe('passed')
  })
  it('199 of 300 households do not, 200 do, with 200 people', () => {
    const refused = outcomeOf(count, came(200, 199))
    expect(refused).toHaveProperty('says', expect.stringContaining('还差1户到会'))
    expect(answer(count, came(200, 200))).toBe('passed')
  })
  it('301 of 300 households are a wrong roll', () => expect(answer(count, came(301, 301))).toBe('tallyWrong'))
  it('without a roll of households they carry no meeting', () =>
    expect(answer(count, tally(1000, 100, 100, { households: { eligible: 0, present: 0 } }))).toBe('notQuorate'))
})

describe('the form’s figures', () => {
  const roll: Roll = { eligible: 38, all: 40, households: 12, hash: 'h' }
  it('become a tally against the roll', () => {
    expect(tallyOf({ present: 26, votesFor: 14, votesAgainst: 10, votesAbstain: 2 }, roll)).toEqual({
      eligible: 38,
      all: 40,
      present: 26,
      for: 14,
      against: 10,
      abstain: 2,
      rollHash: 'h',
    })
    const withHouseholds = { present: 26, votesFor: 14, votesAgainst: 10, votesAbstain: 2, householdsPresent: 9 }
    expect(tallyOf(withHouseholds, roll)).toMatchObject({ households: { eligible: 12, present: 9 } })
  })
  it.each([[1.5], [-1], ['26'], [Number.NaN], [undefined]])('are whole numbers: not %j', (present) => {
    const refused = tallyOf({ present, votesFor: 1, votesAgainst: 0, votesAbstain: 0 }, roll)
    expect(refused).toMatchObject({ refusal: 'tallyWrong' })
  })
  it('are told while people type', () => {
    const shown = countOf(countIn('resolution'), tally(38, 26, 13))
    expect(shown.quorum).toMatchObject({ needed: 26, met: true, says: '要三分之二以上，至少26人，实到26人' })
    expect(shown.votes.says).toBe('同意13＋反对13＋弃权0＝26')
    expect(shown.pass).toMatchObject({ needed: 14, met: false, says: '13人同意，实到26人过半数要14票，还差1票' })
    expect(countOf(countIn('resolution'), tally(38, 26, 14)).pass.says).toBe('14人同意，达到实到26人的过半数，至少14票')
  })
  it.each([
    [half, '过半数'],
    [{ atLeast: [1, 2] }, '半数以上'],
    [twoThirds, '三分之二以上'],
    [{ atLeast: [3, 4] }, '四分之三以上'],
    [{ moreThan: [2, 3] }, '过三分之二'],
  ] as [Share, string][])('have the law’s own words: %j is %s', (share, words) =>
    expect(shareInWords(share)).toBe(words),
  )
})

describe('for all numbers', () => {
  const fraction = fc
    .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
  const share: fc.Arbitrary<Share> = fc.oneof(
    fraction.map((f) => ({ atLeast: f })),
    fraction.map((f) => ({ moreThan: f })),
  )
  const meets = (heads: number, of: number, s: Share): boolean => {
    const [num, den] = 'atLeast' in s ? s.atLeast : 'moreThan' in s ? s.moreThan : [0, 1]
    const [left, right] = [BigInt(heads) * BigInt(den), BigInt(of) * BigInt(num)]
    return 'atLeast' in s ? left >= right : left > right
  }

  it('the heads needed are the fewest that meet the share, compared exactly', () => {
    fc.assert(
      fc.property(share, fc.integer({ min: 0, max: 100_000_000 }), (s, of) => {
        const needed = headsNeeded(s, of)
        expect(meets(needed, of, s)).toBe(true)
        if (needed > 0) expect(meets(needed - 1, of, s)).toBe(false)
      }),
    )
  })

  it('a setting never makes a floor looser', () => {
    fc.assert(
      fc.property(share, fraction, fc.integer({ min: 1, max: 5000 }), (floor, set, of) => {
        const needed = headsNeeded({ setting: 's', floor }, of, { s: set })
        expect(needed).toBeGreaterThanOrEqual(headsNeeded(floor, of))
        expect(needed).toBeGreaterThanOrEqual(headsNeeded({ atLeast: set }, of))
      }),
    )
  })

  it('one more vote for never turns passed into failed, and one more head never loses the quorum', () => {
    const base = fc.constantFrom('present', 'eligible', 'all')
    fc.assert(
      fc.property(
        share,
        share,
        base,
        fc.integer({ min: 1, max: 2000 }),
        fc.float(),
        fc.float(),
        (q, p, of, n, a, b) => {
          const count: Count = {
            roll: 'adults',
            quorum: [{ of: 'people', share: q }],
            pass: { of, share: p },
            ifShort: '',
          }
          const present = Math.floor(Math.abs(a % 1 || 0) * n)
          const agreed = Math.floor(Math.abs(b % 1 || 0) * present)
          const before = outcomeOf(count, tally(n, present, agreed))
          if (before === 'passed' && agreed < present)
            expect(outcomeOf(count, tally(n, present, agreed + 1))).toBe('passed')
          if (!isRefusal(before) && present < n)
            expect(isRefusal(outcomeOf(count, tally(n, present + 1, agreed)))).toBe(false)
        },
      ),
    )
  })
})
