import type { Problem } from './engine/case'
import { isDay } from './engine/deadline'
import type { Member, RosterChange } from './roster'
import type { SheetRow } from './sheetColumns'

/** What is wrong with a row; rows are counted from 1. */
export type RowProblem = Problem & { row: number }

/** 15 or 18 digits of a document, or a mobile number: none of them has a place on a roster. */
const document = /(^|\D)(\d{17}[\dXx]|\d{15}|1[3-9]\d{9})(\D|$)/

const each = (rows: readonly SheetRow[], judge: (row: SheetRow) => readonly (Problem | false)[]): RowProblem[] =>
  rows.flatMap((row, i) => judge(row).flatMap((p) => (p ? [{ row: i + 1, ...p }] : [])))

const when = (is: unknown, field: string, says: string): Problem | false => (is ? { field, says } : false)

/** Numbers that are used twice in a list. */
const usedTwice = (rows: readonly SheetRow[], says: (no: string, first: number) => string): RowProblem[] => {
  const seen = new Map<string, number>()
  return rows.flatMap((row, i) => {
    const no = String(row.no ?? '')
    const first = seen.get(no)
    if (no && first !== undefined) return [{ row: i + 1, field: 'no', says: says(no, first) }]
    seen.set(no, i + 1)
    return []
  })
}

/** What a roster's list alone tells is wrong with it. */
export const rosterProblems = (rows: readonly SheetRow[]): readonly RowProblem[] => [
  ...usedTwice(rows, (no, first) => `编号${no}第${first}行已经用过，请核对，一人一个编号。`),
  ...each(rows, (row) => [
    ...['no', 'name', 'household'].map((key) =>
      when(
        document.test(String(row[key] ?? '')),
        key,
        '这里像是身份证号或手机号，名册不收这些号码。请换成村里自己编的号。',
      ),
    ),
    when(isWrongGroup(row.group), 'group', '“组”要写1到99的整数，比如三组写3。'),
    when(
      isDay(row.fourteenOn) && isDay(row.adultOn) && fourYearsOn(row.fourteenOn) !== row.adultOn,
      'fourteenOn',
      '满14岁的日子要正好比满18岁的日子早4年，请核对这两个日子。',
    ),
    when(
      row.branchCommittee === 'yes' && row.party !== 'full',
      'branchCommittee',
      '支委要是正式党员。请核对“党员”这一列，或者去掉“支委”。',
    ),
    when(
      row.collectiveRepresentative === 'yes' && (row.collective !== 'yes' || row.capable === 'no'),
      'collectiveRepresentative',
      '成员代表要是有完全民事行为能力的集体成员。请核对“集体成员”和“完全民事行为能力”，或者去掉“成员代表”。',
    ),
  ]),
]

const isWrongGroup = (group: unknown) =>
  typeof group === 'number' && !(Number.isInteger(group) && group >= 1 && group <= 99)
const fourYearsOn = (day: string) => `${Number(day.slice(0, 4)) + 4}${day.slice(4)}`

/** What is wrong with who came to a meeting, as far as that list alone tells. */
export const rollProblems = (rows: readonly SheetRow[]): readonly RowProblem[] => {
  const came = new Set(rows.filter((r) => r.how !== 'proxy').map((r) => r.no))
  return [
    ...usedTwice(rows, (no, first) => `编号${no}第${first}行已经签到，一个人只算一次，请去掉一行。`),
    ...each(rows, ({ no, how, by, recused, why }) => [
      when(how === 'proxy' && !by, 'by', '委托别人的，要写“受托人编号”。'),
      when(how !== 'proxy' && by, 'by', '本人到会的不用写“受托人编号”，请去掉，或者把“怎么到的”改成委托。'),
      when(by && by === no, 'by', '不能委托自己。本人到会请改“怎么到的”。'),
      when(
        how === 'proxy' && by && by !== no && !came.has(by),
        'by',
        `受托人${by}自己没有签到。请先记受托人到会，再记委托。`,
      ),
      when(recused === 'yes' && !why, 'why', '回避的要写原因。'),
    ]),
  ]
}

const posts = {
  representative: '村民代表',
  branchCommittee: '支委',
  villageCommittee: '村委会成员',
  collectiveRepresentative: '成员代表',
  party: '党员',
} as const

/** What is wrong with a change of the roster against who belongs before it; the list itself must be right. */
export const changeProblems = (
  before: readonly Member[],
  { kind, effectiveOn, rows }: RosterChange,
): readonly RowProblem[] => {
  const known = new Map(before.map((m) => [m.no, m]))
  return each(rows, (row) => {
    const no = String(row.no)
    const there = known.get(no)
    const isMinor = row.change !== 'leave' && String(row.adultOn) > effectiveOn
    return [
      when(
        kind === 'whole' && row.change !== undefined,
        'change',
        '换整份名册时不写“变动”。请清空这一列，或者改选只改几行。',
      ),
      ...(kind === 'rows'
        ? [
            when(row.change === undefined, 'change', '没有写“变动”，请选加入、修改或去掉。'),
            when(row.change === 'join' && there, 'no', `编号${no}已经在名册里。要改这个人请写“修改”，新人请另编号。`),
            when(
              (row.change === 'edit' || row.change === 'leave') && !there,
              'no',
              `名册里没有编号${no}。请核对编号；新来的人请写“加入”。`,
            ),
            when(
              row.change === 'leave' && there && there.name !== row.name,
              'name',
              `编号${no}在名册里不是这个名字。请核对编号和姓名，别去掉错了人。`,
            ),
          ]
        : []),
      when(
        row.change !== 'leave' && String(row.adultOn) > eighteenYearsOn(effectiveOn),
        'adultOn',
        `满18岁的日子写的是${row.adultOn}，到${effectiveOn}这个人还没有出生。请核对年份。`,
      ),
      ...Object.entries(posts).map(([key, label]) =>
        when(
          isMinor && row[key] !== undefined && row[key] !== 'no',
          key,
          `到${effectiveOn}还没有满18岁，不能是${label}。请核对“满18岁的日子”。`,
        ),
      ),
    ]
  })
}

const eighteenYearsOn = (day: string) => `${Number(day.slice(0, 4)) + 18}${day.slice(4)}`
