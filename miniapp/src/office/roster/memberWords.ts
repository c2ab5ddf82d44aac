import type { RosterView } from '@shared/schemas/rosterViews'
import { type SheetRow, sheetKinds } from '@shared/sheetKinds'

export type Shown = RosterView['members'][number]

const { columns } = sheetKinds.roster

/** 变动: how a row changes the roster. */
export const changeWords = { join: '加入', edit: '修改', leave: '去掉' } as const

const posts = [
  'representative',
  'branchCommittee',
  'villageCommittee',
  'collective',
  'collectiveRepresentative',
] as const
const labelOf = (key: string) => columns.find((c) => c.key === key)?.label ?? key

/** What somebody is in the village, beside where they live. */
export const standsAs = (member: Partial<Record<keyof Shown, unknown>>): readonly string[] => {
  const party = columns.find(({ key }) => key === 'party')?.options?.find(({ value }) => value === member.party)?.label
  return [
    ...(party ? [member.party === 'restricted' ? party : `${party}党员`] : []),
    ...posts.filter((key) => member[key] === true).map(labelOf),
    ...(member.capable === false ? ['没有完全民事行为能力'] : []),
  ]
}

/** A member as a row of the list: what isn't so is left out. */
export const rowOf = (member: Shown): SheetRow =>
  Object.fromEntries(
    Object.entries(member).flatMap(([key, value]): [string, string | number][] => {
      if (key === 'capable') return value === false ? [['capable', 'no']] : []
      if (typeof value === 'boolean') return value ? [[key, 'yes']] : []
      return value === undefined ? [] : [[key, value]]
    }),
  )

/** The day of fourteen years, from that of eighteen. */
export const fourteenFrom = (adultOn: string): string => `${Number(adultOn.slice(0, 4)) - 4}${adultOn.slice(4)}`
