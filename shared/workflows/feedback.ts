import type { Step, Workflow } from '../engine/workflow'
import { byTime } from './display'
import { ours } from './rules'

const within = { workdays: { setting: 'feedbackWorkdays', atLeast: 1, atMost: 15 } } as const

const answer = (of: Pick<Step, 'id' | 'title' | 'by'> & { to: string }): Step => ({
  ...{ id: of.id, title: of.title, by: of.by, seal: '答' },
  rule: {
    says: '15个工作日内答复',
    source: 'App违法违规收集使用个人信息行为认定方法（2019）第六条',
    standing: 'law',
  },
  notBy: ['open'],
  form: 'feedbackAnswer',
  offers: 'answersItsKind',
  facts: ['answersItsKind'],
  due: within,
  next: { answered: of.to, upheld: of.to, notUpheld: of.to },
  says: { answered: '答复', upheld: '申诉成立，放行', notUpheld: '申诉不成立' },
})

const told = (id: string, unsatisfied: string): Step => ({
  ...{ id, title: '看答复', seal: '评', by: ['opener'], form: 'opinionOnAnswer', facts: ['reasonWhenUnsatisfied'] },
  rule: ours('不满意，可以向县里反映一次'),
  due: { days: { setting: 'ratingDays', atLeast: 1 } },
  lapses: { after: { days: { setting: 'ratingDays', atLeast: 1 } }, as: 'silent' },
  next: { settled: 'closed', unsatisfied, silent: 'closed' },
  says: { settled: '可以了', unsatisfied: unsatisfied === 'closed' ? '还是不满意' : '不满意，请县里看' },
})

/**
 * 投诉建议: of the app itself, one's own data in it, or words and pictures that it wouldn't take. It is answered by the township on
 * a clock, once more by the county; nobody in the village reads it, for it may be about them.
 */
export const feedback: Workflow = {
  ...{ id: 'feedback', version: 1, title: '投诉建议', mark: '诉' },
  opensBy: [
    ...(['villager', 'partyMember', 'representative', 'groupLeader'] as const),
    ...(['clerk', 'committee', 'director', 'secretary', 'collectiveHead'] as const),
    ...(['supervisor', 'collectiveSupervisor', 'sealKeeper', 'clusterLead'] as const),
    ...(['agency', 'township', 'townshipLead', 'discipline'] as const),
  ],
  openForm: 'feedback',
  openFacts: ['appealSaysOfWhat'],
  titleFrom: 'text',
  sees: 'township',
  steps: [
    answer({ id: 'townshipAnswer', title: '镇里答复', by: ['township', 'townshipLead'], to: 'told' }),
    told('told', 'countyAnswer'),
    answer({ id: 'countyAnswer', title: '县里答复', by: ['county'], to: 'toldAgain' }),
    told('toldAgain', 'closed'),
  ],
  asides: [
    {
      ...{ id: 'withdraw', title: '不说了', by: ['opener'], form: 'reason', while: 'open' },
      ...{ during: ['townshipAnswer'], does: 'withdraw' },
    },
    ...byTime,
  ],
}
