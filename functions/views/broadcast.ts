import { type Refusal, refuse } from '@shared/engine/refusal'
import type { CaseView, SheetView } from '@shared/schemas/views'
import { spokenDay, spokenNumber, spokenPeriod, spokenPhone, spokenText, spokenYuan } from '@shared/spoken'

/** Whom the loudspeaker reaches: everyone who happens to be in the village. */
const mayHear: readonly CaseView['sees'][] = ['everyone', 'villagers']

/** Why a case can't be read out over the village's loudspeakers, if it can't. */
export const whyNotBroadcast = ({ shown, sees, corrected, outcome }: CaseView): Refusal | undefined => {
  if (!mayHear.includes(sees)) return refuse('notNow', '这件事不是全村都能看的，不能用大喇叭广播。')
  if (corrected) return refuse('notNow', '这一份已经更正，请打开更正后的那一份再广播。')
  if (outcome === 'withdrawn') return refuse('notNow', '这件事已经撤下，不能再广播。')
  return shown ? undefined : refuse('notNow', '这件事还没有贴出公开，贴出以后才能广播。')
}

/** What the loudspeaker says of a posted case, a sentence a line, every figure in words; sums and counts, never a row of a list. */
export const broadcast = (view: CaseView, phone: string, today: string): readonly string[] => {
  const { summary, period } = view.fields
  const until = view.shown?.untilOn
  return [
    `${view.villageName}的乡亲们，大家好。`,
    `现在向大家公开一件事：${spokenText(view.title)}。`,
    ...(typeof summary === 'string' ? sentencesIn(summary) : []),
    ...(view.sheet ? sumsIn(view.sheet, typeof period === 'string' ? period : undefined) : []),
    '全部内容贴在村里的公开栏，手机上打开明务，也能看到。',
    ...(until && until >= today ? [`这件事公开到${spokenDay(until)}。`] : []),
    `哪里没听明白，哪里觉得不对，可以在手机上提出来，可以到村委会来问，也可以打电话：${spokenPhone(phone)}。`,
    '广播完了，谢谢大家。',
  ]
}

const sentencesIn = (text: string): readonly string[] =>
  (text.match(/[^。！？；\n]+[。！？；]?/g) ?? [])
    .map((s) => s.trim())
    .filter(Boolean)
    .map((s) => (/[。！？；]$/.test(s) ? spokenText(s) : `${spokenText(s)}。`))

const sumsIn = (sheet: SheetView, period: string | undefined): readonly string[] =>
  sheet.kind === 'statement' ? statement(sheet, period) : list(sheet)

const statement = (sheet: SheetView, given: string | undefined): readonly string[] => {
  const period = sheet.period ?? given
  const of = (direction: 'in' | 'out') =>
    sheet.categories.filter((c) => c.direction === direction).map((c) => `${c.category}，${spokenYuan(c.fen)}。`)
  const both = [['in', '收入', sheet.income] as const, ['out', '支出', sheet.expense] as const].flatMap(
    ([direction, name, fen]) =>
      fen === 0 ? [`这一期没有${name}。`] : [`一共${name}${spokenYuan(fen)}，其中：`, ...of(direction)],
  )
  return [
    ...(period ? [`下面念${spokenPeriod(period)}的收支。`] : []),
    ...(sheet.opening === undefined ? [] : [`上期结余${spokenYuan(sheet.opening)}。`]),
    ...both,
    ...(sheet.closing === undefined ? [] : [`到期末，账上结余${spokenYuan(sheet.closing)}。`]),
  ]
}

/** A list is told by its length and its money, not by who stands in it. */
const list = ({ title, count, sums }: SheetView): readonly string[] => {
  const many = count === 2 ? '两' : spokenNumber(count)
  const { amount } = sums
  return [`${title}一共${many}条${amount ? `，合计${spokenYuan(amount)}` : ''}。`]
}
