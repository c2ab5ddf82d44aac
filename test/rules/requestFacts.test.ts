import type { Case } from '@shared/engine/case'
import { requestFacts } from '@shared/rules/requestFacts'
import { settingsWith } from '@shared/schemas/settings'
import { afterAll, describe, expect, it } from 'vitest'
import { aPerson } from '../support/build'
import { type Given, remarks, says, today } from './judging'

const tested = new Set<string>()
const fact = (name: keyof typeof requestFacts, test: (said: (given: Given) => string) => void) => {
  tested.add(name)
  describe(name, () => test((given) => says(name, given)))
}
const file = `f${'1'.repeat(24)}`
const villager = aPerson('villager')

fact('categoryIsListed', (said) => {
  it('takes what stands in the county’s list, the default one where none was gathered', () => {
    expect(said({ form: { category: 'road' } })).toBe('fine')
    expect(said({ form: { category: 'fishing' } })).toContain('没有这一类')
    const facts = { categories: ['fishing'] }
    expect(said({ form: { category: 'fishing' }, facts })).toBe('fine')
    expect(said({ form: { category: 'road' }, facts })).toContain('没有这一类')
  })
})

fact('spokenForWithProof', (said) => {
  it('whoever speaks for someone holds office and shows that they agreed', () => {
    expect(said({ form: { onBehalf: '林阿公', consent: [file] } })).toBe('fine')
    expect(said({ form: { onBehalf: '林阿公' } })).toContain('录一段')
    expect(said({ form: { onBehalf: '林阿公', consent: [] } })).toContain('录一段')
    expect(said({ form: { onBehalf: '林阿公', consent: [file] }, by: villager })).toContain('由村干部登记')
    expect(said({ form: { consent: [file] } })).toContain('替谁说的')
    expect(said({ form: { onBehalfPhone: '二组' } })).toContain('替谁说的')
    expect(said({ by: villager })).toBe('fine')
  })
})

fact('underDailyLimit', (said) => {
  it('the fifth of a day is taken, the sixth is not; whoever enters for others isn’t counted', () => {
    expect(said({ by: villager, facts: { raisedToday: 4 } })).toBe('fine')
    expect(said({ by: villager, facts: { raisedToday: 5 } })).toContain('今天已经说了5件')
    expect(said({ facts: { raisedToday: 50 } })).toBe('fine')
    const world = { settings: settingsWith({ requestsPerDay: 1 }), facts: { raisedToday: 1 } }
    expect(said({ by: villager, world })).toContain('今天已经说了1件')
  })
})

fact('wordsAreFit', (said) => {
  it('sends back what the check of contents refuses', () => {
    expect(said({ facts: { unfit: true } })).toContain('不能发出去')
    expect(said({ facts: { unfit: false } })).toBe('fine')
    expect(said({})).toBe('fine')
  })
})

fact('heardSinceRaised', () => {
  it('on the day it was raised, not the day before', () => {
    const found = { openedOn: '2026-06-05', fields: {}, log: [] } as unknown as Case
    const on = (heldOn: string) => requestFacts.heardSinceRaised({ form: { heldOn }, found } as never).refused?.says
    expect(on('2026-06-05')).toBeUndefined()
    expect(on('2026-06-04')).toContain('6月5日提的')
  })
})

fact('planHasStages', (said) => {
  const plan = (stages: unknown, returnsOn?: string) => said({ outcome: 'plan', form: { stages, returnsOn } })
  const [one, two] = [
    { on: '2026-06-20', does: '清出场地' },
    { on: '2026-09-01', does: '铺好' },
  ]
  it('needs steps in order after today, and a day to come back by the last of them', () => {
    expect(plan([one, two], '2026-06-20')).toBe('fine')
    expect(plan([one, two], '2026-09-01')).toBe('fine')
    expect(plan([one, two], '2026-09-02')).toContain('不能晚于最后一步')
    expect(plan(undefined, '2026-06-20')).toContain('分几步')
    expect(plan([two, one], '2026-06-20')).toContain('一步比一步晚')
    expect(plan([{ ...one, on: today }], '2026-06-20')).toContain('今天以后')
    expect(plan([one])).toContain('哪天再拿出来说')
    expect(plan([one], today)).toContain('今天以后')
    expect(said({ outcome: 'handle', form: {} })).toBe('fine')
  })
  it('half a year is the longest: the 180th day, not the one after', () => {
    const far = { on: '2027-06-01', does: '铺好' }
    expect(plan([far], '2026-12-07')).toBe('fine')
    expect(plan([far], '2026-12-08')).toContain('最迟12月7日')
  })
})

fact('ownerWhenSentBack', (said) => {
  it('what goes back to the village goes to somebody there', () => {
    expect(said({ outcome: 'sentBack', form: {} })).toContain('交给村里谁办')
    expect(said({ outcome: 'sentBack', form: { owner: 'p-director' } })).toBe('fine')
    expect(said({ outcome: 'done', form: {} })).toBe('fine')
  })
})

fact('groundWhenDeclined', (said) => {
  it('not taken up needs a reason, everything else none', () => {
    expect(said({ outcome: 'declined', form: {} })).toContain('选一个理由')
    expect(said({ outcome: 'declined', form: { ground: 'inHand' } })).toBe('fine')
    expect(said({ outcome: 'handle', form: {} })).toBe('fine')
  })
})

fact('reasonWhenObjected', (said) => {
  it('an objection says why', () => {
    expect(said({ outcome: 'objected', form: {} })).toContain('为什么')
    expect(said({ outcome: 'objected', form: { reason: '就是村里的路' } })).toBe('fine')
    expect(said({ outcome: 'accepted', form: {} })).toBe('fine')
  })
})

fact('speaksOrCarries', () => {
  const judged = (fields: object, by = villager, more: object = {}) =>
    requestFacts.speaksOrCarries({
      person: by,
      found: { opener: villager.id, fields, log: [], ...more },
    } as never).refused?.says ?? 'fine'
  const clerk = aPerson('clerk')
  it('only whoever raised it rates it', () => {
    expect(judged({})).toBe('fine')
    expect(judged({}, clerk)).toContain('只有说事人自己')
  })
  it('for an elder anyone in office carries it over who neither owns nor handled it', () => {
    const behalf = { onBehalf: '林阿公' }
    expect(judged(behalf, clerk)).toBe('fine')
    expect(judged(behalf, clerk, { owner: clerk.id })).toContain('您办过')
    expect(judged(behalf, clerk, { log: [{ person: clerk.id, step: 'handling' }] })).toContain('您办过')
    expect(judged(behalf, clerk, { log: [{ person: clerk.id, step: 'acknowledgement' }] })).toBe('fine')
    expect(judged(behalf, clerk, { log: [{ person: clerk.id, step: 'handling', aside: 'opinion' }] })).toBe('fine')
  })
})

fact('carriedWithProof', (said) => {
  it('what an elder said is shown', () => {
    expect(said({ before: { onBehalf: '林阿公' }, form: {} })).toContain('录一段')
    expect(said({ before: { onBehalf: '林阿公' }, form: { proof: [file] } })).toBe('fine')
    expect(said({ before: {}, form: {} })).toBe('fine')
  })
})

fact('notToOneself', () => {
  it('goes to someone else than the owner', () => {
    const judged = (owner: string) =>
      requestFacts.notToOneself({ form: { owner }, found: { owner: 'p-clerk' } } as never).refused?.says
    expect(judged('p-clerk')).toContain('请选别人')
    expect(judged('p-director')).toBeUndefined()
  })
})

fact('mergesIntoEarlier', (said) => {
  const into = { found: true, closed: false, later: false, itself: false, hidden: false, number: '东溪说-2026-0001' }
  it.each([
    ['found', false, '没有找到'],
    ['itself', true, '它自己'],
    ['closed', true, '已经办结'],
    ['later', true, '后提的'],
    ['hidden', true, '看不到'],
  ])('%s %s is refused', (key, value, why) => {
    expect(said({ facts: { into: { ...into, [key]: value } } })).toContain(why)
  })
  it('an earlier open one that everyone concerned may see is taken', () =>
    expect(said({ facts: { into } })).toBe('fine'))
})

fact('consultationInTime', (said) => {
  it('two days lie between notice and meeting, and it is held within fifteen', () => {
    const on = (meetOn: string) => said({ form: { meetOn } })
    expect(on('2026-06-12')).toContain('最早6月13日')
    expect(on('2026-06-13')).toBe('fine')
    expect(on('2026-06-25')).toBe('fine')
    expect(on('2026-06-26')).toContain('15天以内')
  })
})

fact('notBeforeItsDay', (said) => {
  it('is recorded for the day that was announced or a later one', () => {
    const held = (heldOn: string) => said({ form: { heldOn }, before: { meetOn: '2026-06-09' } })
    expect(held('2026-06-08')).toContain('不能早于那天')
    expect(held('2026-06-09')).toBe('fine')
    expect(held('2026-06-10')).toBe('fine')
  })
})

fact('namesNobody', (said) => {
  const facts = { raisers: ['林秋月'] }
  it.each(['subject', 'result', 'summary'])('%s never says who raised it', (field) => {
    expect(said({ form: { [field]: '林秋月家门口的水沟' }, facts })).toContain('说事人的名字')
    expect(said({ form: { [field]: '有村民说水沟堵了' }, facts })).toBe('fine')
    expect(said({ form: { [field]: '林秋月家门口的水沟' } })).toBe('fine')
  })
})

fact('ownWordsEdited', (said) => {
  const facts = { templates: ['已经清理。'] }
  it.each(['result', 'answer', 'decision'])('%s has no gap left and isn’t a ready-made sentence', (field) => {
    expect(said({ form: { [field]: '【哪天】去看过' } })).toContain('【哪天】')
    expect(said({ form: { [field]: ' 已经清理。 ' }, facts })).toContain('现成的话')
    expect(said({ form: { [field]: '已经清理。6月8日拉走两车。' }, facts })).toBe('fine')
  })
})

fact('publicWordsNoted', () => {
  it('looks at what the village will see, not at what the office alone sees', () => {
    const personalData = { findings: [{ kind: 'idNumber', where: '“答复”里' }], unreadable: [], unscanned: [] }
    const judged = (sees: string) =>
      requestFacts.publicWordsNoted({
        found: { sees },
        act: {},
        world: { facts: { personalData } },
      } as never).refused?.says
    expect(judged('villagers')).toContain('不能公开')
    expect(judged('office')).toBeUndefined()
  })
})

fact('countsWhoCame', (said) => {
  it('nobody is nobody, someone is at least one, and no more names than heads', () => {
    expect(said({ outcome: 'nobodyCame', form: { attended: 0 } })).toBe('fine')
    expect(said({ outcome: 'nobodyCame', form: { attended: 1 } })).toContain('填0')
    expect(said({ outcome: 'nobodyCame', form: { attended: 0, came: ['林秋月'] } })).toContain('填0')
    expect(said({ outcome: 'held', form: { attended: 0 } })).toContain('没有人来')
    expect(said({ outcome: 'held', form: { attended: 2, came: ['林秋月', '何大山'] } })).toBe('fine')
    expect(said({ outcome: 'held', form: { attended: 1, came: ['林秋月', '何大山'] } })).toContain('不能少于2')
  })
})

fact('readBackFirst', (said) => {
  it('what was promised last time is answered for before the meeting is on record', () => {
    const facts = { promised: 2 }
    expect(said({ outcome: 'held', form: {}, facts })).toContain('上次答应了2件')
    expect(said({ outcome: 'held', form: { readBack: '都办好了' }, facts })).toBe('fine')
    expect(said({ outcome: 'nobodyCame', form: {}, facts })).toBe('fine')
    expect(said({ outcome: 'held', form: {}, facts: { promised: 0 } })).toBe('fine')
  })
})

fact('agendaHeard', (said) => {
  it('only points at what is left', () => {
    expect(said({ outcome: 'held', form: {}, facts: { unheard: 2 } })).toBe('fine')
    expect(remarks('agendaHeard', { outcome: 'held', form: {}, facts: { unheard: 2 } })[0]).toContain('还有2件')
    expect(remarks('agendaHeard', { outcome: 'held', form: {}, facts: { unheard: 0 } })).toEqual([])
  })
})

afterAll(() => expect([...tested].sort()).toEqual(Object.keys(requestFacts).sort()))
