import {
  count,
  day,
  form,
  longText,
  maybeChoice,
  maybeCount,
  maybeDay,
  maybeLongText,
  maybeMoney,
  maybeText,
  photos,
} from './fields'
import { paper, paperOfDecision } from './paperFields'

export const sealForms = {
  /** asked for on its own, or by what was drawn on a decision: then number and amount come from there */
  sealPaper: form({
    ...paper,
    decision: maybeText('决议编号', 30),
    amount: maybeMoney('合同金额'),
  }),
  sealRevision: form({
    document: paperOfDecision.document,
    purpose: paperOfDecision.purpose,
    papers: paperOfDecision.papers,
  }),
  sealApproval: form({
    ground: maybeChoice('为什么退回或不同意', [
      { value: 'papers', label: '材料不齐' },
      { value: 'words', label: '内容和申请的不一样' },
      { value: 'decision', label: '和决议定的不一样' },
      { value: 'law', label: '不合规定' },
    ]),
    opinion: maybeLongText('审批意见', 500),
  }),
  stamping: form({
    stampedOn: maybeDay('哪天盖的'),
    stamped: maybeCount('盖了几份', { unit: '份' }),
    where: maybeChoice('在哪里盖的', [
      { value: 'office', label: '村里，章没有带出去' },
      { value: 'township', label: '镇里代管的地方' },
    ]),
    stampedPhotos: photos('盖好的文件', 6, { sees: 'office', help: '盖章的那一页拍下来留底' }),
    note: maybeText('备注', 100),
  }),
  voided: form({
    voidOn: day('哪天作废的'),
    reason: longText('为什么作废', 300),
    back: count('收回了几份', { unit: '份', max: 200 }),
  }),
}
