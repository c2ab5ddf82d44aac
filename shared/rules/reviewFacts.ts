import { isDay, numberOf } from '../engine/deadline'
import { guaranteeRefusal, paperClass } from '../paperClasses'
import { type AuditFacts, auditFacts } from './auditFacts'
import { cn, type Fact, no, yuan } from './fact'

/** What a fact is told of seals, bills, audits and rosters; each is gathered by the fact's name. */
export type ReviewFacts = AuditFacts & {
  sheet?: { kind: string; problems?: readonly string[] }
  /** bills to the same payee of the last 30 days, without this one, that no decision stands behind */
  paidBefore?: readonly { number: string; amount: number }[]
  /** a bill with that number and payee that is in already */
  billIn?: string
  /** the bill of the same month that has the voucher already */
  voucherOf?: string
}

const told = (world: { facts: Readonly<Record<string, unknown>> }) => world.facts as ReviewFacts

/** Words that a guarantee goes by, whatever the paper is called. */
export const soundsLikeGuarantee = /担保|保证人|保证合同|连带责任|抵押|质押/

/** Guarantees are refused by law, whatever the paper is called; blank papers aren't stamped. */
const paperIsLawful: Fact = ({ form }) => {
  const refusal = guaranteeRefusal(form.sealKind)
  if (paperClass(form.paper)?.needs === 'never') return no(refusal, { field: 'paper' })
  if (form.written === 'blank') return no('空白的、没填完的文件不能盖章。请把内容写全再申请。', { field: 'written' })
  if (!(Number(form.copies) > 0)) return no('请写要盖几份。', { field: 'copies' })
  if (soundsLikeGuarantee.test(`${form.document ?? ''}${form.purpose ?? ''}`) && !form.notGuarantee)
    return no(`写着“担保”一类的字样。${refusal}确实不是担保的，请写明为什么。`, { field: 'notGuarantee' })
  return {}
}

/** Contracts, loans and contracting-out are asked for on the decision itself, so that its money can be used once only. */
const paperHasDecision: Fact = ({ form, person }) =>
  paperClass(form.paper)?.needs === 'decision' && person.kind !== 'child'
    ? no('合同、贷款、发包要有本村通过的决议：请打开那件四议事项，点“按决议申请用章”，从决议定的钱里扣。', {
        field: 'paper',
      })
    : person.kind !== 'child' && (form.decision !== undefined || form.amount !== undefined)
      ? no('决议编号和金额不能自己填：请打开那件四议事项，点“按决议申请用章”。', { field: 'decision' })
      : {}

const approverIsNotKeeper: Fact = ({ person }) =>
  person.roles.includes('sealKeeper') ? no('管章的人不能审批用章。请换一个人审批，或者先把章交给别人管。') : {}

const groundWhenRefused: Fact = ({ act, form }) =>
  ['returned', 'refused'].includes(act.outcome ?? '') && form.ground === undefined
    ? no('退回或者不同意，请选一个原因，好让申请的人知道怎么办。', { field: 'ground' })
    : {}

const stampedAsApproved: Fact = ({ act, form, found }) => {
  if (act.outcome !== 'stamped') return {}
  const unsaid = (['stampedOn', 'stamped', 'where'] as const).find((field) => form[field] === undefined)
  if (unsaid) return no('盖好了，要写哪天盖的、盖了几份、在哪里盖的。', { field: unsaid })
  const copies = Number(found?.fields.copies ?? 0)
  if (Number(form.stamped) < 1) return no('盖了几份要写清楚，一份都没盖请选“退回”。', { field: 'stamped' })
  if (Number(form.stamped) > copies)
    return no(`批的是${copies}份，盖了${form.stamped}份，多了。请核对。`, { field: 'stamped' })
  if (isDay(form.stampedOn) && found && form.stampedOn < found.enteredOn)
    return no(`${cn(found.enteredOn)}才批下来，盖章不能早于那天。`, { field: 'stampedOn' })
  return form.stampedPhotos === undefined ? { remarks: [{ remark: 'notPictured', says: '没有拍盖好的文件。' }] } : {}
}

const wasStamped: Fact = ({ found }) => (found?.outcome === 'stamped' ? {} : no('这份没有盖过章，不用作废。'))

const billIsMoney: Fact = ({ form }) => (Number(form.amount) > 0 ? {} : no('金额要大于0。', { field: 'amount' }))

/** 巨大: above the township's amount an assembly decides first, and the bill draws on its decision. */
const billHasDecision: Fact = ({ form, person, world }) => {
  const above = numberOf({ setting: 'decisionAbove' }, world.settings)
  if (person.kind === 'child') return {}
  if (form.decision !== undefined)
    return no('决议编号不能自己填：请打开那件四议事项，点“按决议报账”，从决议定的钱里扣。', { field: 'decision' })
  return Number(form.amount) > above
    ? no(`一笔超过${yuan(above)}元，要有通过的决议：请打开那件四议事项，点“按决议报账”，从决议定的钱里扣。`, {
        field: 'amount',
      })
    : {}
}

const billNotAlreadyIn: Fact = ({ person, world }) => {
  const { billIn } = told(world)
  // what was drawn on a decision was held against the others when it was drawn
  return billIn && person.kind !== 'child'
    ? no(`这张票据已经报过了，是${billIn}。同一张票据不能报两次。`, { field: 'billNo' })
    : {}
}

/** Bills to one payee within 30 days that together are over the line which each stays under: pointed at, not stopped. */
const splitBillsNoted: Fact = ({ form, person, world }) => {
  const before = told(world).paidBefore ?? []
  const above = numberOf({ setting: 'decisionAbove' }, world.settings)
  const amount = Number(form.amount ?? 0)
  const sum = before.reduce((all, b) => all + b.amount, amount)
  return person.kind !== 'child' && before.length > 0 && amount <= above && sum > above
    ? {
        remarks: [
          {
            remark: 'splitBills',
            says: `30天里付给同一个人${before.length + 1}笔，一共${yuan(sum)}元，超过了${yuan(above)}元，另外的是${before.map((b) => b.number).join('、')}。请核对是不是拆开报的。`,
          },
        ],
      }
    : {}
}

const billShown: Fact = ({ form, found }) =>
  form.bills === undefined && found?.fields.bills === undefined
    ? { remarks: [{ remark: 'noBill', says: '没有附票据的照片。' }] }
    : {}

const bookedAfterPaid: Fact = ({ form, found }) => {
  const paid = found?.fields.paidOn
  return isDay(paid) && isDay(form.bookedOn) && form.bookedOn < paid
    ? no(`${cn(paid)}才付的钱，记账不能早于那天。`, { field: 'bookedOn', notBefore: paid })
    : {}
}

/** A statement takes each voucher once: a number that another bill of the month has can't become a line of it. */
const voucherIsFree: Fact = ({ form, world }) => {
  const { voucherOf } = told(world)
  return voucherOf
    ? no(`凭证号${form.voucher}这个月已经用在${voucherOf}上了，一笔一个凭证号。请核对。`, { field: 'voucher' })
    : {}
}

const rosterIsWhole: Fact = ({ act, found, form, world }) => {
  const { sheet } = told(world)
  if (act.outcome === 'returned') return {}
  if ((form.sheet ?? found?.fields.sheet) === undefined || !sheet)
    return no('还没有名册，请先导入或者填写。', { field: 'sheet' })
  if (sheet.kind !== 'roster') return no('这不是名册，请用名册的模板重新导入。', { field: 'sheet' })
  const [first, ...more] = sheet.problems ?? []
  return first ? no(`${first}${more.length ? `还有${more.length}处。` : ''}`, { field: 'sheet' }) : {}
}

/** A change holds from a day that is near: a roster isn't rewritten for long ago, nor for next year. */
const effectiveSoon: Fact = ({ form, world }) => {
  const days = numberOf({ setting: 'rosterDays', atLeast: 1 }, world.settings)
  const off = Math.abs(Date.parse(form.effectiveOn as string) - Date.parse(world.today)) / 86_400_000
  return off > days ? no(`“从哪天起算”离今天不能超过${days}天，请核对。`, { field: 'effectiveOn' }) : {}
}

export const reviewFacts = {
  ...auditFacts,
  paperIsLawful,
  paperHasDecision,
  approverIsNotKeeper,
  groundWhenRefused,
  stampedAsApproved,
  wasStamped,
  billIsMoney,
  billHasDecision,
  billNotAlreadyIn,
  splitBillsNoted,
  billShown,
  bookedAfterPaid,
  voucherIsFree,
  rosterIsWhole,
  effectiveSoon,
} satisfies Record<string, Fact>
