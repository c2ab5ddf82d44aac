import type { Route, Step, Workflow } from '../engine/workflow'
import { display, onBoard, oversight } from './display'
import { law, local, ours, zhejiangAssets } from './rules'

const auditors = ['township', 'townshipLead', 'agency', 'county'] as const
const stepDue = { days: { setting: 'auditStepDays', atLeast: 1 } } as const
const organised = law('由县里农业农村、财政部门或者镇里组织', '第四十条')

/** 离任 results are published before the next election; the others when they are there. */
const toPosting: Route = { by: 'kind', to: { leaving: 'leavingPosting' }, otherwise: 'posting' }

const posting = (id: string, rule: Step['rule'], due: Step['due']): Step => ({
  ...{
    id,
    owes: 'V17',
    title: '公开审计结果',
    seal: '公',
    by: ['clerk', 'director', 'secretary', 'township'],
    rule,
    due,
  },
  ...{ form: 'auditPosting', facts: ['notInFuture', 'notOneself', 'beforeElection', 'ownWordsNoted'] },
  next: { posted: 'display' },
  says: { posted: '落印并公开' },
})

/** 经济责任审计 of one post: six items of scope, the cadre's own answer, publication, and what was to be put right. */
export const audit: Workflow = {
  ...{ id: 'audit', version: 1, title: '经济责任审计', mark: '计', sees: 'everyone', seesBefore: 'office' },
  opensBy: auditors,
  openForm: 'auditPlan',
  openFacts: ['notOneself', 'subjectHasPost', 'electionIsSet', 'demandedByEnough', 'coversInOrder'],
  steps: [
    {
      ...{ id: 'notice', title: '发审计通知', seal: '知', by: auditors, form: 'auditNotice', rule: organised },
      facts: ['notOneself', 'notInFuture'],
      due: stepDue,
      next: { noticed: 'findings' },
      says: { noticed: '通知发出去了' },
    },
    {
      ...{ id: 'findings', title: '写审计情况', seal: '审', by: auditors, form: 'auditFindings' },
      rule: law('审六项：财务收支、债权债务、拨款捐赠、招投标、资金使用、村民要求的其他事项', '第四十条'),
      facts: ['notOneself', 'problemsHaveStages'],
      due: { ...stepDue, from: ['entered', 'startsOn'] },
      next: { found: 'answer' },
      says: { found: '写好了，请本人说明' },
    },
    {
      ...{ id: 'answer', title: '本人说明', seal: '答', by: [{ named: 'subject' }], form: 'auditAnswer' },
      rule: ours('被审计的人可以说明情况；10天内没有说明，接着往下办'),
      due: { days: { setting: 'auditAnswerDays', atLeast: 3 } },
      lapses: { after: { days: { setting: 'auditAnswerDays', atLeast: 3 } }, as: 'unanswered' },
      next: { answered: 'conclusion', unanswered: 'conclusion' },
      says: { answered: '说明情况' },
    },
    {
      ...{ id: 'conclusion', title: '下审计结论', seal: '结', by: auditors, form: 'auditConclusion', rule: organised },
      facts: ['notOneself', 'ownWordsNoted'],
      due: stepDue,
      next: { concluded: toPosting },
      says: { concluded: '下结论' },
    },
    posting('posting', law('审计结果应当公布', '第四十条'), { days: { setting: 'auditPostDays', atLeast: 1 } }),
    posting('leavingPosting', law('离任审计结果在下一届选举以前公布', '第四十条'), { days: -1, from: ['electionOn'] }),
    display({
      ...{ id: 'display', title: '结果公示', seal: '公', on: 'village', boardDay: 'boardOn', as: '结果' },
      to: { by: 'found', to: { some: 'rectification' }, otherwise: 'closed' },
    }),
    {
      ...{ id: 'rectification', title: '整改', seal: '改', form: 'rectification' },
      by: [{ named: 'subject' }, 'collectiveHead', 'director', 'secretary'],
      rule: zhejiangAssets('审计发现的问题要及时整改，县里、镇里督促', '第四十条'),
      facts: ['stagesCountUp'],
      due: { days: 0, from: ['nextStageOn'] },
      renews: true,
      next: { progress: 'rectification', done: 'check' },
      says: { progress: '记一次进展', done: '都改好了' },
    },
    {
      ...{ id: 'check', title: '验收整改', seal: '验', by: auditors, form: 'rectified' },
      rule: local('组织审计的人验收，没有改好的退回接着改'),
      facts: ['notOneself', 'ownWordsNoted'],
      due: stepDue,
      next: { accepted: 'resultPosting', again: 'rectification' },
      says: { accepted: '改好了', again: '没有改好，接着改' },
    },
    {
      ...{ id: 'resultPosting', title: '公开整改情况', seal: '果', form: 'rectificationPosting' },
      by: ['clerk', 'director', 'secretary', 'township'],
      rule: zhejiangAssets('审计结果和整改情况向成员公开', '第四十条'),
      facts: ['notInFuture', 'ownWordsNoted'],
      due: { days: { setting: 'auditPostDays', atLeast: 1 } },
      next: { posted: 'resultDisplay' },
      says: { posted: '落印并公开' },
    },
    display({
      ...{
        id: 'resultDisplay',
        title: '整改公示',
        seal: '果',
        on: 'village',
        boardDay: 'resultBoardOn',
        as: '整改情况',
      },
      to: 'closed',
    }),
  ],
  asides: [
    onBoard('onBoard', 'onBoard', ['display']),
    onBoard('resultOnBoard', 'resultOnBoard', ['resultDisplay']),
    {
      ...{ id: 'cancel', title: '取消这次审计', by: auditors, form: 'reason', while: 'open', does: 'withdraw' },
      ...{ facts: ['notOneself'], during: ['notice', 'findings'] },
    },
    ...oversight,
  ],
}
