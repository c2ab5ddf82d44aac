type Asked = {
  /** the first part of the id of whoever asks for it */
  by: string
  sealKind: 'committee' | 'party' | 'collective'
  paper: 'certificate' | 'report' | 'letter'
  document: string
  purpose: string
  copies: number
  applicant: string
}

const asked = (
  by: string,
  paper: Asked['paper'],
  document: string,
  purpose: string,
  applicant: string,
  copies = 1,
  sealKind: Asked['sealKind'] = 'committee',
): Asked => ({ by, sealKind, paper, document, purpose, copies, applicant })

/** What a village office is asked to stamp in an ordinary month; who asks is a household, not a person. */
export const papersAsked = {
  residence: asked('villager', 'certificate', '居住证明', '孩子入学报名', '三组一户村民'),
  income: asked('neighbour', 'certificate', '家庭收入情况证明', '申请助学金', '四组一户村民', 2),
  electricity: asked('clerk', 'report', '泵站用电报装申请', '给泵站换大一号的电表', '村委会', 2),
  party: asked('clerk', 'certificate', '党员组织关系介绍信', '组织关系转到外地', '一名党员', 1, 'party'),
  subsidy: asked('representative', 'report', '临时救助申请表', '生病住院，申请临时救助', '二组一户村民', 3),
  subsidyAgain: asked(
    'representative',
    'report',
    '临时救助申请表（重开）',
    '生病住院，申请临时救助',
    '二组一户村民',
    3,
  ),
  farm: asked('neighbour', 'certificate', '养殖场所证明', '办动物防疫合格证', '五组一户村民'),
  overdueRent: asked('clerk', 'letter', '店面租金催缴函', '催缴上一季的租金', '经济合作社', 2, 'collective'),
  grain: asked('clerk', 'report', '种粮面积申报表', '申报种粮补贴', '村委会', 2),
  medical: asked('villager', 'certificate', '外出就医介绍信', '到市里的医院看病', '三组一户村民'),
  repair: asked('neighbour', 'report', '危房改造申请表', '老屋屋顶漏水，申请改造', '六组一户村民', 3),
  boat: asked('representative', 'certificate', '小渔船停靠证明', '办年检', '一组一户村民'),
} as const satisfies Record<string, Asked>
