import type { Workflow } from '../engine/workflow'
import { byTime } from './display'
import { zhejiang } from './rules'

/** 任职回避声明: each office-holder signs once per term who of the others is near kin. The roster holds no kinship. */
export const kinship: Workflow = {
  ...{ id: 'kinship', version: 1, title: '任职回避声明', mark: '避' },
  opensBy: [
    'secretary',
    'director',
    'committee',
    'clerk',
    'supervisor',
    'collectiveHead',
    'collectiveSupervisor',
    'sealKeeper',
  ],
  openForm: 'kinshipTerm',
  titleFrom: 'term',
  sees: 'office',
  steps: [
    {
      ...{ id: 'declaration', title: '写明并签字', seal: '签' },
      rule: zhejiang('村委会成员和他们的近亲属、村文书、村报账员不能当村监委成员', '第三十条'),
      by: ['opener'],
      form: 'kinshipDeclaration',
      facts: ['signed'],
      due: { days: { setting: 'stepDays', atLeast: 1 } },
      next: { signed: 'closed' },
      says: { signed: '签字' },
    },
  ],
  asides: [...byTime],
}
