import type { Option } from '@shared/schemas/fields'
import type { AgeName, MonitorView, Narrowing, SavedViews } from '@shared/schemas/monitorViews'
import { markWords } from './matrix'

/** What the monitor is narrowed to; `overdueOnly` leaves out villages without anything late. */
export type Filter = Narrowing & { overdueOnly?: boolean }

const ageWords: Readonly<Record<AgeName, string>> = {
  ...{ early: '还早', near: '快到期', late7: '逾期1–7天', late30: '逾期8–30天' },
  ...{ late31: '逾期30天以上', undated: '没有期限' },
}

export type Choice = { name: keyof Narrowing; label: string; options: readonly Option[] }

/** The four things it can be narrowed by, each beginning with “all of them”. */
export const choicesOf = ({ clusters, columns, owners }: MonitorView): readonly Choice[] => [
  {
    ...{ name: 'cluster', label: '片' },
    options: [{ value: '', label: '全镇各片' }, ...clusters.map(({ id, name }) => ({ value: id, label: name }))],
  },
  {
    ...{ name: 'mark', label: '事项' },
    options: [
      { value: '', label: '各种事项' },
      ...columns.map(({ mark, title }) => ({ value: mark, label: markWords(mark, title) })),
    ],
  },
  {
    ...{ name: 'owner', label: '经办' },
    options: [
      { value: '', label: '谁经办的都看' },
      ...owners.map(({ id, says, open }) => ({ value: id, label: `${says}（${open}件）` })),
    ],
  },
  {
    ...{ name: 'age', label: '期限' },
    options: [
      { value: '', label: '不论期限' },
      ...(Object.keys(ageWords) as AgeName[]).map((value) => ({ value, label: ageWords[value] })),
    ],
  },
]

/** What is asked of the server: only what has been chosen. */
export const queryOf = ({ overdueOnly: _, ...narrowing }: Filter): Narrowing =>
  Object.fromEntries(Object.entries(narrowing).filter(([, value]) => value)) as Narrowing

export const isNarrowed = (filter: Filter): boolean => Object.keys(queryOf(filter)).length > 0

const names = ['cluster', 'mark', 'owner', 'age', 'overdueOnly'] as const

/** Whether both show the same; what isn't chosen may be absent, empty or false. */
export const isSame = (one: Filter, other: Filter): boolean =>
  names.every((name) => (one[name] || undefined) === (other[name] || undefined))

type Saved = SavedViews['views']

/** The list with this one kept under that name; the same name again takes the place of the older one. */
export const withView = (saved: Saved, name: string, filter: Filter): Saved => [
  ...saved.filter((view) => view.name !== name),
  { name, ...queryOf(filter), ...(filter.overdueOnly && { overdueOnly: true }) },
]

/** Why it can't be kept under that name; undefined when it can. */
export const nameProblem = (saved: Saved, name: string): string | undefined => {
  if (!name) return '请起个名字，比如“海片逾期”。'
  if (name.length > 12) return '名字最多12个字，请短一点。'
  return saved.length >= 12 && !saved.some((view) => view.name === name) ? '最多存12个，请先删掉不用的。' : undefined
}
