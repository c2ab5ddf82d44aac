import type { TestHouse } from '../support/house'

/** 901 grown members in 300 households and some who may not vote: a child, one without capacity. */
export const rosterOf901 = () => {
  const rows = Array.from({ length: 901 }, (_, i) => ({
    ...{ no: `m${i}`, name: `成员${i}`, household: `h${i % 300}`, group: 1 + (i % 8), sex: i % 2 ? 'female' : 'male' },
    ...{ adultOn: '2000-01-01', collective: 'yes' },
    ...(i < 5 && { branchCommittee: 'yes', party: 'full' }),
    ...(i >= 5 && i < 9 && { villageCommittee: 'yes' }),
    ...(i >= 9 && i < 50 && { party: 'full' }),
    ...(i >= 50 && i < 53 && { party: 'probationary' }),
    ...(i >= 60 && i < 94 && { representative: 'yes' }),
  }))
  const others = [
    { no: 'child', name: '小孩', household: 'h0', group: 1, sex: 'male', adultOn: '2030-01-01', collective: 'yes' },
    {
      no: 'frail',
      name: '失智老人',
      household: 'h1',
      group: 1,
      sex: 'female',
      adultOn: '1960-01-01',
      collective: 'yes',
      capable: 'no',
    },
    { no: 'guest', name: '租房的人', household: 'x1', group: 1, sex: 'male', adultOn: '1990-01-01' },
  ]
  return [...rows, ...others]
}

/** The collective's new roster, handed in by the clerk and read by another: 901 members from the 2nd of June on. */
export const enterMembers = async (h: TestHouse) => {
  const { body } = await (await h.as('clerk-dongxi')).post<{ sheet: { id: string } }>('/api/villages/dongxi/sheets', {
    ...{ kind: 'roster', rows: rosterOf901() },
  })
  const { id } = await h.open('clerk-dongxi', 'rosterChange', {
    ...{ title: '2026年核对成员名册', kind: 'whole', effectiveOn: '2026-06-02', reason: '年初清产核资以后重新核对' },
    sheet: body.sheet.id,
  })
  await h.done('supervisor-dongxi', id, { outcome: 'agreed', form: { opinion: '和户口簿对过' } })
}
