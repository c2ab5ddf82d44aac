import type { Roll } from '@shared/engine/case'
import { outcomeOf, tallyOf } from '@shared/engine/count'
import { isRefusal } from '@shared/engine/refusal'
import type { Count } from '@shared/engine/workflow'
import { settingsWith } from '@shared/schemas/settings'
import { workflowOf } from '@shared/workflows'
import { matters } from '@shared/workflows/matter'
import { describe, expect, it } from 'vitest'

const countIn = (workflow: string, step: string): Count =>
  workflowOf(workflow)!.steps.find((s) => s.id === step)!.count!

type Came = { of: number; households?: number; present: number; came?: number; for: number; notVoting?: number }
/** passed, failed, or why not. Whoever doesn't agree is against. */
const held = (count: Count, { of, households = 0, present, came, for: agree, notVoting }: Came, settings = {}) => {
  const roll: Roll = { eligible: of, all: of, households, hash: '' }
  const form = {
    ...{ present, votesFor: agree, votesAgainst: present - agree - (notVoting ?? 0), votesAbstain: 0 },
    ...(came !== undefined && { householdsPresent: came }),
    ...(notVoting !== undefined && { notVoting }),
  }
  const all = { ...settingsWith(), ...settings }
  const tally = tallyOf(form, roll, count, all)
  if (isRefusal(tally)) return tally.refusal
  const outcome = outcomeOf(count, tally, all)
  return isRefusal(outcome) ? outcome.refusal : outcome
}

describe('党支部会提议: more than half of the committee come, more than half of those agree', () => {
  const count = countIn('matterOfRepresentatives', 'proposal')
  it('3 of 5 do, 2 of 5 don’t; 2 of 4 are half and not more', () => {
    expect(held(count, { of: 5, present: 3, for: 2 })).toBe('passed')
    expect(held(count, { of: 5, present: 2, for: 2 })).toBe('notQuorate')
    expect(held(count, { of: 4, present: 2, for: 2 })).toBe('notQuorate')
    expect(held(count, { of: 5, present: 4, for: 2 })).toBe('failed')
  })
})

describe('“两委”会商议: two thirds of both committees come (本系统建议), more than half agree', () => {
  const count = countIn('matterOfRepresentatives', 'deliberation')
  it('6 of 9 do, 5 of 9 don’t: two thirds of 9 is 6', () => {
    expect(held(count, { of: 9, present: 6, for: 4 })).toBe('passed')
    expect(held(count, { of: 9, present: 6, for: 3 })).toBe('failed')
    expect(held(count, { of: 9, present: 5, for: 5 })).toBe('notQuorate')
  })
  it('whoever has an interest stays in 应到: 6 came of 9, 1 of them doesn’t vote, 4 of 6 are needed', () => {
    expect(held(count, { of: 9, present: 6, for: 4, notVoting: 1 })).toBe('passed')
    expect(held(count, { of: 9, present: 6, for: 3, notVoting: 1 })).toBe('failed')
  })
  it('where it is set so, they are left out: 5 of 8 don’t do, 6 of 8 do, 3 of 5 who vote are more than half', () => {
    const out = { leaveOutRecused: 1 }
    expect(held(count, { of: 9, present: 7, for: 4, notVoting: 1 }, out)).toBe('passed')
    expect(held(count, { of: 9, present: 6, for: 4, notVoting: 1 }, out)).toBe('notQuorate')
  })
})

describe('党员大会审议: two thirds of the voting members come by setting, never under half; half of ALL agree', () => {
  const count = countIn('matterOfRepresentatives', 'partyMeeting')
  it('30 of 45 do, 29 don’t; 23 yes pass whatever came, 22 don’t', () => {
    expect(held(count, { of: 45, present: 29, for: 29 })).toBe('notQuorate')
    expect(held(count, { of: 45, present: 30, for: 23 })).toBe('passed')
    expect(held(count, { of: 45, present: 45, for: 22 })).toBe('failed')
  })
  it('a setting of one half lets 23 of 45 do; of one third it is one half still', () => {
    expect(held(count, { of: 45, present: 23, for: 23 }, { partyQuorum: [1, 2] })).toBe('passed')
    expect(held(count, { of: 45, present: 22, for: 22 }, { partyQuorum: [1, 2] })).toBe('notQuorate')
    expect(held(count, { of: 45, present: 22, for: 22 }, { partyQuorum: [1, 3] })).toBe('notQuorate')
  })
  it('the setting to leave out the recused is for the committees alone: here they stay in 应到', () => {
    expect(held(count, { of: 45, present: 30, for: 22, notVoting: 8 }, { leaveOutRecused: 1 })).toBe('failed')
  })
})

describe('村民代表会议: two thirds of 38 is 25 and a third', () => {
  const count = countIn('matterOfRepresentatives', 'resolution')
  it('26 do, 25 don’t; 14 of 26 pass, 13 don’t', () => {
    expect(held(count, { of: 38, present: 25, for: 25 })).toBe('notQuorate')
    expect(held(count, { of: 38, present: 26, for: 14 })).toBe('passed')
    expect(held(count, { of: 38, present: 26, for: 13 })).toBe('failed')
  })
})

describe('村民会议: more than half of the adults, or two thirds of the households', () => {
  const count = countIn('matterOfAssembly', 'resolution')
  it('501 of 1000 do, 500 don’t', () => {
    expect(held(count, { of: 1000, households: 300, present: 501, for: 251 })).toBe('passed')
    expect(held(count, { of: 1000, households: 300, present: 500, for: 500 })).toBe('notQuorate')
  })
  it('200 of 300 households do though 210 people came, 199 households don’t', () => {
    expect(held(count, { of: 1000, households: 300, present: 210, came: 200, for: 106 })).toBe('passed')
    expect(held(count, { of: 1000, households: 300, present: 210, came: 200, for: 105 })).toBe('failed')
    expect(held(count, { of: 1000, households: 300, present: 210, came: 199, for: 210 })).toBe('notQuorate')
  })
})

describe.each(['matterOfMembers', 'matterOfGroupMembers'])(
  '%s: two thirds of 901 capable members is 600 and two thirds',
  (id) => {
    const count = countIn(id, 'resolution')
    it('601 come and 601 of ALL agree; 600 come don’t do; 600 agree of 901 who came fail', () => {
      expect(held(count, { of: 901, present: 600, for: 600 })).toBe('notQuorate')
      expect(held(count, { of: 901, present: 601, for: 601 })).toBe('passed')
      expect(held(count, { of: 901, present: 901, for: 600 })).toBe('failed')
    })
    it('whoever doesn’t vote stays in the base: 602 came, 2 don’t vote, 600 agree: failed', () =>
      expect(held(count, { of: 901, present: 602, for: 600, notVoting: 2 })).toBe('failed'))
  },
)

describe('成员代表大会: two thirds of ALL representatives', () => {
  const count = countIn('matterOfMemberRepresentatives', 'resolution')
  it('20 of 30 come and agree; 19 don’t do', () => {
    expect(held(count, { of: 30, present: 20, for: 20 })).toBe('passed')
    expect(held(count, { of: 30, present: 30, for: 19 })).toBe('failed')
    expect(held(count, { of: 30, present: 19, for: 19 })).toBe('notQuorate')
  })
})

describe('非成员享受权益: three quarters of all members', () => {
  const count = countIn('matterOfNonMembers', 'resolution')
  it('676 of 901 agree, 675 don’t do: three quarters is 675 and three quarters', () => {
    expect(held(count, { of: 901, present: 700, for: 676 })).toBe('passed')
    expect(held(count, { of: 901, present: 700, for: 675 })).toBe('failed')
  })
})

describe('村民小组会议: two thirds of the adults or of the households, half of those who came', () => {
  const count = countIn('matterOfGroup', 'resolution')
  it('54 of 80 do, 53 don’t; 20 of 30 households do, 19 don’t', () => {
    expect(held(count, { of: 80, households: 30, present: 54, for: 28 })).toBe('passed')
    expect(held(count, { of: 80, households: 30, present: 53, for: 53 })).toBe('notQuorate')
    expect(held(count, { of: 80, households: 30, present: 30, came: 20, for: 16 })).toBe('passed')
    expect(held(count, { of: 80, households: 30, present: 30, came: 19, for: 30 })).toBe('notQuorate')
  })
})

describe('every count', () => {
  const all = matters.flatMap((w) => w.steps.flatMap((s) => (s.count ? [[`${w.id}.${s.id}`, s.count] as const] : [])))
  it.each(all)(
    '%s refuses more who came than were called, votes that don’t add up, more recused than came',
    (_, count) => {
      expect(held(count, { of: 40, households: 40, present: 41, came: 40, for: 41 })).toBe('tallyWrong')
      expect(held(count, { of: 40, households: 40, present: 40, came: 41, for: 40 })).toBe('tallyWrong')
      expect(held(count, { of: 40, households: 40, present: 40, came: 40, for: 0, notVoting: 41 })).toBe('tallyWrong')
      const roll: Roll = { eligible: 40, all: 40, households: 40, hash: '' }
      const off = tallyOf({ present: 40, votesFor: 30, votesAgainst: 9, votesAbstain: 0, householdsPresent: 40 }, roll)
      expect(isRefusal(off) ? '' : outcomeOf(count, off, settingsWith())).toMatchObject({
        refusal: 'tallyWrong',
        says: expect.stringContaining('少了1票'),
      })
    },
  )
  it.each(all)('%s says what is short and what may be done', (_, count) => {
    const roll: Roll = { eligible: 30, all: 30, households: 30, hash: '' }
    const few = tallyOf({ present: 1, votesFor: 1, votesAgainst: 0, votesAbstain: 0 }, roll)
    const outcome = isRefusal(few) ? few : outcomeOf(count, few, settingsWith())
    expect(outcome).toMatchObject({ refusal: 'notQuorate', says: expect.stringMatching(/还差\d+[人户]到会.*可以/) })
  })
  it('online and proxies are admitted on the collective’s assembly alone (集体经济组织法第二十七条)', () => {
    const admitting = all.filter(([, count]) => count.admits?.length).map(([name]) => name)
    expect(admitting).toEqual(
      ['matterOfMembers', 'matterOfNonMembers', 'matterOfGroupMembers'].map((id) => `${id}.resolution`),
    )
  })
  it('only the two committees’ meetings may leave out who has an interest', () =>
    expect(new Set(all.filter(([, c]) => c.leavesOut).map(([name]) => name.split('.')[1]))).toEqual(
      new Set(['proposal', 'jointMeeting', 'deliberation']),
    ))
})
