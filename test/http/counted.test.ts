import type { Entry, Tally } from '@shared/engine/case'
import { workflowOf } from '@shared/workflows'
import { expect, it } from 'vitest'
import { entryView } from '../../functions/views/entryView'

const line = (workflow: string, entry: Partial<Entry>) =>
  entryView(
    workflowOf(workflow)!,
    { no: 3, kind: 'person', values: {}, form: {}, salts: {}, remarks: [], ...entry } as unknown as Entry,
    {},
    { audiences: ['everyone'], stone: false },
    () => '村委会主任 某某',
  )

const tally: Tally = { eligible: 901, all: 901, present: 640, for: 620, against: 5, abstain: 5, rollHash: '' }
const counted = (over: Partial<Tally>) =>
  line('matterOfMembers', { step: 'resolution', outcome: 'passed', effect: { tally: { ...tally, ...over } } }).counted

it('a meeting’s sentences say who stood aside, came by phone and was stood in for', () => {
  expect(counted({ notVoting: 10, online: 120, proxies: 30 })).toEqual([
    '要三分之二以上，至少601人，实到640人',
    '实到里在线120人、委托30人',
    '同意620＋反对5＋弃权5＝630，10人回避',
    '620人同意，达到全体901人的三分之二以上，至少601票',
  ])
})

it('they say nothing of what there was none of', () => {
  expect(counted({ notVoting: 10 })).toHaveLength(3)
  expect(counted({ notVoting: 10, proxies: 1 })?.[1]).toBe('实到里委托1人')
})

it('an audit that nobody answered says so', () => {
  const said = line('audit', { kind: 'clock', step: 'answer', outcome: 'unanswered', effect: { to: 'conclusion' } })
  expect([said.who, said.says]).toEqual(['到期自动', '到期没有说明'])
})
