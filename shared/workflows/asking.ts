import type { Aside, Step, Workflow } from '../engine/workflow'
import { oversight } from './display'
import { ours, zhejiang } from './rules'

const asksBy = ['villager', 'partyMember', 'representative'] as const

const withdrawal = (during: readonly string[]): Aside => ({
  ...{ id: 'withdraw', title: '不问了', by: ['opener'], form: 'reason', while: 'open', during, does: 'withdraw' },
})
const villageAnswer: Step = {
  ...{ id: 'villageAnswer', title: '村里答复', seal: '答' },
  rule: ours('村里10天内答复；不等村里答复，也可以直接向镇里反映'),
  by: ['clerk', 'director', 'secretary', 'supervisor'],
  form: 'publicAnswer',
  facts: ['personalDataClear'],
  due: { days: { setting: 'objectionDays', atLeast: 1, atMost: 15 } },
  next: { answered: 'heard' },
  says: { answered: '答复，公开' },
}

const townshipAnswer: Step = {
  ...{ id: 'townshipAnswer', title: '镇里调查答复', seal: '答' },
  rule: zhejiang('村民可以向乡镇人民政府反映，二十日内调查核实并答复', '第四十三条'),
  by: ['township', 'townshipLead'],
  form: 'publicAnswer',
  facts: ['personalDataClear'],
  due: { days: { setting: 'townshipAnswerDays', atMost: 20 } },
  next: { answered: 'told' },
  says: { answered: '答复，公开' },
}

/** After an answer the one who asked says whether it is clear; silence is counted apart and is no agreement. */
const heard = (id: string, unsatisfied: string): Step => ({
  ...{ id, title: '说清楚了吗', seal: '评', rule: ours('由问的人说答复清不清楚，没说不算清楚') },
  opens: true,
  by: ['opener'],
  form: 'opinionOnAnswer',
  facts: ['reasonWhenUnsatisfied'],
  due: { days: { setting: 'ratingDays', atLeast: 1 } },
  lapses: { after: { days: { setting: 'ratingDays', atLeast: 1 } }, as: 'silent' },
  next: { settled: 'closed', unsatisfied, silent: 'closed' },
  says: {
    settled: '说清楚了',
    unsatisfied: unsatisfied === 'closed' ? '没有说清楚' : '没有说清楚，请镇里答复',
  },
})

const asking = (of: Pick<Workflow, 'id' | 'title' | 'mark' | 'steps'>): Workflow => ({
  ...of,
  version: 1,
  opensBy: asksBy,
  openForm: 'objection',
  openFacts: ['asksOfPosted', 'personalDataNoted'],
  titleFrom: 'question',
  sees: 'about',
  seesBefore: 'office',
  asides: [withdrawal([of.steps[0].id]), ...oversight],
})

/** 询问和异议: on an item, on one line of it, or on what should have been published and wasn't. */
export const objection = asking({
  ...{ id: 'objection', title: '询问和异议', mark: '问' },
  steps: [villageAnswer, heard('heard', 'townshipAnswer'), townshipAnswer, heard('told', 'closed')],
})

/** 向镇里反映: straight to the township, which law lets a villager choose. */
export const objectionToTownship = asking({
  ...{ id: 'objectionToTownship', title: '向镇里反映', mark: '询' },
  steps: [townshipAnswer, heard('told', 'closed')],
})

/** 质询: of how a committee member does their duty, in writing, by those whom the province's rules name. */
export const questioning: Workflow = {
  ...{ id: 'questioning', version: 1, title: '质询', mark: '质' },
  opensBy: ['supervisor', 'representative', 'villager'],
  openForm: 'questioning',
  openFacts: ['personalDataNoted'],
  titleFrom: 'question',
  sees: 'villagers',
  seesBefore: 'villagers',
  steps: [
    {
      ...{ id: 'joining', title: '联名', seal: '联' },
      rule: zhejiang('村监委、五名以上村民代表、或者十分之一以上有选举权的村民联名，可以书面质询', '第三十六条'),
      by: ['opener'],
      form: 'nothing',
      facts: ['enoughToQuestion'],
      next: { submitted: 'decision', dropped: 'closed' },
      says: { submitted: '人数够了，提交', dropped: '不提了' },
    },
    {
      ...{ id: 'decision', title: '决定谁来答复', seal: '定' },
      rule: zhejiang('村委会收到质询十五日内，决定被质询的人书面答复还是到代表会议上答复', '第三十六条'),
      by: ['director', 'secretary'],
      form: 'questioningDecision',
      due: { days: { setting: 'questioningDays', atMost: 15 } },
      next: { decided: 'answering' },
      says: { decided: '决定' },
    },
    {
      ...{ id: 'answering', title: '答复质询', seal: '答', rule: ours('决定以后10天内答复，答复给全村看') },
      by: ['director', 'secretary', 'clerk', 'committee'],
      form: 'questioningAnswer',
      facts: ['notInFuture', 'personalDataClear'],
      due: { days: { setting: 'questioningAnswerDays', atLeast: 1 } },
      next: { answered: 'told' },
      says: { answered: '答复，公开' },
    },
    heard('told', 'closed'),
  ],
  asides: [
    {
      ...{ id: 'join', title: '一起联名', by: ['representative', 'villager', 'supervisor'], form: 'nothing' },
      facts: ['joinsOnce'],
      while: 'open',
      during: ['joining'],
    },
    ...oversight,
  ],
}
