import type { Rule } from './engine/workflow'
import { law, local } from './workflows/rules'

/** 印章: whose seal it is, and so who approves. */
export const sealKinds = [
  { value: 'committee', label: '村民委员会公章' },
  { value: 'party', label: '村党组织公章' },
  { value: 'collective', label: '经济合作社公章' },
  { value: 'group', label: '村民小组章' },
] as const

/** A class of papers: what has to stand behind it before it may be stamped. */
export type PaperClass = {
  value: string
  label: string
  help?: string
  /** decision: a passed decision of this village whose money covers it · never: refused by law · nothing: approved one by one */
  needs: 'nothing' | 'decision' | 'never'
  rule: Rule
}

const routine = local('一般事项由分管的人审批，管章的人盖章，审批的人不能管章')
const important = local('合同、贷款、发包要有通过的决议，书记和主任联签')

export const paperClasses: readonly PaperClass[] = [
  { value: 'certificate', label: '证明、介绍信', needs: 'nothing', rule: routine },
  { value: 'report', label: '报表、申请、上报材料', needs: 'nothing', rule: routine },
  { value: 'letter', label: '通知、函件', needs: 'nothing', rule: routine },
  { value: 'contract', label: '合同、协议', help: '要有通过的决议', needs: 'decision', rule: important },
  { value: 'loan', label: '贷款、借款', help: '要有通过的决议', needs: 'decision', rule: important },
  { value: 'contractingOut', label: '工程发包、资产出租', help: '要有通过的决议', needs: 'decision', rule: important },
  {
    ...{ value: 'guarantee', label: '担保', help: '法律不允许', needs: 'never' },
    rule: law('村民委员会不得提供担保', '第十三条'),
  },
]

export const paperClass = (value: unknown): PaperClass | undefined => paperClasses.find((c) => c.value === value)

const byCollective =
  '经济合作社不能给别人担保，这个章不能盖（农村集体经济组织法第三十五条；浙江省农村集体资产管理条例第十六条）。请告诉对方，不能用集体的钱物担保。'
const byVillage = '村民委员会不得提供担保，这个章不能盖（村民委员会组织法（2025）第十三条）。请告诉对方，村里不能担保。'

/** Why no seal goes on a guarantee, by whose seal it would be, and what to tell the other side. */
export const guaranteeRefusal = (sealKind: unknown): string => (sealKind === 'collective' ? byCollective : byVillage)
