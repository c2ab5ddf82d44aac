import { bill } from './billFields'
import {
  choice,
  count,
  day,
  files,
  form,
  longText,
  maybeChoice,
  maybeLongText,
  maybeText,
  photos,
  sheet,
  text,
  time,
} from './fields'

export const spendingForms = {
  bill: form({ ...bill, decision: maybeText('决议编号', 30) }),
  billRevision: form({ purpose: bill.purpose, category: bill.category, billNo: bill.billNo, bills: bill.bills }),
  jointReview: form({
    heldOn: day('开会日期'),
    startsAt: time('几点'),
    place: text('地点', 60),
    roll: sheet('签到册', { sees: 'office' }),
    present: count('实到', { kind: 'present' }),
    votesFor: count('同意', { kind: 'votes', unit: '票' }),
    votesAgainst: count('反对', { kind: 'votes', unit: '票' }),
    votesAbstain: count('弃权', { kind: 'votes', unit: '票' }),
    minutes: longText('会议记录', 4000),
    photos: photos('现场照片和签到表', 9, { help: '可以不拍' }),
  }),
  signing: form({
    ground: maybeChoice('为什么退回或不同意', [
      { value: 'papers', label: '票据不齐、不清楚' },
      { value: 'amount', label: '金额对不上' },
      { value: 'purpose', label: '用途说不清' },
      { value: 'decision', label: '没有经过该经过的会' },
      { value: 'law', label: '不能报的' },
    ]),
    opinion: maybeLongText('意见', 500),
  }),
  payment: form({
    paidOn: day('哪天付的'),
    way: choice('怎么付的', [
      { value: 'transfer', label: '转账' },
      { value: 'cash', label: '现金' },
    ]),
    receipts: files('付款凭证', 6, { sees: 'office' }),
  }),
  booking: form({ bookedOn: day('记账日期'), voucher: text('凭证号', 20) }),
}
