import { catalogueItem } from '../catalogue'
import type { FactVerdict, World } from '../engine/case'
import { addDays, isDay, numberOf } from '../engine/deadline'
import { yuan } from '../money'

type Fact = (about: Parameters<World['judgeFact']>[1]) => FactVerdict

const no = (says: string, detail?: Record<string, unknown>): FactVerdict => ({
  refused: { refusal: 'ruleNotMet', says, ...(detail && { detail }) },
})
const cn = (day: string) => `${+day.slice(5, 7)}月${+day.slice(8)}日`

/** Days on which something is said to have happened. */
const pastDays = { heldOn: '开会日期', noticeOn: '发通知的日期', boardOn: '上墙日期', resultBoardOn: '上墙日期' }

const notInFuture: Fact = ({ form, world }) => {
  const late = Object.entries(pastDays).find(([field]) => isDay(form[field]) && (form[field] as string) > world.today)
  return late ? no(`“${late[1]}”在今天以后，还没有发生。请核对日期。`, { field: late[0] }) : {}
}

/** A meeting can't lie before the one before it. */
const heldInOrder: Fact = ({ form, found }) => {
  const before = found?.fields.heldOn
  return isDay(before) && (form.heldOn as string) < before
    ? no(`上一次会是${cn(before)}开的，这次不能早于那天。请核对开会日期。`, { field: 'heldOn', notBefore: before })
    : {}
}

/** 浙江省实施办法第二十三条: topics and papers reach the representatives three days before. */
const noticeHasRun: Fact = ({ form, world }) => {
  const days = numberOf({ setting: 'noticeDays', atLeast: 1 }, world.settings)
  const first = addDays(form.noticeOn as string, days + 1)
  return (form.heldOn as string) < first
    ? no(`${cn(form.noticeOn as string)}发的通知，要满${days}天才能开会，最早${cn(first)}。请重新通知、改期再开。`, {
        field: 'heldOn',
        notBefore: first,
      })
    : {}
}

const boardAfterMeeting: Fact = ({ form, found }) => {
  const held = found?.fields.heldOn
  return isDay(held) && isDay(form.boardOn) && form.boardOn < held
    ? no(`决议是${cn(held)}作的，上墙不能早于那天。请核对上墙日期。`, { field: 'boardOn', notBefore: held })
    : {}
}

const boardDayNotEarlier: Fact = ({ form, found }) => {
  const field = 'boardOn' in form ? 'boardOn' : 'resultBoardOn'
  const before = found?.fields[field]
  return isDay(before) && (form[field] as string) < before
    ? no(`已经记了${cn(before)}上墙，公示只能延长，不能改早。`, { field, notBefore: before })
    : {}
}

const returnDayWhenPlanned: Fact = ({ act, form, world }) =>
  act.outcome === 'plan' && !(isDay(form.returnsOn) && form.returnsOn > world.today)
    ? no('选“暂不能解决”，要写明哪天再拿出来办，日子要在今天以后。', { field: 'returnsOn' })
    : {}

/** A matter is public: its title is written anew, never the villager's own words. */
const titleWhenDecided: Fact = ({ act, form }) =>
  act.outcome === 'decide' && !form.title
    ? no('选“转四议”，要写四议事项的名字，这个名字会公开。', { field: 'title' })
    : {}

const reasonWhenUnsatisfied: Fact = ({ act, form }) =>
  act.outcome === 'unsatisfied' && !form.reason
    ? no('选“不满意”，请写一句哪里没办好，好让村里重办。', { field: 'reason' })
    : {}

const sessionDayCame: Fact = ({ found, world }) =>
  isDay(found?.fields.sessionOn) && found.fields.sessionOn > world.today
    ? no(`说事日是${cn(found.fields.sessionOn)}，到那天才能记。`, { from: found.fields.sessionOn })
    : {}

const groundWhenReturned: Fact = ({ act, form }) =>
  act.outcome === 'returned' && form.ground === undefined
    ? no('退回修改，请选一个原因，好让写的人知道改哪里。', { field: 'ground' })
    : {}

const ownerIsInOffice: Fact = ({ form, world }) =>
  form.owner === undefined ||
  (world.facts.officeHolders as readonly string[] | undefined)?.includes(form.owner as string)
    ? {}
    : no('接手的人要是村两委或镇里的人，请从名单里选。', { field: 'owner' })

/** The same file in another case warns the reader and stops nothing. */
const sameFileElsewhere: Fact = ({ world }) => {
  const seen = (world.facts.filesElsewhere as readonly { file: string; number: string }[] | undefined) ?? []
  return {
    remarks: seen.map((f) => ({ remark: 'sameFileElsewhere', says: `有一张照片在${f.number}里也用过，请核对。` })),
  }
}

const widest = ['everyone', 'villagers', 'members', 'party', 'office']

/** The catalogue says on which board an item belongs and who at most may read it. */
const boardIsItems: Fact = ({ form }) => {
  const item = catalogueItem(form.item as string)
  if (!item) return no('公开目录里没有这一项，请重新选。', { field: 'item' })
  if (item.board !== form.board)
    return no(`“${item.title}”属于${{ party: '党务', village: '村务', finance: '财务' }[item.board]}栏，请换一栏。`, {
      field: 'board',
    })
  if (widest.indexOf(form.audience as string) < widest.indexOf(item.sees))
    return no('这一项涉及个人，不能对所有人公开。请把“谁能看”改窄。', { field: 'audience' })
  return {}
}

const outcomeIsBoard: Fact = ({ act, form, found }) => {
  const board = form.board ?? found?.fields.board
  return act.outcome === board ? {} : no('送审的地方和公开栏对不上，请按这一栏送审。', { board })
}

type Line = { direction: 'in' | 'out'; amount: number; category: string }

/** 期初 ＋ 收入 － 支出 ＝ 期末, to the fen. 其他 above a tenth is pointed at. */
const sumsAddUp: Fact = ({ form }) => {
  const lines = form.lines as readonly Line[] | undefined
  if (!lines) return {}
  const { opening, closing } = form as { opening?: number; closing?: number }
  if (opening === undefined || closing === undefined)
    return no('有收支明细，就要填期初结余和期末结余。', { field: opening === undefined ? 'opening' : 'closing' })
  const sum = (direction: Line['direction'], only = /./) =>
    lines.filter((l) => l.direction === direction && only.test(l.category)).reduce((a, l) => a + l.amount, 0)
  const [income, expense] = [sum('in'), sum('out')]
  const right = opening + income - expense
  if (right !== closing)
    return no(
      `期初${yuan(opening)}＋收入${yuan(income)}－支出${yuan(expense)}＝${yuan(right)}元，和填的期末${yuan(closing)}元差${yuan(Math.abs(right - closing))}元。请核对明细。`,
      { field: 'closing', right },
    )
  const other = sum('out', /^其他/)
  return other * 10 > expense
    ? {
        remarks: [
          { remark: 'muchOther', says: `“其他”支出占了${Math.round((other * 100) / expense)}%，请写清楚花在哪里。` },
        ],
      }
    : {}
}

export const facts = {
  notInFuture,
  heldInOrder,
  noticeHasRun,
  boardAfterMeeting,
  boardDayNotEarlier,
  returnDayWhenPlanned,
  titleWhenDecided,
  reasonWhenUnsatisfied,
  sessionDayCame,
  groundWhenReturned,
  ownerIsInOffice,
  sameFileElsewhere,
  boardIsItems,
  outcomeIsBoard,
  sumsAddUp,
} as const satisfies Record<string, Fact>

/** Judges a fact by name; an unknown name is a broken definition, which the workflow test finds. */
export const judgeFact: World['judgeFact'] = (name, about) => (facts as Record<string, Fact>)[name](about)
