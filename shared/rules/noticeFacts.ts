import { catalogueItem } from '../catalogue'
import { isDay } from '../engine/deadline'
import { yuan } from '../money'
import { kindOf, monthsOf } from '../period'
import { sheetKinds } from '../sheetKinds'
import { otherIsMuch, type SheetMeta } from '../sheets'
import { type Fact, no } from './fact'

const widest = ['everyone', 'villagers', 'members', 'party', 'office']
const boardWords = { party: '党务', village: '村务', finance: '财务' }

/** The catalogue says on which board an item belongs and who at most may read it. */
const boardIsItems: Fact = ({ form }) => {
  const item = catalogueItem(form.item as string)
  if (!item) return no('公开目录里没有这一项，请重新选。', { field: 'item' })
  if (item.board !== form.board)
    return no(`“${item.title}”属于${boardWords[item.board]}栏，请换一栏。`, { field: 'board' })
  if (widest.indexOf(form.audience as string) < widest.indexOf(item.sees))
    return no('这一项涉及个人，不能对所有人公开。请把“谁能看”改窄。', { field: 'audience' })
  return {}
}

const samples = { month: '2026-05', quarter: '2026-Q2', half: '2026-H1', year: '2026' }
const often = { month: '每月', quarter: '每季度', half: '每半年', year: '每年' }

/** An item that is owed regularly names its period, what happened names its day. */
const periodFits: Fact = ({ form, world }) => {
  const item = catalogueItem(form.item as string)
  if (!item) return {}
  const { period, happenedOn } = form as { period?: string; happenedOn?: string }
  if (isDay(happenedOn))
    return happenedOn > world.today
      ? no('“事情是哪天发生的”在今天以后，还没有发生。请核对日期。', { field: 'happenedOn' })
      : {}
  if (!item.every) return no(`“${item.title}”是有了新情况才公开的，请写事情是哪天发生的。`, { field: 'happenedOn' })
  const allowed = item.every === 'busy' ? (['month', 'quarter'] as const) : ([item.every] as const)
  const kind = period === undefined ? undefined : kindOf(period)
  if (kind === undefined || !(allowed as readonly string[]).includes(kind))
    return no(
      `这一项${allowed.map((k) => often[k]).join('或')}公开一次，“哪个时期”请照 ${allowed.map((k) => samples[k]).join(' 或 ')} 的样子填。`,
      { field: 'period' },
    )
  return monthsOf(period!)[0]! > world.today.slice(0, 7) && !item.ahead
    ? no('这一期还没有开始，不能公开。请核对“哪个时期”。', { field: 'period' })
    : {}
}

/** 财务 and decisions say it in plain words; whatever is published says something. */
const saysEnough: Fact = ({ form }) => {
  if (form.nothing === true)
    return form.sheet ? no('写了“这一期没有”，就不能再带明细。请去掉一样。', { field: 'nothing' }) : {}
  if (!form.summary && (form.board === 'finance' || form.item === 'V01'))
    return no('财务和决定的事，要用大白话说一遍。请补上。', { field: 'summary' })
  return form.body || form.sheet || (form.attachments as unknown[] | undefined)?.length
    ? {}
    : no('还没有内容。请写内容、加明细或附件。', { field: 'body' })
}

/** The list is of the kind that the item has, and of the same period. */
const sheetFits: Fact = ({ form, world }) => {
  if (!form.sheet) return {}
  const item = catalogueItem(form.item as string)
  const meta = world.facts.sheet as SheetMeta | undefined
  if (!meta) return no('明细没有存好，请重新导入或重新填写。', { field: 'sheet' })
  if (meta.kind !== item?.sheet)
    return no(`这份明细是${sheetKinds[meta.kind].title}，和选的目录项对不上。请重新导入。`, { field: 'sheet' })
  if (meta.period !== undefined && form.period !== undefined && meta.period !== form.period)
    return no(`明细是${meta.period}的，“哪个时期”写的是${form.period}。请改成一样的。`, { field: 'period' })
  return {}
}

/** Sums are checked to the fen: opening ＋ income － expense ＝ closing, and this opening is the last closing. */
const sumsAddUp: Fact = ({ form, world }) => {
  const meta = world.facts.sheet as SheetMeta | undefined
  if (!form.sheet || meta?.kind !== 'statement') return {}
  const { opening, closing, income, expense } = meta
  if (opening === undefined || closing === undefined) return no('收支明细要有期初结余和期末结余。', { field: 'sheet' })
  const right = opening + income - expense
  if (right !== closing)
    return no(
      `期初${yuan(opening)}＋收入${yuan(income)}－支出${yuan(expense)}＝${yuan(right)}元，和填的期末${yuan(closing)}元差${yuan(Math.abs(right - closing))}元。请核对明细。`,
      { field: 'sheet', right },
    )
  const before = world.facts.before as { period: string; closing: number } | undefined
  if (before && before.closing !== opening)
    return no(
      `上一期（${before.period}）期末是${yuan(before.closing)}元，这一期期初是${yuan(opening)}元，差${yuan(Math.abs(before.closing - opening))}元。请核对。`,
      { field: 'sheet', before: before.closing },
    )
  const undecided = (world.facts.undecided as readonly number[] | undefined) ?? []
  if (undecided.length)
    return no(
      `第${undecided.slice(0, 5).join('、')}笔${undecided.length > 5 ? '等' : ''}支出超过${yuan(Number(world.settings.decisionAbove))}元，要写决议编号。请补上。`,
      { field: 'sheet', rows: undecided },
    )
  const after = world.facts.after as { period: string; opening: number } | undefined
  return {
    remarks: [
      ...(otherIsMuch(meta)
        ? [
            {
              remark: 'muchOther',
              says: `“其他”支出占了${Math.round((meta.other * 100) / expense)}%，请写清楚花在哪里。`,
            },
          ]
        : []),
      ...(after && after.opening !== closing
        ? [{ remark: 'nextOpening', says: `下一期（${after.period}）的期初是${yuan(after.opening)}元，也要跟着更正。` }]
        : []),
    ],
  }
}

/** Two statements can't tell of the same month. */
const periodIsFree: Fact = ({ form, found, world }) => {
  const { item, period } = { ...found?.fields, ...form } as { item?: string; period?: string }
  const [from, until] = monthsOf(period ?? '')
  if (catalogueItem(item ?? '')?.sheet !== 'statement' || from === undefined) return {}
  const others = (world.facts.periods as readonly string[] | undefined) ?? []
  const clash = others.find((p) => {
    const [a, b] = monthsOf(p)
    return a !== undefined && a <= until && from <= b
  })
  return clash ? no(`${clash}的账已经公开过了，和这一期重叠。要改请用“更正”。`, { field: 'period', clash }) : {}
}

/** Bills under one voucher that a statement hasn't, or has as `listed`: other than the `amount` that was booked, in fen. */
export type BilledOtherwise = { numbers: readonly string[]; voucher: string; amount: number; listed?: number }
const mostNamed = 5

/** Paid and booked bills become lines of the statement: what isn't there, or is with another amount, is pointed at. */
const bookedBillsAreIn: Fact = ({ world }) => {
  const otherwise = (world.facts.billedOtherwise as readonly BilledOtherwise[] | undefined) ?? []
  const missing = otherwise.filter((b) => b.listed === undefined)
  const named = missing
    .slice(0, mostNamed)
    .map((b) => `凭证${b.voucher}（${b.numbers.join('、')}，${yuan(b.amount)}元）`)
  const more = missing.length > mostNamed ? '等' : ''
  return {
    remarks: [
      ...(missing.length
        ? [
            {
              remark: 'bookedBillMissing',
              says: `这一期入了账的单据有${missing.length}笔不在明细里：${named.join('、')}${more}。请核对。`,
            },
          ]
        : []),
      ...otherwise.flatMap(({ numbers, voucher, amount, listed }) =>
        listed === undefined
          ? []
          : [
              {
                remark: 'bookedBillDiffers',
                says: `凭证${voucher}明细里写${yuan(listed)}元，入账的单据（${numbers.join('、')}）是${yuan(amount)}元。请核对。`,
              },
            ],
      ),
    ],
  }
}

const bodies = { village: 'village', party: 'party' } as const

/** Where it goes for review: by its board, finance by how many bodies the village has. */
const outcomeIsBoard: Fact = ({ act, form, found, world }) => {
  if (act.outcome === 'rewrite') return {}
  const board = (form.board ?? found?.fields.board) as 'party' | 'village' | 'finance'
  const right = board === 'finance' ? (world.settings.financeBodies === 2 ? 'collective' : 'finance') : bodies[board]
  return act.outcome === right ? {} : no('送审的地方和公开栏对不上，请按这一栏送审。', { board })
}

/** 党务公开条例: what the catalogue lists goes to the higher party organisation. */
const approvalAsListed: Fact = ({ act, found }) => {
  const listed = catalogueItem(String(found?.fields.item))?.approval === true
  return act.outcome === 'agreed' && listed
    ? no('这一项要报上级审批，请选“同意，报上级审批”。', { field: 'outcome' })
    : {}
}

/** 浙江实施办法第三十条: who may not sit among the supervisors, from posts and from signed declarations. */
const maySupervise: Fact = ({ world }) => {
  const { bar, undeclared } = (world.facts.supervisor ?? {}) as { bar?: string; undeclared?: boolean }
  if (bar) return no(`${bar}请换一位村监委成员审核。`)
  return undeclared ? { remarks: [{ remark: 'undeclared', says: '审核的人这一届还没有签任职回避声明，请补签。' }] } : {}
}

/** What hung is taken down for its content or by order, never as a mistake. */
const withdrawnForCause: Fact = ({ form, found }) =>
  form.ground === 'openedByMistake' && found?.log.some((e) => e.step === 'posting' && e.outcome === 'posted')
    ? no('已经公开过的不能按“开错了”撤下。内容有错请用“更正”。', { field: 'ground' })
    : {}

export type Corrects = { hung: boolean; outcome?: string; item?: string; period?: string; correcting?: string }

/** A correction is of what hung and hasn't been replaced, and of the same item and period. */
const correctsPosted: Fact = ({ form, world }) => {
  const old = world.facts.corrects as Corrects | undefined
  if (!old?.hung) return no('更正要从已经公开的那一份开始。请打开那一份，再点“更正”。')
  if (old.outcome === 'withdrawn') return no('那一份已经撤下，不能更正。要重新公开，请新写一份。')
  if (old.outcome === 'superseded') return no('那一份已经更正过了，请从最新的一份开始更正。')
  if (old.correcting) return no(`正在更正这一份（${old.correcting}），请先办完那一件。`)
  return old.item !== form.item || (old.period ?? '') !== (form.period ?? '')
    ? no('更正不能换目录项和时期。要公开别的，请新写一份。', { field: 'item' })
    : {}
}

const isMajor: Fact = ({ form, world }) => {
  const above = Number(world.settings.majorFinanceAbove)
  return (form.amount as number) < above
    ? no(`县里定的重大财务事项是${yuan(above)}元以上，这一笔不到。请按一般公开事项发。`, { field: 'amount' })
    : {}
}

export const noticeFacts = {
  boardIsItems,
  periodFits,
  saysEnough,
  sheetFits,
  sumsAddUp,
  periodIsFree,
  bookedBillsAreIn,
  outcomeIsBoard,
  approvalAsListed,
  maySupervise,
  withdrawnForCause,
  correctsPosted,
  isMajor,
} as const satisfies Record<string, Fact>
