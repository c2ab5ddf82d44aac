import { auditPosts } from '@shared/schemas/auditForms'
import type { AuditsView } from '@shared/schemas/reviewViews'
import type { ChipProps } from '../../components/Chip'
import { monthDay } from '../../words'
import { dueChip } from '../dueChip'
import type { Typed } from '../form/typed'

export type Due = AuditsView['rows'][number]
export type Which = 'all' | 'due' | 'open'

/** Those whose day has come and who aren't being audited yet. */
export const isDue = ({ open, dueOn }: Due, today: string): boolean => open === undefined && dueOn <= today

export const only = (rows: readonly Due[], which: Which, today: string): readonly Due[] =>
  rows.filter((row) => which === 'all' || (which === 'due' ? isDue(row, today) : row.open !== undefined))

/** Where it stands: in hand, or until when it is to be begun. */
export const dueWords = ({ open, dueOn }: Due, today: string): ChipProps =>
  open ? { kind: 'dai', words: '正在审' } : dueChip(dueOn, today)

/** Why it is due; of one in hand its number, because day and reason are those of the one after it. */
export const whyWords = ({ open, why }: Due): string => open?.number ?? why

/** 2024年1月1日起; for whoever has left, until when. */
export const heldWords = ({ since, until }: Due): string => {
  const long = (day: string) => monthDay(day, '')
  return until ? `${long(since)}到${long(until)}` : `${long(since)}起`
}

/** Why a post is audited: which law says so, or that it isn't law. */
export const postSource = ({ post }: Pick<Due, 'post'>): string =>
  auditPosts.find(({ value }) => value === post)?.help ?? ''

/** The form of a new audit before anything is typed: who, which post, which time of office. */
export const startOf = (row: Due, today: string): Typed => ({
  title: `${row.title}${row.until ? '离任' : '任期'}经济责任审计`,
  kind: row.until ? 'leaving' : 'term',
  coversFrom: row.last && row.last.on > row.since ? row.last.on : row.since,
  coversTo: row.until ?? today,
})
