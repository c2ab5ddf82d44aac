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
